/** What each other red flag is raised for, told in words that no rule lists and no weights were trained on, is flagged as well. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { raiseFlags } from '../../../router/assess-risk/raise-flags.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { isToldAtOnce } from '../../../shared/told-of-danger.ts'
import { plainByRules } from '../../../shared/text/reading.ts'
import { dangers, flags, type Flag } from '../../../shared/words.ts'
import { graded, marked } from '../../support/reading.ts'

const rows = readFileSync(join(import.meta.dirname, '../../fixtures/risk/flags-not-trained-on.tsv'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))
const of = (sort: string) => rows.filter(([each]) => each === sort).map(([, text = '']) => text)

const classifier = join(import.meta.dirname, '../../../rules/classifier')
const others = flags.filter((flag) => !dangers.includes(flag))

const namesOf = (text: string) => graded(text).flags.map(({ value }) => value)
const byRules = (text: string) =>
  raiseFlags(plainByRules(text, seedRules), seedRules.redFlags).map(({ value }) => value)
const readIn = (text: string) =>
  graded(text).flags.filter(({ because: [first] }) => first.key.startsWith('router:flag.reads-like.'))

describe('sentences of red flags never trained on', () => {
  it('stand in no file of examples', () => {
    const files = ['own-examples.jsonl', 'calm-examples.txt', 'flag-examples.jsonl']
    const trained = files.map((file) => readFileSync(join(classifier, file), 'utf8')).join('\n')
    const known = rows.filter(([, text = '']) => trained.includes(JSON.stringify(text).slice(1, -1)))
    expect(known).toEqual([])
  })

  const least: Partial<Record<Flag, number>> = { threat: 5, discrimination: 3 }
  it.each(others)('of %s are mostly raised', (flag) => {
    const raised = of(flag).filter((text) => namesOf(text).includes(flag))
    expect(raised.length).toBeGreaterThanOrEqual(least[flag] ?? 6)
  })

  it('are raised far more often than by the rules alone', () => {
    const told = others.flatMap((flag) => of(flag).map((text) => ({ flag, text })))
    const ruled = told.filter(({ flag, text }) => byRules(text).includes(flag)).length
    const raised = told.filter(({ flag, text }) => namesOf(text).includes(flag)).length
    expect(raised).toBeGreaterThan(ruled * 2)
  })

  it('are told from everyday words about the same things', () => {
    expect(of('calm').filter((text) => readIn(text).length > 0).length).toBeLessThanOrEqual(2)
  })
})

const told = 'we are told by the boss to write that the rounds were done when they were not'

describe('what reads like a red flag', () => {
  it('says so with the words marked, and that no rule names it', () => {
    const text = `The parking was fine. ${told}.`
    const [flag] = readIn(text)
    expect(flag?.value).toBe('whistleblowing')
    const words = flag === undefined ? [] : marked(text, flag)
    expect(words).not.toEqual([])
    expect(words.every((word) => told.includes(word))).toBe(true)
    expect(words).toContain('boss')
  })

  it('may be several flags in one message', () => {
    const [adult = '', law = ''] = [of('safeguarding-adult')[3], of('legal-or-media')[7]]
    expect(namesOf(`${adult}. ${law}.`)).toEqual(
      expect.arrayContaining(['safeguarding-adult', 'legal-or-media']),
    )
  })

  it.each(['Oh boy yeah', 'My colleague had her baby on your ward', 'Lucky kids and lucky dad'])(
    'does not by whom it tells of alone: %s',
    (text) => {
      expect(readIn(text)).toEqual([])
      expect(graded(text).level.value).toBe('Low')
    },
  )

  it('does not by words that a rule knows as harmless, and does by any other beside them', () => {
    const { flags } = graded('I’d rather leave it, please withdraw my complaint.')
    expect(flags).toEqual([])
    expect(readIn(`I’d rather leave it, please withdraw my complaint. ${told}.`)).not.toEqual([])
  })

  it('is left to the rules where they know it', () => {
    const keys = graded('I am being bullied by the carers').flags.map(({ because: [first] }) => first.key)
    expect(keys).toContain('router:flag.safeguarding-adult')
    expect(keys).not.toContain('router:flag.reads-like.safeguarding-adult')
  })

  it('is only added to what the rules raise', () => {
    for (const [, text = ''] of rows) {
      expect(namesOf(text)).toEqual(expect.arrayContaining(byRules(text)))
    }
  })

  it('is heard in the subject line, where no words can be marked', () => {
    const flag = graded('please ring me', { subject: told }).flags.find(
      ({ value }) => value === 'whistleblowing',
    )
    expect(flag?.because.flatMap(({ spans }) => spans ?? [])).toEqual([])
  })

  it('is heard at the end of the longest letter', () => {
    const praise = 'The nurses were wonderful and the ward was spotless. '
    expect(namesOf(praise.repeat(300) + told)).toContain('whistleblowing')
  })

  it('does not send anybody the message for danger', () => {
    const flagged = others.flatMap((flag) => of(flag).flatMap(readIn))
    const other = flagged.filter(({ value }) => !dangers.includes(value))
    expect(other.filter(({ confidence }) => confidence > 0.9)).not.toEqual([])
    expect(other.filter(isToldAtOnce)).toEqual([])
  })

  it('has words for each flag', () => {
    const words = loadWords()
    const keys = flags.flatMap((flag) => ['one', 'other'].map((n) => `router:flag.reads-like.${flag}_${n}`))
    expect(keys.filter((key) => !words.knows(key))).toEqual([])
  })
})
