/** Whoever is only mentioned as the way there answers for nothing; whoever is spoken of does. */
import { describe, expect, test } from 'vitest'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { isPassingMention } from '../../../router/find-owners/passing-mention.ts'
import { asId } from '../../../shared/ids.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy } from '../../support/findings.ts'

function spanOf(text: string, words: string): readonly [number, number] {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return [start, start + words.length]
}

describe('a mention in passing', () => {
  test.each([
    ['I was brought in by ambulance and waited nine hours.', 'ambulance', true],
    ['Rushed to casualty by the ambulance.', 'ambulance', true],
    ['Stonemere Surgery referred me to the fracture clinic.', 'Stonemere Surgery', true],
    ['The ambulance took my husband straight to Hazel Ward.', 'ambulance', true],
    ['Stonemere Surgery refused to refer me.', 'Stonemere Surgery', false],
    ['The ambulance took three hours.', 'ambulance', false],
    ['The ambulance crew dropped my mother.', 'ambulance', false],
    ['We were left waiting by the ambulance.', 'ambulance', false],
  ])('%s', (text, words, passing) => {
    expect(isPassingMention(found('x', [spanOf(text, words)]), text)).toBe(passing)
  })

  // Whoever is spoken of, blamed or praised: the third column is the stop that is only passed or reached.
  test.each([
    ['The ambulance crew took mum to A&E and were brilliant', 'A&E', 'ambulance crew'],
    ['The paramedics who took me to A&E were wonderful', 'A&E', 'paramedics'],
    ['Thank you to the district nurses who kept dad out of A&E', 'A&E', 'district nurses'],
    ['Paramedics were fantastic taking mum to A&E', 'A&E', 'Paramedics'],
    ['Thanks to the paramedics for getting him into A&E so fast', 'A&E', 'paramedics'],
    ['Hazel Ward sent dad to outpatients and were so kind', 'outpatients', 'Hazel Ward'],
    ['Outpatients sent me to A&E and the nurses there were wonderful', 'Outpatients', 'A&E'],
    ['My surgery referred me to podiatry, who were great', 'surgery', 'podiatry'],
    ['After outpatients I went to A&E where they were lovely', 'outpatients', 'A&E'],
    ['Lovely care in A&E after the ambulance dropped us off', 'ambulance', 'A&E'],
    ['I was brought in by ambulance and A&E were superb', 'ambulance', 'A&E'],
  ])('in praise: %s', (text, inPassing, meant) => {
    const isPassing = (words: string) => isPassingMention(found('x', [spanOf(text, words)]), text, true)
    expect([isPassing(inPassing), isPassing(meant)]).toEqual([true, false])
  })

  test.each([
    ['The paramedics who took me to A&E were rough', 'A&E', 'paramedics'],
    ['The ambulance crew took mum to A&E and were rude', 'A&E', 'ambulance crew'],
    ['The ambulance took me to A&E and I waited nine hours', 'ambulance', 'A&E'],
  ])('in blame: %s', (text, inPassing, meant) => {
    const isPassing = (words: string) => isPassingMention(found('x', [spanOf(text, words)]), text)
    expect([isPassing(inPassing), isPassing(meant)]).toEqual([true, false])
  })

  test.each(['A&E', 'ambulance'])('is %s not where "they" may be either', (words) => {
    const text = 'The ambulance took mum to A&E. They were brilliant.'
    expect(isPassingMention(found('x', [spanOf(text, words)]), text, true)).toBe(false)
  })

  test.each([
    ['I took mum to A&E and they were kind', 'A&E'],
    ['We went to outpatients and were treated well', 'outpatients'],
    ['Mum was taken to A&E and was looked after well', 'A&E'],
  ])('is not where people go by themselves: %s', (text, words) => {
    expect(isPassingMention(found('x', [spanOf(text, words)]), text, true)).toBe(false)
  })

  test('does not outweigh a real one further on', () => {
    const text = 'I came by ambulance. The ambulance was filthy.'
    const spans = [
      spanOf(text, 'ambulance'),
      [text.lastIndexOf('ambulance'), text.lastIndexOf('ambulance') + 9],
    ] as const
    expect(isPassingMention(found('x', spans), text)).toBe(false)
  })

  test('is nothing that can be said where no words are marked', () => {
    expect(isPassingMention(found('x'), 'brought in by ambulance')).toBe(false)
  })
})

describe('its owners', () => {
  const text = 'I was brought in by ambulance to Aldermouth General and waited nine hours.'
  const ambulance = found(asId<'organisation'>('aldershire-ambulance'), [spanOf(text, 'ambulance')])
  const hospital = found(asId<'organisation'>('aldermouth-hospitals'), [spanOf(text, 'Aldermouth General')])
  const issue = {
    organisation: 'aldershire-ambulance',
    careService: 'agh-emergency',
    start: 0,
    end: text.length,
  }

  function organisationsOf(organisations: readonly (typeof ambulance)[]): readonly string[] {
    const owners = findOwners(
      writtenBy({ text }),
      classified([issue], { organisations }),
      riskOf(),
      knowledgeOf(),
    )
    return owners.map(({ value }) => value.organisation)
  }

  test('are of the organisation it is about, even where the issue was first laid to the one in passing', () => {
    expect(organisationsOf([ambulance, hospital])).toEqual(['aldermouth-hospitals'])
  })

  test('of praise are of the crew that brought somebody, not of where they were brought', () => {
    const praise = 'The ambulance crew took mum to Aldermouth General and were brilliant'
    const owners = findOwners(
      writtenBy({ text: praise }),
      classified(
        [{ kind: 'compliment', organisation: 'aldershire-ambulance', start: 0, end: praise.length }],
        {
          organisations: [
            found(asId<'organisation'>('aldershire-ambulance'), [spanOf(praise, 'ambulance crew')]),
            found(asId<'organisation'>('aldermouth-hospitals'), [spanOf(praise, 'Aldermouth General')]),
          ],
        },
      ),
      riskOf(),
      knowledgeOf(),
    )
    // The hospital received it and keeps it, without being praised.
    expect(owners.map(({ value }) => [value.organisation, value.issues])).toEqual([
      ['aldermouth-hospitals', []],
      ['aldershire-ambulance', [0]],
    ])
  })

  test('are of the one in passing where no other is named', () => {
    expect(organisationsOf([ambulance])).toEqual(['aldermouth-hospitals', 'aldershire-ambulance'])
  })
})
