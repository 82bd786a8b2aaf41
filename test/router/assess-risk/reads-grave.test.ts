/** Harm told in words that no rule lists and no weights were trained on is graded so that a person looks at it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graded } from '../../support/reading.ts'

const rows = readFileSync(join(import.meta.dirname, '../../fixtures/risk/not-trained-on.tsv'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))

const classifier = join(import.meta.dirname, '../../../rules/classifier')

function levelsOf(sort: string): string[] {
  return rows.filter(([each]) => each === sort).map(([, text = '']) => graded(text).level.value)
}

const share = (levels: readonly string[], wanted: readonly string[]) =>
  levels.filter((level) => wanted.includes(level)).length / levels.length

describe('sentences never trained on', () => {
  it('stand in no file of examples', () => {
    const files = ['own-examples.jsonl', 'calm-examples.txt']
    const trained = files.map((file) => readFileSync(join(classifier, file), 'utf8')).join('\n')
    const known = rows.filter(([, text = '']) => trained.includes(JSON.stringify(text).slice(1, -1)))
    expect(known).toEqual([])
  })

  it('that tell of grave harm stand above Low two times in three, and half the time at High', () => {
    const levels = levelsOf('grave')
    expect(levels.length).toBe(30)
    expect(share(levels, ['Moderate', 'High', 'Extreme'])).toBeGreaterThan(0.66)
    expect(share(levels, ['High', 'Extreme'])).toBeGreaterThan(0.4)
  })

  it('that tell of everyday trouble are hardly ever raised to High, and three in four not at all', () => {
    const levels = levelsOf('mild')
    expect(levels.length).toBe(20)
    expect(share(levels, ['Low'])).toBeGreaterThanOrEqual(0.75)
    expect(share(levels, ['High', 'Extreme'])).toBeLessThanOrEqual(0.05)
  })
})

describe('what reads like grave harm', () => {
  const keysOf = (text: string) => graded(text).seriousness.because.map(({ key }) => key)

  it('says by which words, and that no rule names it', () => {
    const text = "dad's catheter bag hadn't been emptied for two days, he was screaming"
    const [because] = graded(text).seriousness.because
    expect(because.key).toBe('router:risk.reads-grave')
    const words = (because.spans ?? []).map(({ start, end }) => text.slice(start, end))
    expect(words.length).toBeGreaterThan(0)
    for (const word of words) expect(text).toContain(word)
  })

  it('marks no bare number, which would say nothing to a reader', () => {
    const text = 'The nurse on Ward 7 dropped my mother on the floor and nobody told us until the next day.'
    const because = graded(text).seriousness.because.find(({ key }) => key === 'router:risk.reads-grave')
    const words = (because?.spans ?? []).map(({ start, end }) => text.slice(start, end))
    expect(words).toContain('dropped')
    expect(words).not.toContain('7')
  })

  it('is left alone where the rules know that it only sounds so', () => {
    expect(keysOf('My son fell off his bike and was bruised, but the nurse cleaned him up.')).not.toContain(
      'router:risk.reads-grave',
    )
  })

  it('is heard beside a sentence that only sounds so, or that tells of less', () => {
    const told = "dad's catheter bag hadn't been emptied for two days, he was screaming"
    const joke = 'I was bored to death in the waiting room, and nobody hit me'
    for (const text of [told, `${joke}. ${told}.`, `${told}. ${joke}.`])
      expect(keysOf(text)).toContain('router:risk.reads-grave')
    expect(keysOf(`${told}. He caught an infection as well.`)).toContain('router:risk.reads-grave')
    expect(keysOf(joke)).not.toContain('router:risk.reads-grave')
  })

  it('is heard where no word names care, if it is clear', () => {
    expect(keysOf('He went in with a sore toe and came out with no leg as nobody looked at it')).toContain(
      'router:risk.reads-grave',
    )
  })

  it('is heard in Welsh', () => {
    expect(keysOf('Gadawyd taid yn gorwedd ar lawr oer tan y bore')).toContain('router:risk.reads-grave')
  })

  it('is not looked for in talk that names nobody in care', () => {
    expect(keysOf('My boss is going to murder me, I missed the bus and lost the keys')).not.toContain(
      'router:risk.reads-grave',
    )
  })
})
