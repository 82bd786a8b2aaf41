/** The draft of the one response: every issue in the person's order, in the organisations' own words, with its gaps open. */
import { reason } from '../../shared/finding.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ComposedSection, Composer, Composition, Paragraph } from '../../shared/joint/composition.ts'
import { outcomeOf } from '../../shared/joint/response.ts'
import { ombudsmenFor } from '../../shared/joint/response-checklist.ts'
import { answerIssue, isWithheld, ownersOf } from './answer-issue.ts'
import { findContradictions } from './find-contradictions.ts'
import { findGaps } from './find-gaps.ts'

/** Nothing is smoothed: what is missing stands in the text between square brackets, and what differs is named. */
export function composeResponse(given: Composer): Composition {
  return {
    sections: [
      opening(given),
      understood(given),
      considered(given),
      ...given.issues.map((issue) => answerIssue(issue, given)),
      conclusion(given),
      ...actions(given),
      ...unanswered(given),
      section('unhappy', [says('unhappy', { organisation: nameOf(given.lead, given) })]),
      ombudsman(given),
      section('closing', [says('closing')]),
    ],
    remarks: [...findGaps(given), ...findContradictions(given)],
  }
}

function opening(given: Composer): ComposedSection {
  const { personName, reference, receivedOn } = given
  const names = given.organisations.map(({ name }) => name)
  return section('opening', [
    personName === null ? says('hello') : says('hello-name', { name: personName }),
    says('thanks', { day: receivedOn, reference }),
    names.length > 1 ? says('one-answer', { organisations: listed(names) }) : says('our-answer'),
  ])
}

function understood(given: Composer): ComposedSection {
  const { issues, wantedOutcome } = given
  return section('understood', [
    says('told-us', { count: issues.length }),
    ...issues.map(({ words }, at) => says('their-words', { number: at + 1, words })),
    wantedOutcome === null || wantedOutcome.trim() === ''
      ? says('wanted-missing')
      : says('wanted', { words: wantedOutcome.trim() }),
  ])
}

function considered(given: Composer): ComposedSection {
  const who = given.organisations.flatMap(({ id, name }) => {
    const numbers = given.issues.flatMap(({ position }, at) =>
      answers(id, position, given) ? [String(at + 1)] : [],
    )
    if (numbers.length === 0) return []
    return [says('looked-into', { organisation: name, numbers: listed(numbers), count: numbers.length })]
  })
  return section('considered', [says('how-considered'), ...who, says('evidence-missing')])
}

function answers(organisation: OrganisationId, issue: number, { parts }: Composer): boolean {
  return parts.some(
    (part) => part.organisation === organisation && part.issues.includes(issue) && !isWithheld(part),
  )
}

/** What nobody was let to look into is left out; what is not answered yet leaves the whole open. */
function conclusion(given: Composer): ComposedSection {
  const found = given.issues.flatMap((issue) => {
    const filed = given.contributions.filter((each) => each.issue === issue.position)
    const owners = ownersOf(issue, given)
    if (filed.length === 0 && owners.length > 0 && owners.every(isWithheld)) return []
    return [outcomeOf(filed.map(({ outcome }) => outcome))]
  })
  const outcome = outcomeOf(found)
  return section('conclusion', [
    says(outcome === null ? 'conclusion-missing' : `conclusion.${outcome}`),
    ...(outcome === null || outcome === 'not-upheld' ? [] : [says('sorry'), says('impact-missing')]),
    ...(outcome === 'not-upheld' ? [says('heard')] : []),
  ])
}

/** One section for each organisation, which alone answers for what it promises. */
function actions(given: Composer): readonly ComposedSection[] {
  const promised = given.organisations.flatMap(({ id, name }) => {
    const theirs = given.contributions.filter(
      ({ organisation, whatChanges }) => organisation === id && whatChanges.trim() !== '',
    )
    if (theirs.length === 0) return []
    const paragraphs = theirs.flatMap(({ whatChanges, changeBy }) => [
      { kept: whatChanges },
      changeBy === null ? says('day-missing') : says('done-by', { day: changeBy }),
    ])
    return [section('actions', [says('will-do', { organisation: name }), ...paragraphs], id)]
  })
  return promised.length > 0 ? promised : [section('actions', [says('nothing-changes')])]
}

/** Without consent their part stays here: how to take it up with them is told instead. */
function unanswered(given: Composer): readonly ComposedSection[] {
  const paragraphs = given.parts.filter(isWithheld).flatMap((part) => {
    const numbers = given.issues.flatMap(({ position }, at) =>
      part.issues.includes(position) ? [String(at + 1)] : [],
    )
    const organisation = nameOf(part.organisation, given)
    return numbers.length === 0
      ? []
      : [says('not-shared', { organisation, numbers: listed(numbers), count: numbers.length })]
  })
  return paragraphs.length === 0 ? [] : [section('unanswered', [...paragraphs, says('not-shared-next')])]
}

/** One for each law that the answering organisations work under; both where the matter is mixed (reg 14(2)(d)). */
function ombudsman(given: Composer): ComposedSection {
  const bodies = ombudsmenFor(given)
  return section('ombudsman', [
    says('final'),
    ...bodies.map(({ name, phone, web }) =>
      says('ombudsman', { name: name.en, 'name-cy': name.cy, phone: phone ?? '', web: web ?? '' }),
    ),
    ...(bodies.length > 1 ? [says('ombudsmen-both')] : []),
    says('ombudsman-free'),
  ])
}

function section(
  name: ComposedSection['name'],
  paragraphs: readonly Paragraph[],
  organisation: OrganisationId | null = null,
): ComposedSection {
  return { name, issue: null, organisation, paragraphs }
}

function says(key: string, params?: Record<string, string | number>): Paragraph {
  return { says: reason(`answer:letter.${key}`, params) }
}

function nameOf(id: OrganisationId, { organisations }: Composer): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? id
}

/** Put together at the edge, where the language knows its "and". */
function listed(items: readonly string[]): string {
  return items.join('|')
}
