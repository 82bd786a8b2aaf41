/** What a person allows to be shared with one other organisation: for what, how much of it, said how, until when. */
import type { CalendarDate } from '../dates/london.ts'
import type { Affected } from '../submission.ts'
import type { ConsentState } from './consent-changes.ts'

/**
 * For one answer together; to send it to whoever it belongs to (SI 2009/309 reg 6); or, to a commissioner's provider,
 * so that the commissioner can handle it (reg 7).
 */
export const consentPurposes = ['joint-answer', 'pass-on', 'commissioner-handles'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** By which way it was said. A tick, an answer or a call is as good as paper where it is on record (domain: form, call, letter). */
export const consentHows = [
  'web-form',
  'email',
  'text',
  'progress-page',
  'recorded-call',
  'signed-letter',
  'signed-form',
  'in-person',
] as const
export type ConsentHow = (typeof consentHows)[number]

/** Those that a member of staff writes down; the others come from the person's own hand. */
export const consentHowsOfStaff = ['recorded-call', 'signed-letter', 'signed-form', 'in-person'] as const

export interface Covers {
  /** Positions of the issues that may be shared, in the words that speak of them. */
  readonly issues: readonly number[]
  /** Name and how to reach them; without it the organisation learns what happened and not to whom. */
  readonly identity: boolean
  /** What came along: letters, pictures, recordings. */
  readonly attachments: boolean
  /** May the organisation look into the person's own records? */
  readonly records: boolean
}

/** As much as one answer needs: their own issues and who it is about; not the files, which may speak of others. */
export function usualCovers(issues: readonly number[]): Covers {
  return { issues, identity: true, attachments: false, records: true }
}

/** What it is asked about already is asked about still. */
export function widenedCovers(stood: Covers, issues: readonly number[]): Covers {
  return { ...stood, issues: [...new Set([...stood.issues, ...issues])].toSorted((a, b) => a - b) }
}

/**
 * Whoever the matter is about decides; a representative only where that person cannot: a child, someone without
 * capacity, someone who has died (SI 2009/309 reg 5(2)).
 */
export function consentGiver(affected: Affected): 'person' | 'affected-person' {
  const canDecide = affected.who === 'other' && ['asked', 'unstated'].includes(affected.authority)
  return canDecide ? 'affected-person' : 'person'
}

/** Does it let anything leave today? A consent holds through the day that it ends on. */
export function isInForce(
  consent: { readonly state: ConsentState; readonly validUntil: CalendarDate | null },
  today: CalendarDate,
): boolean {
  return consent.state === 'given' && (consent.validUntil === null || today <= consent.validUntil)
}
