/** What people did to themselves long ago and are well of is no alarm; whoever may not be well is heard as before. */
import { describe, expect, it } from 'vitest'
import { graded } from '../../support/reading.ts'

const flagsOf = (text: string) => graded(text).flags.map(({ value }) => value)

describe('harm done to oneself long ago', () => {
  it.each([
    'I took an overdose ten years ago. I am well now and want to thank the team who helped me.',
    'When I was 17 I tried to kill myself. I’m 40 now, happy and a mum, thanks to your ward.',
    'I used to self harm as a teenager, the counsellor got me through it and I have been well for years.',
    'Years ago I was suicidal and your crisis team saved my life. Thank you.',
    'He took an overdose many years ago but he is fine now.',
    'I self harmed when I was younger. I am fine now.',
    'My brother took his own life in 2009 and the bereavement nurse was wonderful.',
  ])('is no alarm where the person is well now: %s', (text) => {
    expect(flagsOf(text)).toEqual([])
    expect(['Low', 'Moderate']).toContain(graded(text).level.value)
  })

  it.each([
    'I used to self harm and now I have started again.',
    'I tried to kill myself ten years ago and I feel the same now.',
    'I took an overdose ten years ago. I was well for a long time but I want to do it again.',
    'I took an overdose last week. I am well now.',
    'Years ago I was suicidal and your team saved my life. Now I feel like that tonight.',
    'I have been feeling worse lately. I took an overdose ten years ago and I was well for years.',
    'I took an overdose ten years ago.',
    'My brother took his own life in 2009 and I want to join him.',
    'I used to self harm as a teenager and I have been well for years. I have saved up my tablets.',
  ])('is heard where it is not past, or not over: %s', (text) => {
    expect(flagsOf(text)).toContain('self-harm')
  })
})

describe('what is said in a manner of speaking', () => {
  it.each([
    'I’m dying for the toilet every time as it is so far from the ward',
    'I could have died when she asked my weight',
    'I nearly jumped out of the window with joy when they said I could go home',
    'someone will break their neck on those steps',
    'They said I was too old for the trampoline',
    'I would rather die than have another needle',
    'nobody fixed the ice on the ramp',
    'I want a copy of my records from the Council',
    'copy of my records from Aldershire County Council',
    'Mae o’n iawn',
  ])('raises no flag: %s', (text) => {
    expect(flagsOf(text)).toEqual([])
  })

  it.each([
    ['I will break his neck if he comes near me again', 'threat'],
    ['I want a copy of my records for my solicitor, I am suing you', 'legal-or-media'],
    ['She jumped out of the window and is on the ground', 'immediate-danger'],
    ['They said I was too old to bother treating', 'discrimination'],
  ])('is heard where it is meant: %s', (text, flag) => {
    expect(flagsOf(text)).toContain(flag)
  })
})
