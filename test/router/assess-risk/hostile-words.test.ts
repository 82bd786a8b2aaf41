/** Hundreds of sentences in both languages: every real harm is seen, and nothing said of jokes, things or good care alarms anybody. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/finding.ts'
import { levels, type Flag, type Level } from '../../../shared/words.ts'
import { graded } from '../../support/reading.ts'

/** Words in praise, after which a harm is easily overlooked. */
const praise = 'Wonderful nurses, lovely food, thank you all so much. '

const raised = rows('raised.tsv').map((line): readonly [string, string] => {
  const [expected = '', text = ''] = line.split('\t')
  return [expected, text]
})

function rows(file: string): string[] {
  const path = join(import.meta.dirname, '../../fixtures/risk', file)
  return readFileSync(path, 'utf8').split('\n').filter(Boolean)
}

/** What was found instead, where a flag or a level is missing. */
function missing(expected: string, text: string): string | null {
  const { level, flags } = graded(text)
  const found = flags.map(({ value }) => value)
  const wanted = expected.startsWith('level:') ? expected.slice('level:'.length) : null
  const there = wanted === null ? found.some((flag) => flag === expected) : isAtLeast(level.value, wanted)
  return there ? null : `${expected}: ${text} (${level.value}, ${found.join(' ')})`
}

function isAtLeast(level: Level, wanted: string): boolean {
  return levels.indexOf(level) >= levels.findIndex((each) => each === wanted)
}

const missed = (change: (text: string) => string) =>
  raised.flatMap(([expected, text]) => missing(expected, change(text)) ?? [])

describe('a harm or a red flag is seen', () => {
  it('as it is told', () => {
    expect(raised.length).toBeGreaterThan(200)
    expect(missed((text) => text)).toEqual([])
  })

  it('in capitals', () => {
    expect(missed((text) => text.toUpperCase())).toEqual([])
  })

  it('without apostrophes and commas', () => {
    expect(missed((text) => text.replace(/['’,]/g, ''))).toEqual([])
  })

  it('in typographic punctuation', () => {
    expect(missed((text) => text.replaceAll("'", '’'))).toEqual([])
  })

  it('buried in praise', () => {
    expect(missed((text) => `${praise}${text}. ${praise}`)).toEqual([])
  })
})

describe('no alarm is raised', () => {
  const isByRule = ({ because: [first] }: Finding<Flag>) => !first.key.startsWith('router:flag.reads-like.')
  const flaggedIn = (text: string) => graded(text).flags
  const alarms = (change: (text: string) => string) =>
    rows('left-alone.txt').filter((text) => {
      const { level, flags } = graded(change(text))
      return flags.some(isByRule) || (flags.length === 0 && isAtLeast(level.value, 'High'))
    })

  it('by what only sounds like harm', () => {
    expect(rows('left-alone.txt').length).toBeGreaterThan(200)
    expect(alarms((text) => text)).toEqual([])
  })

  it('by the same without apostrophes', () => {
    expect(alarms((text) => text.replace(/['’]/g, ''))).toEqual([])
  })

  it('by what only reads like harm, but for one in forty of sentences that were made to', () => {
    const misread = rows('left-alone.txt').filter((text) => flaggedIn(text).length > 0)
    expect(misread.length / rows('left-alone.txt').length).toBeLessThan(1 / 40)
  })
})
