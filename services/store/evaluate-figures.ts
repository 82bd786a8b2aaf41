/** Agreement and drift as figures: how often people said what the router said, and how far gradings moved. */
import { driftOf, gradeParts, stepsOf, type Drift, type GradePart } from '../../shared/case/grading-drift.ts'
import type { ChannelName } from '../../shared/words.ts'
import { judgedAbouts, type JudgedAbout, type Judgement, type Regraded } from './evaluations.ts'

export interface Agreement {
  readonly about: JudgedAbout
  readonly by: 'all' | 'subject' | 'channel' | 'month'
  /** Code of the subject, name of the channel, YYYY-MM of receipt; null for all together. */
  readonly of: string | null
  readonly judged: number
  readonly agreed: number
  /** 0 to 1. */
  readonly share: number
}

export function agrees({ router, person }: Judgement): boolean {
  const [one, other] = [router, person].map((values) => [...new Set(values)].toSorted())
  return JSON.stringify(one) === JSON.stringify(other)
}

/** First all together, then by subject, channel and month, each in its order. */
export function agreements(judgements: readonly Judgement[]): readonly Agreement[] {
  return judgedAbouts.flatMap((about) => {
    const ofThis = judgements.filter((judgement) => judgement.about === about)
    return (['all', 'subject', 'channel', 'month'] as const).flatMap((by) => countBy(about, by, ofThis))
  })
}

/** One subject by one channel in one month of receipt. */
export interface Crossing {
  readonly about: JudgedAbout
  /** A code; "none" where nobody made out a subject. */
  readonly subject: string
  readonly channel: ChannelName
  /** YYYY-MM. */
  readonly month: string
  readonly judged: number
  readonly agreed: number
  /** 0 to 1. */
  readonly share: number
}

/** Only what somebody judged, in the order of subject, channel and month; a case about several subjects counts under each. */
export function crossings(judgements: readonly Judgement[]): readonly Crossing[] {
  return judgedAbouts.flatMap((about) => {
    const ofThis = judgements.filter((judgement) => judgement.about === about)
    const keyed = ofThis.flatMap((judgement) =>
      groupsOf(judgement, 'subject').map((subject) => ({ subject: subject ?? 'none', judgement })),
    )
    const cells = Map.groupBy(keyed, ({ subject, judgement: { channel, receivedOn } }) =>
      [subject, channel, monthOf(receivedOn)].join(' '),
    )
    return [...cells]
      .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
      .flatMap(([, members]) => {
        const [first] = members
        if (first === undefined) return []
        const { subject, judgement } = first
        const { channel, receivedOn } = judgement
        const agreed = members.filter((member) => agrees(member.judgement)).length
        const judged = members.length
        const share = rounded(agreed / judged)
        return [{ about, subject, channel, month: monthOf(receivedOn), judged, agreed, share }]
      })
  })
}

function monthOf(day: string): string {
  return day.slice(0, 'YYYY-MM'.length)
}

function countBy(
  about: JudgedAbout,
  by: Agreement['by'],
  judgements: readonly Judgement[],
): readonly Agreement[] {
  const groups = new Map<string | null, Judgement[]>()
  for (const judgement of judgements) {
    for (const of of groupsOf(judgement, by)) groups.set(of, [...(groups.get(of) ?? []), judgement])
  }
  return [...groups]
    .toSorted(([one], [other]) => (one ?? '').localeCompare(other ?? '', 'en'))
    .map(([of, members]) => {
      const agreed = members.filter(agrees).length
      return { about, by, of, judged: members.length, agreed, share: rounded(agreed / members.length) }
    })
}

/** A case about several subjects counts under each. */
function groupsOf({ subjects, channel, receivedOn }: Judgement, by: Agreement['by']) {
  switch (by) {
    case 'all':
      return [null]
    case 'subject':
      return subjects.length === 0 ? ['none'] : subjects
    case 'channel':
      return [channel]
    case 'month':
      return [monthOf(receivedOn)]
  }
}

export interface DriftFigures extends Readonly<Record<Drift, number>> {
  readonly drift: GradePart
  readonly cases: number
  /** Mean steps up its scale; negative where gradings fell. */
  readonly mean: number
}

/** Nothing where nothing was graded again. */
export function drifts(regraded: readonly Regraded[]): readonly DriftFigures[] {
  if (regraded.length === 0) return []
  return gradeParts.map((drift) => {
    const steps = regraded.map(({ before, after }) => stepsOf(drift, before, after))
    const count = (wanted: Drift): number => steps.filter((step) => driftOf(step) === wanted).length
    return {
      drift,
      cases: steps.length,
      raised: count('raised'),
      lowered: count('lowered'),
      unchanged: count('unchanged'),
      mean: rounded(steps.reduce((sum, step) => sum + step, 0) / steps.length),
    }
  })
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000
}
