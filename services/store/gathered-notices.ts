/** Notices to a team to whom much comes at once, such as an archive that is imported: a few by themselves, the rest together. */
import { receiptsSince } from '../../shared/receipt-age.ts'
import type { CaseId, HandoffId, TeamId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { isForInformation, isForPraise, type HandoffToTell } from './handoffs.ts'

const hourMs = 3_600_000

/** As many mails within an hour say that there is work; more only bury the one that matters. */
const mailsAnHour = 10

/** Told once nothing more came for two minutes, and after a quarter of an hour at the latest. */
const quietMs = 120_000
const longestMs = 900_000

/** Whoever is at risk now is told of by itself, however much comes; what lay in an archive for a week has waited longer. */
export async function isGathered(
  db: Queries,
  { acceptUntil, receivedAt }: Pick<HandoffToTell, 'acceptUntil' | 'receivedAt'>,
  address: string,
  now: Date,
): Promise<boolean> {
  if (acceptUntil !== null && receivedAt >= receiptsSince(now)) return false
  const { mails } = await db
    .selectFrom('messages')
    .select((select) => select.fn.countAll<number>().as('mails'))
    .where('direction', '=', 'out')
    .where('recipient', '=', address)
    .where('purpose', '=', 'handoff-notice')
    .where('created_at', '>=', new Date(now.getTime() - hourMs))
    .executeTakeFirstOrThrow()
  return mails >= mailsAnHour
}

export async function leaveGathered(db: Queries, id: HandoffId, now: Date): Promise<void> {
  await db.updateTable('handoffs').set({ gathered_at: now }).where('id', '=', id).execute()
}

/** Teams for whom it is time. */
export async function teamsToTell(db: Queries, now: Date): Promise<readonly TeamId[]> {
  const rows = await db
    .selectFrom('handoffs')
    .select('team')
    .where('gathered_at', 'is not', null)
    .groupBy('team')
    .having((having) =>
      having.or([
        having(having.fn.max('gathered_at'), '<=', new Date(now.getTime() - quietMs)),
        having(having.fn.min('gathered_at'), '<=', new Date(now.getTime() - longestMs)),
      ]),
    )
    .execute()
  return rows.map(({ team }) => team)
}

/** What one notice tells of; days are YYYY-MM-DD. */
export interface Gathered {
  readonly teamName: string
  readonly address: string
  /** On whose case the notice is kept: the newest of them. */
  readonly case: CaseId
  readonly handoff: HandoffId
  readonly offered: number
  readonly acceptBy: string | null
  readonly urgent: number
  readonly lookUntil: Date | null
  /** With nothing to accept: praise of teams that theirs manages. */
  readonly praise: number
  /** With nothing to accept: what a routing rule tells them of. */
  readonly told: number
  /** Is any of another organisation, where whoever reads it may have no account? */
  readonly isAcross: boolean
}

/** Takes them: nobody tells of them again. Null where nothing of it is news any more, or the team is not told by mail now. */
export async function takeGathered(db: Queries, team: TeamId): Promise<Gathered | null> {
  const { name, handover } = await db
    .selectFrom('teams')
    .select(['name', 'handover'])
    .where('id', '=', team)
    .executeTakeFirstOrThrow()
  const taken = await db
    .updateTable('handoffs')
    .set({ gathered_at: null })
    .where('team', '=', team)
    .where('gathered_at', 'is not', null)
    .returning(['id', 'case', 'state', 'accept_by', 'accept_until', 'is_across'])
    .returning([isForInformation.as('isTold'), isForPraise.as('isPraise')])
    .execute()
  const news = taken.filter(({ state }) => state === 'offered').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const newest = news.at(-1)
  if (newest === undefined || handover.by !== 'email') return null
  const offered = news.filter(({ isTold }) => !isTold)
  const praise = news.filter(({ isTold, isPraise }) => isTold && isPraise)
  const looks = offered.flatMap(({ accept_until: until }) => (until === null ? [] : [until]))
  return {
    teamName: name,
    address: handover.address,
    case: newest.case,
    handoff: newest.id,
    offered: offered.length,
    acceptBy: offered.map(({ accept_by: day }) => day).toSorted()[0] ?? null,
    urgent: looks.length,
    lookUntil: looks.length === 0 ? null : new Date(Math.min(...looks.map(Number))),
    praise: praise.length,
    told: news.length - offered.length - praise.length,
    isAcross: news.some(({ is_across }) => is_across),
  }
}
