/** What one hub owes another on a joint case: to look at what it tells, or to bring there what its own staff did. */

/** Something to fetch from there. */
export const looking = ['look', 'leads', 'fetch'] as const
/** Something to bring there. */
export const bringing = [
  'accept',
  'contribution',
  'exchange',
  'document',
  'more-time',
  'approval',
  'meeting',
  'lesson',
  'lead',
] as const
export type ErrandBringing = (typeof bringing)[number]
export type ErrandAct = (typeof looking)[number] | ErrandBringing

export function isLooking(act: ErrandAct): act is (typeof looking)[number] {
  return looking.some((each) => each === act)
}

/** What our staff did on a part that another hub leads, by its name in the audit. Null: it stays with us. */
export function errandFor(act: string): ErrandBringing | null {
  return errandOf[act] ?? null
}

const errandOf: Readonly<Record<string, ErrandBringing>> = {
  'part.accept': 'accept',
  'contribution.file': 'contribution',
  'contribution.amend': 'contribution',
  'exchange.write': 'exchange',
  'document.add': 'document',
  'time.ask': 'more-time',
  'response.approve': 'approval',
  'response.want-changes': 'approval',
  'meeting.answer': 'meeting',
  'lesson.write': 'lesson',
}
