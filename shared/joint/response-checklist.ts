/** What a response must hold before it is signed, each with where it is asked for; checked in the text as it stands. */
import { reason, type Reason } from '../finding.ts'
import type { OutsideContact } from '../knowledge.ts'
import type { Composer } from './composition.ts'
import type { ResponseText, SectionName } from './response.ts'

interface Needed {
  readonly section: SectionName
  readonly source: string
}

/** In the order of reading. */
export const neededSections: readonly Needed[] = [
  { section: 'understood', source: 'PHSO, final responses: complaint and wanted outcome understood' },
  {
    section: 'considered',
    source: 'SI 2009/309 reg 14(2): how it was considered; guide: policies, evidence',
  },
  { section: 'issue', source: 'Guide, response checklist: each element answered' },
  {
    section: 'conclusion',
    source: 'SI 2009/309 reg 14(2): conclusions; guide: error, disadvantage, apology',
  },
  { section: 'actions', source: 'SI 2009/309 reg 14(2): action taken or proposed; guide: who and when' },
  { section: 'unhappy', source: 'Guide, response checklist: what if still unhappy' },
  { section: 'ombudsman', source: 'SI 2009/309 reg 14(2)(d); PHSO: says plainly that it is final' },
]

/** What stands between square brackets is for staff to fill in. */
const openPlace = /\[(?:To write|I’w ysgrifennu):/

export interface Facts {
  /** Positions of the issues that the person raised, in their order. */
  readonly issues: readonly number[]
  readonly ombudsmen: readonly OutsideContact[]
  /** Contributions filed after this text was written. */
  readonly newer: number
  /** Did the person allow more to be shared, or less, after this text was written? */
  readonly consentChanged: boolean
}

/** Empty: it may be signed. */
export function checkResponse(text: ResponseText, facts: Facts): readonly Reason[] {
  const answered = text.flatMap(({ name, issue }) => (name === 'issue' ? [issue] : []))
  const told = text.filter(({ name }) => name === 'ombudsman').map((each) => each.text)
  return [
    ...neededSections
      .filter(({ section }) => !text.some((each) => each.name === section && each.text.trim() !== ''))
      .map(({ section, source }) => reason(`answer:missing.${section}`, { source })),
    ...(JSON.stringify(answered) === JSON.stringify(facts.issues) ? [] : [reason('answer:missing.an-issue')]),
    ...text
      .filter((each) => openPlace.test(each.text))
      .map(({ name }) => reason('answer:missing.open-place', { section: name })),
    ...facts.ombudsmen
      .filter(({ name, phone }) => !told.some((each) => each.includes(phone ?? name.en)))
      .map(({ name }) => reason('answer:missing.body', { name: name.en })),
    ...(told.some((each) => /\bfinal\b|\bterfynol\b/i.test(each)) ? [] : [reason('answer:missing.final')]),
    ...(facts.newer > 0 ? [reason('answer:missing.newer', { count: facts.newer })] : []),
    ...(facts.consentChanged ? [reason('answer:missing.consent')] : []),
  ]
}

/** One for each law under which the issues are answered: both where the matter is mixed. */
export function ombudsmenFor({
  issues,
  contacts,
  today,
}: Pick<Composer, 'issues' | 'contacts' | 'today'>): readonly OutsideContact[] {
  return contacts.filter(
    ({ role, processes, from, until }) =>
      role === 'ombudsman' &&
      from <= today &&
      (until === null || today <= until) &&
      issues.some(({ process }) => processes.includes(process)),
  )
}
