/** A person corrects or confirms what a case is. Every change is kept, and the day of receipt never moves. */
import { reason, type Reason } from '../finding.ts'
import type { CalendarDate } from '../dates/london.ts'
import type { Kind } from '../words.ts'

export interface KindOnRecord {
  readonly kind: Kind
  /** Which day's receipt do the clocks run from? The same after any conversion: a late label buys no time. */
  readonly receivedOn: CalendarDate
  /** Has a person said so, the sender's own choice included, or is it only the router's reading? */
  readonly confirmed: boolean
  readonly changes: readonly KindChange[]
}

export interface KindChange {
  readonly from: Kind
  readonly to: Kind
  /** An ISO instant. */
  readonly at: string
  readonly because: string
}

/** What must be on record for a case to become something else. */
type Need = 'reason' | 'reason-and-agreement'

/** A complaint is a right: it becomes less only if whoever complained agrees. */
function needFor(from: Kind, to: Kind): Need {
  return from === 'complaint' && to !== 'complaint' ? 'reason-and-agreement' : 'reason'
}

/** By a member of staff; a machine's reading never makes it less. Confirming the kind it has already needs no reason. */
export function convertKind(
  record: KindOnRecord,
  to: Kind,
  at: string,
  given: { readonly because: string; readonly agreedByPerson: boolean },
): { readonly record: KindOnRecord } | { readonly refused: Reason } {
  const { kind: from } = record
  if (from === to) return { record: { ...record, confirmed: true } }
  if (given.because.trim() === '') return { refused: reason('router:kind-change.no-reason') }
  // Before anybody confirmed it, "complaint" is only the router's guess, which a person may correct.
  if (record.confirmed && needFor(from, to) === 'reason-and-agreement' && !given.agreedByPerson) {
    return { refused: reason('router:kind-change.no-agreement') }
  }
  const change = { from, to, at, because: given.because }
  return { record: { ...record, kind: to, confirmed: true, changes: [...record.changes, change] } }
}

/** Which kinds ask for more of us, the least first. */
const asking: readonly (readonly Kind[])[] = [['comment', 'compliment'], ['concern'], ['complaint']]

/** What more words of the person make of it: it can come to ask for more, unless a member of staff has said what it is. */
export function kindAfterMore(
  { kind, confirmed }: Pick<KindOnRecord, 'kind' | 'confirmed'>,
  read: Kind,
): Kind {
  const rank = (one: Kind): number => asking.findIndex((group) => group.includes(one))
  return !confirmed && rank(read) > rank(kind) ? read : kind
}
