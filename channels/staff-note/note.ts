/** What staff write down about somebody's words: the boxes of the note, and what can be wrong in each. */
import { isCalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Answers } from '../../shared/form.ts'
import { kinds, languages } from '../../shared/words.ts'

/** Where or how did the person tell it? */
export const hows = ['desk', 'ward', 'phone', 'visit', 'post'] as const

export const contactWays = ['email', 'sms', 'phone', 'post', 'none'] as const
export const authorities = ['asked', 'child', 'no-capacity', 'deceased', 'unstated'] as const

/** How the person has the copy of what was written down that the law gives them (SI 2009/309 reg 13(2)). */
export const copies = ['handed-over', 'post', 'email', 'sms', 'not-wanted'] as const

/** May what they said be shared with other organisations, if it concerns them? */
export const consents = ['yes', 'no', 'not-asked'] as const

/** Characters: the longest letter that anybody typed out, and a line of it. */
const longestWords = 100_000
const longestLine = 1_000

/** Who signed in, which nobody types. */
export interface TakenBy {
  readonly id: string
  readonly name: string
}

/** A letter that was scanned, a photograph. */
export interface Scan {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

const choices: Readonly<Record<string, readonly string[]>> = {
  how: hows,
  kind: kinds,
  language: languages,
  who: ['self', 'other'],
  authority: authorities,
  contactBy: contactWays,
  copy: copies,
  consent: consents,
  verbatim: ['yes', 'no'],
  answerphone: ['yes', 'no'],
}
const lines = [
  ...['name', 'email', 'phone', 'address', 'otherName', 'relationship', 'place'],
  ...['organisation', 'careService', 'heardBy'],
]

/** Language key per box, in the order of the page; empty when all is well. `today` is a London calendar date. */
export function problemsOf(
  answers: Answers,
  hasScans: boolean,
  today: string,
): Readonly<Record<string, Reason>> {
  return {
    ...(choiceOf(answers, 'how', hows) === null ? { how: reason('staff-note:problem.how') } : {}),
    ...wrongDates(answers, today),
    ...(textOf(answers, 'words') === null && !hasScans ? { words: reason('staff-note:problem.words') } : {}),
    ...tooLong(answers, ['words', 'wantedOutcome', 'needs'], longestWords),
    ...tooLong(answers, lines, longestLine),
    ...wrongChoices(answers),
    ...unreachable(answers),
  }
}

/** Null where nothing but blanks stands. */
export function textOf(answers: Answers, field: string): string | null {
  return answers[field]?.trim() || null
}

export function choiceOf<T extends string>(answers: Answers, field: string, allowed: readonly T[]): T | null {
  return allowed.find((each) => each === answers[field]) ?? null
}

function tooLong(
  answers: Answers,
  fields: readonly string[],
  limit: number,
): Readonly<Record<string, Reason>> {
  const long = fields.filter((field) => (answers[field] ?? '').length > limit)
  return Object.fromEntries(long.map((field) => [field, reason('staff-note:problem.tooLong', { limit })]))
}

function wrongChoices(answers: Answers): Readonly<Record<string, Reason>> {
  const wrong = Object.entries(choices).filter(
    ([field, allowed]) => textOf(answers, field) !== null && !allowed.includes(answers[field] ?? ''),
  )
  return Object.fromEntries(wrong.map(([field]) => [field, reason('staff-note:problem.choice')]))
}

function wrongDates(answers: Answers, today: string): Readonly<Record<string, Reason>> {
  const { saidOn = '', saidAt = '', happenedOn = '', knownSince = '' } = answers
  const isSaid = isPast(saidOn, today)
  return {
    ...(isSaid ? {} : { saidOn: reason('staff-note:problem.saidOn') }),
    ...(saidAt === '' || isClockTime(saidAt) ? {} : { saidAt: reason('staff-note:problem.saidAt') }),
    // Nobody tells of a thing before it happens.
    ...(happenedOn === '' || isPast(happenedOn, isSaid ? saidOn : today)
      ? {}
      : { happenedOn: reason('staff-note:problem.happenedOn') }),
    ...(knownSince === '' || (isPast(knownSince, isSaid ? saidOn : today) && knownSince >= happenedOn)
      ? {}
      : { knownSince: reason('staff-note:problem.knownSince') }),
  }
}

export function isClockTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function isPast(date: string, today: string): boolean {
  return isCalendarDate(date) && date <= today
}

/** Whoever is to be answered in a way must have left what that way needs. */
function unreachable(answers: Answers): Readonly<Record<string, Reason>> {
  const way = choiceOf(answers, 'contactBy', contactWays)
  if (way === null || way === 'none') return {}
  const field = { email: 'email', sms: 'phone', phone: 'phone', post: 'address' }[way]
  return textOf(answers, field) === null ? { [field]: reason('staff-note:problem.reach') } : {}
}
