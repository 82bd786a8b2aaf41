/** The glossary as types: the closed lists of words the whole house uses, one word for one thing. */

/** Ways to reach us. Adding one is adding a folder under channels/ and a line in channels/all.ts. */
export const channelNames = ['web-form', 'email', 'sms', 'phone', 'kiosk', 'staff-note', 'open311'] as const
export type ChannelName = (typeof channelNames)[number]

/** The four Cs, in law: what the person is doing. Not how it sounds; that is Tone. */
export const kinds = ['comment', 'compliment', 'concern', 'complaint'] as const
export type Kind = (typeof kinds)[number]

/** How the words sound: a machine's reading, never a legal fact. */
export const tones = ['positive', 'neutral', 'negative'] as const
export type Tone = (typeof tones)[number]

/** Step 1 of the Department of Health guide (2009, p.18): how serious is the issue? */
export const seriousnesses = ['Low', 'Medium', 'High'] as const
export type Seriousness = (typeof seriousnesses)[number]

/** Step 2 of the guide: how likely is it to recur? */
export const likelihoods = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const
export type Likelihood = (typeof likelihoods)[number]

/** Step 3 of the guide: the category. "Moderate" is a level, "Medium" a seriousness; they are not the same word. */
export const levels = ['Low', 'Moderate', 'High', 'Extreme'] as const
export type Level = (typeof levels)[number]

/** Languages people may be answered in. Both are shipped. */
export const languages = ['en', 'cy'] as const
export type Language = (typeof languages)[number]

/**
 * What makes a case jump the queue, before and apart from any score. Each has its own route and speed in rules/.
 */
export const flags = [
  'immediate-danger',
  'self-harm',
  'safeguarding-adult',
  'safeguarding-child',
  'threat',
  'duty-of-candour',
  'legal-or-media',
  'whistleblowing',
  'discrimination',
] as const
export type Flag = (typeof flags)[number]

/** A life may be at risk now. */
export const dangers: readonly Flag[] = ['immediate-danger', 'self-harm']

/** Which law or code the handling follows; it decides the clocks. Domain facts: SI 2009/309; CQC reg 16; LGSCO code. */
export const processes = ['nhs', 'adult-social-care', 'council-corporate', 'registered-provider'] as const
export type Process = (typeof processes)[number]

/** A list that cannot be empty. */
export type NonEmpty<T> = readonly [T, ...T[]]

export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0
}

/** The highest of two positions in one of the ordered lists above. */
export function higherOf<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}
