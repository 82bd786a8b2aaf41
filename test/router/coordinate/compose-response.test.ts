/** The draft of the one response: every issue once and in order, words kept, gaps and contradictions in the open. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeResponse } from '../../../router/coordinate/compose-response.ts'
import { contacts } from '../../../rules/contacts.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { putIntoWords } from '../../../services/response/put-into-words.ts'
import { asId } from '../../../shared/ids.ts'
import type { Composer, Filed } from '../../../shared/joint/composition.ts'
import { outcomes } from '../../../shared/joint/response.ts'
import { checkResponse, ombudsmenFor } from '../../../shared/joint/response-checklist.ts'

const words = loadWords()
const trust = asId<'organisation'>('trust')
const council = asId<'organisation'>('council')
const bodies = [
  { id: trust, name: 'Marsh Hospitals (example)', aliases: ['Marsh'] },
  { id: council, name: 'Dale Council (example)', aliases: [] },
]

const filed = (organisation: Filed['organisation'], issue: number, more: Partial<Filed> = {}): Filed => ({
  organisation,
  issue,
  whatHappened: `What happened ${issue}`,
  outcome: 'upheld',
  whatChanges: `We change ${issue}`,
  changeBy: '2027-01-15',
  ...more,
})

function given(more: Partial<Composer> = {}): Composer {
  return {
    reference: 'AB12-CD34',
    personName: 'Ada Reed',
    receivedOn: '2026-11-20',
    today: '2026-11-25',
    lead: trust,
    organisations: bodies,
    issues: [
      { position: 0, words: 'The ward sent Mum home at night.', organisation: trust, process: 'nhs' },
      { position: 1, words: 'No carer came.', organisation: council, process: 'adult-social-care' },
    ],
    parts: [
      { organisation: trust, state: 'filed', issues: [0] },
      { organisation: council, state: 'filed', issues: [1] },
    ],
    contributions: [filed(trust, 0), filed(council, 1)],
    wantedOutcome: 'That it never happens again.',
    contacts,
    ...more,
  }
}

const keysOf = (composer: Composer) => composeResponse(composer).remarks.map(({ because }) => because.key)
const textOf = (composer: Composer, language: 'en' | 'cy' = 'en') =>
  putIntoWords(composeResponse(composer).sections, words, language)

const composers = fc.nat({ max: 5 }).chain((last) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...outcomes), { minLength: last + 1, maxLength: last + 1 }),
      fc.array(fc.constantFrom(trust, council), { minLength: last + 1, maxLength: last + 1 }),
      fc.array(fc.string({ minLength: 1 }), { minLength: last + 1, maxLength: last + 1 }),
    )
    .map(([found, owners, texts]) => {
      const positions = [...found.keys()]
      return given({
        issues: positions.map((position) => ({
          position,
          words: `Issue ${position}`,
          organisation: owners[position] ?? trust,
          process: 'nhs' as const,
        })),
        parts: [trust, council].map((organisation) => ({
          organisation,
          state: 'filed' as const,
          issues: positions.filter((position) => owners[position] === organisation),
        })),
        contributions: positions.map((position) =>
          filed(owners[position] ?? trust, position, {
            outcome: found[position] ?? 'upheld',
            whatHappened: `${texts[position] ?? ''} said.`,
          }),
        ),
      })
    }),
)

describe('a composed response', () => {
  it('answers every issue that the person raised exactly once and in their order', () => {
    fc.assert(
      fc.property(composers, (composer) => {
        const answered = composeResponse(composer).sections.flatMap(({ name, issue }) =>
          name === 'issue' ? [issue] : [],
        )
        expect(answered).toEqual(composer.issues.map(({ position }) => position))
      }),
    )
  })

  it('keeps what each organisation wrote word for word', () => {
    fc.assert(
      fc.property(composers, (composer) => {
        const text = textOf(composer)
          .map((section) => section.text)
          .join('\n')
        for (const { whatHappened, whatChanges } of composer.contributions) {
          expect(text).toContain(whatHappened)
          expect(text).toContain(whatChanges)
        }
      }),
    )
  })

  it('has a gap for every contribution that is taken away, in the text and beside it', () => {
    fc.assert(
      fc.property(composers, fc.nat(), (composer, seed) => {
        const gone = composer.contributions[seed % composer.contributions.length]
        const rest = composer.contributions.filter((each) => each !== gone)
        const composed = composeResponse({ ...composer, contributions: rest })
        const gaps = composed.remarks.filter(({ because }) => because.key === 'answer:gap.contribution')
        expect(gaps.map(({ issue }) => issue)).toEqual([gone?.issue])
        const facts = {
          issues: composer.issues.map(({ position }) => position),
          ombudsmen: [],
          newer: 0,
          consentChanged: false,
        }
        const text = putIntoWords(composed.sections, words, 'en')
        expect(checkResponse(text, facts).map(({ key }) => key)).toContain('answer:missing.open-place')
      }),
    )
  })

  it.each([
    ['a mixed case', given(), ['0345 015 4033', '0300 061 0614']],
    ['health alone', given({ issues: given().issues.slice(0, 1) }), ['0345 015 4033']],
    ['social care alone', given({ issues: given().issues.slice(1) }), ['0300 061 0614']],
  ])('names the Ombudsmen of %s', (_, composer, phones) => {
    for (const language of ['en', 'cy'] as const) {
      const told = textOf(composer, language).find(({ name }) => name === 'ombudsman')?.text ?? ''
      const named = ['0345 015 4033', '0300 061 0614'].filter((phone) => told.includes(phone))
      expect(named).toEqual(phones)
      expect(told).toMatch(/final|terfynol/)
    }
  })

  it('says how to take elsewhere what was not shared, and does not answer it for them', () => {
    const composer = given({
      parts: [
        { organisation: trust, state: 'filed', issues: [0] },
        { organisation: council, state: 'ours', issues: [1] },
      ],
      contributions: [filed(trust, 0)],
    })
    const section = textOf(composer).find(({ name }) => name === 'unanswered')
    expect(section?.text).toContain('Point 2 is about Dale Council (example)')
    expect(keysOf(composer)).toEqual([])
  })

  it('is ready to sign only when all that it must hold is there', () => {
    const composer = given()
    const facts = { issues: [0, 1], ombudsmen: ombudsmenFor(composer), newer: 0, consentChanged: false }
    const text = textOf(composer).map((section) => ({
      ...section,
      text: section.text.replaceAll(/\[To write:[^\]]*\]/g, 'We read the notes.'),
    }))
    expect(checkResponse(text, facts)).toEqual([])
    for (const { name } of text.filter((each) => !['opening', 'closing'].includes(each.name))) {
      const without = text.filter((each) => each.name !== name)
      expect(checkResponse(without, facts)).not.toEqual([])
    }
    expect(checkResponse(text, { ...facts, newer: 1 }).map(({ key }) => key)).toEqual([
      'answer:missing.newer',
    ])
  })

  it('concludes nothing while a point is not answered', () => {
    const conclusion = textOf(given({ contributions: [filed(trust, 0)] })).find(
      ({ name }) => name === 'conclusion',
    )
    expect(conclusion?.text).toContain('[To write:')
    expect(conclusion?.text).not.toContain('uphold')
  })

  it('never shows a key where words belong', () => {
    for (const language of ['en', 'cy'] as const) {
      const text = JSON.stringify(textOf(given({ wantedOutcome: null, contributions: [] }), language))
      expect(text).not.toMatch(/answer:|letter\.|\{\{/)
    }
  })
})

describe('contributions that differ', () => {
  it.each([
    ['in outcome', { outcome: 'not-upheld' }, {}, 'outcomes'],
    ['in the day they promise', { changeBy: '2027-03-01' }, {}, 'days'],
    [
      'in when it happened',
      { whatHappened: 'She left at 9.30.' },
      { whatHappened: 'She left at 22:15.' },
      'times',
    ],
    [
      'in whose task it was',
      { whatHappened: 'Marsh should have told us of the discharge.' },
      { whatHappened: 'We rang the council, which was responsible for the care package.' },
      'each-other',
    ],
  ] as const)('%s are shown and not smoothed', (_, theirs, ours, how) => {
    const composer = given({ contributions: [filed(trust, 0, ours), filed(council, 0, theirs)] })
    expect(keysOf(composer)).toContain(`answer:contradiction.${how}`)
    const issue = textOf(composer).find((section) => section.issue === 0)?.text ?? ''
    expect(issue).toContain(filed(trust, 0, ours).whatHappened)
    expect(issue).toContain(filed(council, 0, theirs).whatHappened)
  })

  it('are found on different issues too where each says that it was for the other to do', () => {
    const composer = given({
      contributions: [
        filed(trust, 0, { whatHappened: 'The council failed to arrange the care.' }),
        filed(council, 1, { whatHappened: 'The hospital never told us.' }),
      ],
    })
    expect(keysOf(composer)).toEqual(['answer:contradiction.each-other'])
  })

  it('are not found where they agree', () => {
    expect(keysOf(given())).toEqual([])
  })
})
