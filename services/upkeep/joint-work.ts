/** Joint work by the clock: consents that end or stay unanswered, leads nobody answers for, parts that are due. */
import type { Words } from '../pages/languages.ts'
import type { Ring } from '../queue/bell.ts'
import type { Waiting } from '../store/case-acts.ts'
import type { Database } from '../store/database.ts'
import { sayOnConsent } from '../store/joint/consent-acts.ts'
import {
  chasePart,
  listConsentsOver,
  listPartsDue,
  listUnanswered,
  remindOfConsent,
} from '../store/joint/joint-due.ts'
import { escalateSilence, listSilentProposals } from '../store/joint/lead-silence.ts'
import { escalateNotTold, listPerhapsNotTold } from '../store/joint/not-told.ts'
import type { Telling } from '../store/joint/telling.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { CanSend } from '../store/way-of-reply.ts'

export interface JointWorkParts {
  readonly db: Database
  readonly ring: Ring
  readonly now: () => Date
  readonly complain: (task: string, error: unknown) => void
  readonly words: Words
  readonly publicUrl: string
  readonly canSend: CanSend
}

/** One by one: what one fails by keeps no other waiting. */
export async function jointWork(parts: JointWorkParts): Promise<void> {
  const { db, now } = parts
  const at = now()
  const over = await listConsentsOver(db, at)
  const unanswered = await listUnanswered(db, at)
  const silent = await listSilentProposals(db, at)
  const due = await listPartsDue(db, at)
  const notTold = await listPerhapsNotTold(db, at)
  if (over.length + unanswered.length + silent.length + due.length + notTold.length === 0) return
  const { rules } = await loadCurrentKnowledge(db)
  const telling = { ...parts, rules, now: at }
  await each(parts, over, (consent) => endConsent(db, consent, telling))
  await each(parts, unanswered, (id) => remindOfConsent(db, id, telling))
  await each(parts, silent, (id) => escalateSilence(db, id, telling))
  await each(parts, due, (id) => chasePart(db, id, telling))
  await each(parts, notTold, (id) => escalateNotTold(db, id, telling))
}

async function endConsent(
  db: Database,
  consent: Parameters<typeof sayOnConsent>[1]['consent'],
  telling: Telling,
): Promise<readonly Waiting[]> {
  const result = await sayOnConsent(db, { consent, act: 'expire', by: { kind: 'hub' } }, telling)
  return result.outcome === 'done' ? result.waiting : []
}

async function each<Id extends string>(
  { ring, complain }: JointWorkParts,
  ids: readonly Id[],
  work: (id: Id) => Promise<readonly Waiting[]>,
): Promise<void> {
  for (const id of ids) {
    const waiting = await work(id).catch((error: unknown) => {
      complain(`joint work ${id}`, error)
      return []
    })
    for (const row of waiting) ring(row.step, row.id)
  }
}
