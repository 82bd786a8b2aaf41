/** Danger to a life told in words that no rule lists and no weights were trained on is flagged, so that a person looks within the hour. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { raiseFlags } from '../../../router/assess-risk/raise-flags.ts'
import { speaksOfDanger } from '../../../services/intake/in-danger.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { plainByRules } from '../../../shared/text/reading.ts'
import { dangers, levels } from '../../../shared/words.ts'
import { isToldAtOnce } from '../../../shared/told-of-danger.ts'
import { graded, marked, readingKnowledge } from '../../support/reading.ts'

const rows = readFileSync(join(import.meta.dirname, '../../fixtures/risk/danger-not-trained-on.tsv'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))

const classifier = join(import.meta.dirname, '../../../rules/classifier')

const of = (sort: string) => rows.filter(([each]) => each === sort).map(([, text = '']) => text)
const dangerIn = (text: string, channel: 'email' | 'sms' = 'email') =>
  graded(text, { channel }).flags.filter(({ value }) => dangers.includes(value))
const byRules = (text: string) =>
  raiseFlags(plainByRules(text, seedRules), seedRules.redFlags).some(({ value }) => dangers.includes(value))
const raised = (texts: readonly string[]) => texts.filter((text) => dangerIn(text).length > 0)

describe('sentences of danger never trained on', () => {
  it('stand in no file of examples', () => {
    const files = ['own-examples.jsonl', 'calm-examples.txt', 'flag-examples.jsonl']
    const trained = files.map((file) => readFileSync(join(classifier, file), 'utf8')).join('\n')
    const known = rows.filter(([, text = '']) => trained.includes(JSON.stringify(text).slice(1, -1)))
    expect(known).toEqual([])
  })

  it('are flagged about half the time, where the rules alone hear one in sixteen', () => {
    const told = [...of('immediate-danger'), ...of('self-harm')]
    expect(told.length).toBe(79)
    expect(told.filter(byRules).length).toBeLessThan(10)
    expect(raised(of('immediate-danger')).length).toBeGreaterThanOrEqual(22)
    expect(raised(of('self-harm')).length).toBeGreaterThanOrEqual(12)
  })

  it('are told from everyday words, praise, jokes and what is over', () => {
    const calm = of('calm').filter((text) => !byRules(text))
    expect(calm.length).toBeGreaterThan(50)
    expect(raised(calm).length).toBeLessThanOrEqual(2)
  })
})

const told = 'he has the baby by the ankle out of the window'

describe('what reads like danger', () => {
  it('says so with the words marked, and that no rule names it', () => {
    const text = `The parking was fine. ${told}.`
    const [flag] = dangerIn(text)
    expect(flag?.value).toBe('immediate-danger')
    expect(flag?.because[0].key).toBe('router:flag.reads-like.immediate-danger')
    expect(flag === undefined ? [] : marked(text, flag)).not.toEqual([])
    expect(flag === undefined ? [] : marked(text, flag).every((word) => told.includes(word))).toBe(true)
    expect(graded(text).seriousness.value).toBe('High')
  })

  it('is heard wherever it stands, also after praise and at the end of the longest letter', () => {
    const praise = 'The nurses were wonderful and the ward was spotless. '
    for (const times of [1, 10, 300]) expect(dangerIn(praise.repeat(times) + told)).not.toEqual([])
    expect(dangerIn(`${told}. ${praise}`)).not.toEqual([])
  })

  it('is heard in the subject line, where no words can be marked', () => {
    const { flags } = graded('please ring me', { subject: told })
    expect(flags.map(({ value }) => value)).toContain('immediate-danger')
    expect(flags.flatMap(({ because }) => because.flatMap(({ spans }) => spans ?? []))).toEqual([])
  })

  it('is left to the rules where they know it', () => {
    const keys = dangerIn('I want to die').flatMap(({ because }) => because.map(({ key }) => key))
    expect(keys).toEqual(['router:flag.self-harm'])
  })

  it('must be clear in a text message that names neither care nor a body', () => {
    const flags = (channel: 'email' | 'sms') =>
      raised(of('self-harm').filter((text) => dangerIn(text, channel).length > 0)).length
    expect(flags('sms')).toBeLessThan(flags('email'))
    expect(flags('sms')).toBeGreaterThan(0)
  })

  it('never lowers a level, whatever stands around it and in whatever order', () => {
    const around = ['The tea was nice.', 'Nobody rang back.', 'A carer hit my mother.', 'Thank you all.']
    fc.assert(
      fc.property(fc.shuffledSubarray(around), fc.nat(), (said, at) => {
        const place = at % (said.length + 1)
        const more = [...said.slice(0, place), `${told}.`, ...said.slice(place)].join(' ')
        const rank = (text: string) => levels.indexOf(graded(text).level.value)
        expect(rank(more)).toBeGreaterThanOrEqual(Math.max(rank(said.join(' ')), rank(told)))
        expect(dangerIn(more)).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the message that says what to do now', () => {
  const { rules, model } = readingKnowledge
  const isTold = (text: string) => graded(text).flags.some(isToldAtOnce)
  const all = rows.map(([, text = '']) => text)

  it('goes to whoever surely writes of danger, and not to everybody of whom staff think so', () => {
    const toldOf = all.filter(isTold)
    expect(toldOf.length).toBeGreaterThan(25)
    expect(toldOf.length).toBeLessThan(raised(all).length)
    expect(isTold('I want to die')).toBe(true)
  })

  it('goes for at most one in thirty of what only sounds like danger, beyond what the rules take for it', () => {
    const calm = of('calm').filter((text) => !byRules(text))
    expect(calm.filter(isTold).length / calm.length).toBeLessThanOrEqual(0.03)
  })

  it('stands on the page of the form where it goes by mail', () => {
    expect(all.filter((text) => speaksOfDanger(text, rules, model) !== isTold(text))).toEqual([])
  })
})
