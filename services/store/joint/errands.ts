/** What is owed to other hubs: one row for each call, in the order in which it arose, until it is done or given up. */
import { sql } from 'kysely'
import type { ErrandAct } from '../../../shared/joint/errand.ts'
import type { Reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId, PeerHubId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'

export interface Errand {
  readonly id: string
  readonly act: ErrandAct
  /** Of what is brought: a contribution, something said, a response. */
  readonly about: string | null
  readonly case: CaseId | null
  /** Of the case on their hub. */
  readonly reference: Reference
  readonly peer: PeerHubId
  /** Whose hub it is, and whom of ours it knows. */
  readonly theirs: OrganisationId
  readonly ours: OrganisationId
  readonly url: string
  readonly sealedKey: Uint8Array
  readonly isStopped: boolean
}

export async function loadErrand(db: Queries, id: string): Promise<Errand | null> {
  const row = await db
    .selectFrom('peer_errands')
    .innerJoin('peer_hubs', 'peer_hubs.id', 'peer_errands.peer')
    .select(['peer_errands.id', 'peer_errands.act', 'peer_errands.about', 'peer_errands.case'])
    .select(['peer_errands.their_reference as reference', 'peer_hubs.id as peer', 'peer_hubs.url'])
    .select(['peer_hubs.organisation as theirs', 'peer_hubs.ours', 'sealed_key as sealedKey', 'stopped_at'])
    .where('peer_errands.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { stopped_at, ...same } = row
  return { ...same, isStopped: stopped_at !== null }
}

/** The lane an errand is in; null where it is gone. */
export async function peerOfErrand(db: Queries, id: string): Promise<PeerHubId | null> {
  const row = await db.selectFrom('peer_errands').select('peer').where('id', '=', id).executeTakeFirst()
  return row?.peer ?? null
}

/** The oldest that is due and that nobody holds; of one case never one before another that waits. */
export async function nextErrandFor(db: Queries, peer: PeerHubId, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('peer_errands')
    .select('id')
    .where('peer', '=', peer)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('peer_errands as earlier')
            .select('earlier.id')
            .whereRef('earlier.peer', '=', 'peer_errands.peer')
            .whereRef('earlier.their_reference', '=', 'peer_errands.their_reference')
            .whereRef('earlier.id', '<', 'peer_errands.id')
            .where('earlier.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface EventTaken {
  readonly peer: PeerHubId
  /** Their own id of it: the same told twice is one. */
  readonly event: string
  readonly reference: Reference
  /** Of what is asked of us before anything of it is ours to see; else of our part. */
  readonly isOfLead: boolean
}

/** A look is owed. Null: it was told before. */
export async function saveLook(db: Queries, taken: EventTaken, now: Date): Promise<string | null> {
  const row = await db
    .insertInto('peer_errands')
    .values({
      peer: taken.peer,
      their_reference: taken.reference,
      act: taken.isOfLead ? 'leads' : 'look',
      their_event: taken.event,
      made_at: now,
      due_at: now,
    })
    .onConflict((conflict) => conflict.columns(['peer', 'their_event']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function markErrandDone(db: Queries, id: string, now: Date): Promise<void> {
  await db
    .updateTable('peer_errands')
    .set({ state: 'done', done_at: now, lease_until: null, problem: null })
    .where('id', '=', id)
    .execute()
}

/** Nobody answers there: what else waits for this hub waits as long, and has been tried as often. */
export async function restErrands(
  db: Queries,
  peer: PeerHubId,
  { attempts, dueAt, problem }: { readonly attempts: number; readonly dueAt: Date; readonly problem: Reason },
): Promise<void> {
  await db
    .updateTable('peer_errands')
    .set({
      due_at: sql`greatest(due_at, ${dueAt})`,
      attempts: sql`greatest(attempts, ${attempts})`,
      problem: JSON.stringify(problem),
    })
    .where('peer', '=', peer)
    .where('state', '=', 'waiting')
    .where('lease_until', 'is', null)
    .execute()
}

/** Once, however much was brought: none is added while one waits. */
export async function lookAgain(
  db: Queries,
  { id, peer, reference }: Pick<Errand, 'id' | 'peer' | 'reference'>,
  now: Date,
): Promise<string | null> {
  const waits = await db
    .selectFrom('peer_errands')
    .select('id')
    .where('peer', '=', peer)
    .where('their_reference', '=', reference)
    .where('state', '=', 'waiting')
    .where('id', '<>', id)
    .executeTakeFirst()
  if (waits !== undefined) return null
  const row = await db
    .insertInto('peer_errands')
    .values({ peer, their_reference: reference, act: 'look', made_at: now, due_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
