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

  test('are of the one in passing where no other is named', () => {
    expect(organisationsOf([ambulance])).toEqual(['aldermouth-hospitals', 'aldershire-ambulance'])
  })
})
