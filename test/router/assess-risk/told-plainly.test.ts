/** Grave things told in the plain words of those who saw them, and everyday things told in nearly the same words. */
import { describe, expect, it } from 'vitest'
import { classified, graded } from '../../support/reading.ts'

describe('what is told plainly', () => {
  it.each([
    ['The nurse dropped my mother on the floor'],
    ['they droped dad while moving him from the chair and he banged his head'],
    ['My mother was dropped by two carers'],
    ['She was dropped out of the hoist on to the tiles'],
    ['The ambulance crew left my mother on the floor for four hours.'],
    ['Nan was found on the bathroom floor at seven, the night staff said she had been there since 2'],
    ['He lay on the kitchen floor all night before a carer came'],
  ])('is High where somebody is let fall, or lies there for hours: %s', (text) => {
    expect(graded(text).level.value).toBe('High')
  })

  it.each([
    ['The girl who does my tea took twenty pounds out of my purse, I saw her', 'Extreme'],
    ['The carer helped herself to cash from mum’s tin', 'Extreme'],
    ['They did not feed him for two days and nobody noticed', 'Extreme'],
    ['Nobody gave my mother anything to drink for two days', 'Extreme'],
    ['the man in the next bed hit my father with his stick', 'High'],
    ['they sent a man to wash me who did not stop when I said no', 'High'],
  ])('is a matter of safeguarding: %s', (text, level) => {
    const risk = graded(text)
    expect(risk.flags.map(({ value }) => value)).toContain('safeguarding-adult')
    expect(risk.level.value).toBe(level)
  })

  it.each([
    ['My mother was dropped by the hoist, her leg was broken and they waited until morning to call anyone'],
    ['They dropped mum while turning her and her hip is fractured'],
    ['I was given the all clear and now I am told it was there on the first scan two years ago'],
  ])('is to be told of openly: %s', (text) => {
    expect(graded(text).flags.map(({ value }) => value)).toContain('duty-of-candour')
  })

  it.each([
    ['The receptionist read out my HIV status to the waiting room', 'misinformation'],
    ['The manager said if we complained again dad would have to move somewhere else', 'staff-attitude'],
  ])('is one of the guide’s examples: %s', (text, code) => {
    const because = graded(text).seriousness.because.map(({ key }) => key)
    expect(because).toContain(`router:risk.example.${code}`)
  })

  it.each([
    ['The driver dropped my mum off at the door, so kind'],
    ['I dropped him at the ward and went to park'],
    ['You dropped me from the waiting list'],
    ['The porter dropped her dinner on the floor'],
    ['I slept on the floor beside my son all night'],
    ['There were crisps on the floor all day'],
    ['I took twenty pounds out of my purse for the car park'],
    ['I did not feed him for two days as he was being sick'],
    ['The man in the next bed hit the buzzer for me'],
    ['The lady in the next bed was lovely company'],
  ])('is neither grave nor flagged where only the words are alike: %s', (text) => {
    const risk = graded(text)
    expect(risk.flags).toEqual([])
    expect(['Low', 'Moderate']).toContain(risk.level.value)
  })
})

describe('whose matter it is', () => {
  it.each([
    ['they droped dad while moving him from the chair and he banged his head on the sink', 'patient-care'],
    ['the man in the next bed hit my father with his stick', 'patient-care'],
    ['The receptionist read out my HIV status to the waiting room', 'privacy-and-dignity'],
    ['I cannot get to the toilet on my own and my carer has not come', 'patient-care'],
    ['my brother is sleeping in his chair, the care package never came', 'patient-care'],
  ])('is not the estates team’s for a chair, a bed or a room on the way: %s', (text, code) => {
    const subjects = classified(text).issues.flatMap((issue) => issue.subjects.map(({ value }) => value))
    expect(subjects).toContain(code)
    expect(subjects).not.toContain('facilities')
  })
})
