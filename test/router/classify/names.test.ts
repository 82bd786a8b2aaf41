/** Whom and what a text names: as people write it, with slips and short forms, and not where the words mean something else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classified } from '../../support/reading.ts'

function rows(file: string): (readonly [string, string])[] {
  const path = join(import.meta.dirname, '../../fixtures/names', file)
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', text = ''] = line.split('\t')
      return [id, text]
    })
}

function namedIn(text: string): string[] {
  const { organisations, careServices } = classified(text)
  return [...organisations, ...careServices].map(({ value }) => value)
}

describe('organisations, services, places and roles', () => {
  it('are known as people write them', () => {
    const missed = rows('named.tsv').filter(([id, text]) => !namedIn(text).includes(id))
    expect(rows('named.tsv').length).toBeGreaterThan(100)
    expect(missed.map(([id, text]) => `${id}: ${text}`)).toEqual([])
  })

  it('are not seen in words that mean something else', () => {
    const seen = rows('not-named.tsv').filter(([id, text]) => namedIn(text).includes(id))
    expect(rows('not-named.tsv').length).toBeGreaterThan(100)
    expect(seen.map(([id, text]) => `${id}: ${text}`)).toEqual([])
  })
})
