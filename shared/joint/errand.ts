/** What one hub owes another on a part of a joint case: a look at it, or what its own staff did, brought there. */

export const errandActs = ['look', 'accept', 'contribution', 'exchange', 'more-time', 'approval'] as const
export type ErrandAct = (typeof errandActs)[number]

/** What our staff did on a part that another hub leads, by its name in the audit. Null: it stays with us. */
export function errandFor(act: string): Exclude<ErrandAct, 'look'> | 'not-there' | null {
  return errandOf[act] ?? null
}

/** 'not-there': the lead's hub has no door for it, so that it may not be done here and go unheard. */
const errandOf: Readonly<Record<string, Exclude<ErrandAct, 'look'> | 'not-there'>> = {
  'part.accept': 'accept',
  'contribution.file': 'contribution',
  'contribution.amend': 'contribution',
  'exchange.write': 'exchange',
  'time.ask': 'more-time',
  'response.approve': 'approval',
  'response.want-changes': 'approval',
  'document.add': 'not-there',
}
