/** The whole walk: from a person's words to the teams, the lead, the clocks and the handoffs, always and purely. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadModel } from '../../../rules/classifier/load-model.ts'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { route } from '../../../router/route.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import type { Reason } from '../../../shared/finding.ts'
import { asId } from '../../../shared/ids.ts'
import type { Knowledge } from '../../../shared/knowledge.ts'
import type { Routing } from '../../../shared/routing.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import { channelNames, languages } from '../../../shared/words.ts'
import { knowledgeOf } from '../../support/findings.ts'

const knowledge: Knowledge = knowledgeOf({ model: loadModel() })

function routed(text: string, given: Partial<Submission> = {}): Routing {
  return route(submissionOf({ channel: 'email', text, ...given }), knowledge)
}

function handoffsOf(routing: Routing): readonly string[] {
  return routing.handoffs.map(({ team, state }) => `${team} ${state}`)
}

describe('believable feedback reaches the team that must act', () => {
  test.each<[string, string, readonly string[]]>([
    ['parking', 'The car park ticket machine was broken again and I got a fine.', ['agh-estates offer']],
    [
      'praise of midwives, and their manager',
      'Thank you to the midwives on the labour ward, they were so kind to me and the baby.',
      ['agh-maternity-voices offer', 'agh-chief-nurse offer'],
    ],
    [
      'a wait in the emergency department',
      'We waited nine hours in A and E with my son who could not breathe properly.',
      ['agh-emergency-matrons offer'],
    ],
    [
      'a surgery’s matter that reached the hospital',
      'The receptionist at Stonemere Surgery refuses to book me in.',
      ['agh-pals offer', 'srs-manager hold-for-consent'],
    ],
    [
      'a bruised resident of a care home',
      'A carer at Larch House hit my father. He has bruises all over his arm.',
      ['agh-pals offer', 'agh-safeguarding offer', 'larch-manager hold-for-consent'],
    ],
    ['nothing to go by', 'Not good enough.', ['agh-pals offer']],
    ['no words at all', '', ['agh-pals offer']],
  ])('%s', (_, text, expected) => {
    expect(handoffsOf(routed(text))).toEqual(expected)
  })

  test('a hospital and a council in one letter are a joint case, and the council waits for consent', () => {
    const routing = routed(
      'Mum fell on Hazel Ward and broke her hip because nobody answered the bell. The council has still not sent us the forms.',
    )
    if (!routing.arrangement.joint) throw new Error('It should be joint')
    expect(routing.arrangement.lead.value).toBe('aldermouth-hospitals')
    expect(routing.arrangement.consentsNeeded.map(({ to }) => to)).toEqual(['aldershire-council'])
    const council = routing.handoffs.find(({ organisation }) => organisation === 'aldershire-council')
    expect(council?.state).toBe('hold-for-consent')
  })
})

describe('whatever anybody sends', () => {
  const anySubmission = fc.record({
    channel: fc.constantFrom(...channelNames),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'The ambulance crew were lovely.',
            'My dad fell on Rowan Ward and nobody came!',
            'The council and Larch House blame each other.',
            'Diolch yn fawr',
            'I want to end my life',
            '😀😀',
            'A and E',
          ),
          { maxLength: 8 },
        )
        .map((sentences) => sentences.join(' ')),
    ),
    receivedBy: fc.constantFrom(...exampleDirectory.organisations.map(({ id }) => id)),
  })

  test('it reaches a team of whoever received it, has clocks there, and nothing of another’s is offered', () => {
    fc.assert(
      fc.property(anySubmission, ({ channel, text, receivedBy }) => {
        const { handoffs, clocks } = route(submissionOf({ channel, text }), { ...knowledge, receivedBy })
        expect(handoffs[0]).toMatchObject({ organisation: receivedBy, state: 'offer' })
        expect(clocks.map(({ name }) => name)).toContain('acknowledge')
        for (const { organisation, state } of handoffs)
          expect(state === 'offer').toBe(organisation === receivedBy)
        for (const { organisation } of clocks) expect(organisation).toBe(receivedBy)
      }),
      { numRuns: 150 },
    )
  })

  test('the same submission and knowledge give the same, and neither is touched', () => {
    const frozen = deepFreeze({ ...knowledgeOf(), model: knowledge.model })
    fc.assert(
      fc.property(anySubmission, ({ channel, text }) => {
        const submission = deepFreeze(submissionOf({ channel, text }))
        expect(route(submission, frozen)).toEqual(route(submission, frozen))
      }),
      { numRuns: 60 },
    )
  })
})

test('every reason of owners, lead, consents, clocks and handoffs has words in both languages', () => {
  const words = loadWords()
  const texts = [
    'My dad fell on Rowan Ward. The council never rang.',
    'Thank you Stonemere Surgery!',
    'I work at the hospital and we were told to hide the records. A carer hits the residents.',
    '',
  ]
  const reasons = channelNames.flatMap((channel) =>
    texts.flatMap((text) =>
      exampleDirectory.organisations.flatMap(({ id }) =>
        reasonsOf(route(submissionOf({ channel, text }), { ...knowledge, receivedBy: asId(id) })),
      ),
    ),
  )
  const untranslated = new Set(words.untranslated('cy'))
  for (const { key, params } of reasons.filter(({ key }) =>
    /^router:(owner|joint|clock|handover)\./.test(key),
  )) {
    expect(untranslated.has(key)).toBe(false)
    for (const language of languages) {
      const said = words.say({ key, ...(params ? { params } : {}) }, language)
      expect(said).not.toContain('{{')
      expect(key.endsWith(said)).toBe(false)
    }
  }
})

function reasonsOf({ owners, arrangement, clocks, handoffs }: Routing): readonly Reason[] {
  return [
    ...owners.flatMap(({ because }) => because),
    ...(arrangement.joint ? arrangement.lead.because : []),
    ...arrangement.consentsNeeded.map(({ because }) => because),
    ...clocks.map(({ because }) => because),
    ...handoffs.flatMap(({ because }) => because),
  ]
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
