/** The one response: the sections it is made of, and what was found on each issue. */
import type { OrganisationId } from '../ids.ts'

/** Resolved as: substantiated wholly, in part, or not at all (KO41a's three). */
export const outcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const
export type Outcome = (typeof outcomes)[number]

/** In the order in which a person reads them (guide's response checklist; SI 2009/309 reg 14(2); PHSO on final responses). */
export const sectionNames = [
  'opening',
  'understood',
  'considered',
  'issue',
  'conclusion',
  'actions',
  'unanswered',
  'unhappy',
  'ombudsman',
  'closing',
] as const
export type SectionName = (typeof sectionNames)[number]

export interface ResponseSection {
  readonly name: SectionName
  /** Position of the issue that an `issue` section answers, else null. */
  readonly issue: number | null
  /** Who answers for it; null: the lead, for all. */
  readonly organisation: OrganisationId | null
  readonly text: string
}

/** All of it, in order. */
export type ResponseText = readonly ResponseSection[]

/** The whole follows from the parts: all upheld, none, or partly. Null while an issue has none. */
export function outcomeOf(issues: readonly (Outcome | null)[]): Outcome | null {
  const [first] = issues
  if (first === undefined || first === null || issues.includes(null)) return null
  return issues.every((outcome) => outcome === first) ? first : 'partly-upheld'
}
