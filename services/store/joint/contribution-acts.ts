/** What an organisation says on its own issues: taken on, drafted, filed once, and changed only by a version beside it. */
import { reason } from '../../../shared/finding.ts'
import type { ContributionId, IssueId } from '../../../shared/ids.ts'
import type { Outcome } from '../../../shared/joint/response.ts'
import { Refused, type ActResult } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { staffIdOf } from './contributor.ts'
import {
  actOnPart,
  issuesInHand,
  stepPart,
  type PartActing,
  type PartAtHand,
  type PartDone,
} from './part-acts.ts'
import { takeBackApproval } from './response-approvals.ts'

export interface ContributionDraft {
  /** Position of the issue within the case. */
  readonly issue: number
  readonly whatHappened: string
  readonly outcome: Outcome | null
  readonly whatChanges: string
  /** London calendar date by which what changes is done. */
  readonly changeBy: string | null
}

export interface ContributionToFile extends ContributionDraft {
  /** Made by whoever sends it, so that filing it twice is filing it once. */
  readonly id: ContributionId
  readonly outcome: Outcome
}

export async function acceptPart(db: Database, acting: PartActing): Promise<ActResult> {
  return actOnPart(
    db,
    acting,
    async (at) => {
      await stepPart(at, 'accept', { accepted_at: at.now })
      return { act: 'part.accept' }
    },
    ({ part }) => Promise.resolve(part.state === 'accepted'),
  )
}

/** Seen by nobody but its own organisation. */
export async function saveContribution(
  db: Database,
  acting: PartActing,
  draft: ContributionDraft,
): Promise<ActResult> {
  return actOnPart(db, acting, async (at) => {
    const issue = await issueInHand(at, draft.issue)
    await refuseOnceSigned(at)
    const written = { ...columnsOf(at, draft), state: 'draft' as const }
    const updated = await at.queries
      .updateTable('contributions')
      .set(written)
      .where('part', '=', at.part.id)
      .where('issue', '=', issue)
      .where('state', '=', 'draft')
      .executeTakeFirst()
    if (updated.numUpdatedRows === 0n) {
      const version = await nextVersion(at, issue)
      await at.queries
        .insertInto('contributions')
        .values({ ...written, part: at.part.id, issue, version })
        .execute()
    }
    if (at.part.state === 'asked') await stepPart(at, 'accept', { accepted_at: at.now })
    return { act: 'contribution.save', details: { issue: draft.issue } }
  })
}

/** With the last of its issues the part is filed. What was approved before is not approved any more. */
export async function fileContribution(
  db: Database,
  acting: PartActing,
  filed: ContributionToFile,
): Promise<ActResult> {
  const work = async (at: PartAtHand): Promise<PartDone> => {
    const issue = await issueInHand(at, filed.issue)
    await refuseOnceSigned(at)
    checkComplete(filed)
    await at.queries
      .deleteFrom('contributions')
      .where('part', '=', at.part.id)
      .where('issue', '=', issue)
      .where('state', '=', 'draft')
      .execute()
    const version = await nextVersion(at, issue)
    await at.queries
      .insertInto('contributions')
      .values({
        ...columnsOf(at, filed),
        id: filed.id,
        part: at.part.id,
        issue,
        version,
        state: 'filed',
        filed_at: at.now,
      })
      .execute()
    await takeBackApproval(at)
    await moveOn(at)
    const isAmended = await wasFiledBefore(at, issue, version)
    return {
      act: isAmended ? 'contribution.amend' : 'contribution.file',
      details: { contribution: filed.id, issue: filed.issue, version },
    }
  }
  return actOnPart(db, acting, work, (at) => isFiled(at, filed.id))
}

function checkComplete({ whatHappened, outcome, whatChanges, changeBy }: ContributionToFile): void {
  if (whatHappened.trim() === '') throw new Refused(reason('joint:contribution.refused.nothing'))
  if (outcome !== 'not-upheld' && whatChanges.trim() === '') {
    throw new Refused(reason('joint:contribution.refused.no-change'))
  }
  if (outcome !== 'not-upheld' && changeBy === null) {
    throw new Refused(reason('joint:contribution.refused.no-day'))
  }
}

/** After the signature nobody changes what it stands under. */
async function refuseOnceSigned({ queries, part }: PartAtHand): Promise<void> {
  const signed = await queries
    .selectFrom('responses')
    .select('state')
    .where('case', '=', part.case)
    .where('state', 'in', ['signed', 'sent'])
    .executeTakeFirst()
  if (signed !== undefined) throw new Refused(reason(`joint:response.refused.${signed.state}`))
}

async function issueInHand(at: PartAtHand, position: number): Promise<IssueId> {
  const theirs = await issuesInHand(at)
  const issue = theirs.includes(position)
    ? await at.queries
        .selectFrom('issues')
        .select('id')
        .where('case', '=', at.part.case)
        .where('position', '=', position)
        .executeTakeFirst()
    : undefined
  if (issue === undefined) throw new Refused(reason('joint:contribution.refused.not-theirs'))
  return issue.id
}

function columnsOf({ by, now }: PartAtHand, draft: ContributionDraft) {
  return {
    what_happened: draft.whatHappened,
    outcome: draft.outcome,
    what_changes: draft.whatChanges,
    change_by: draft.changeBy,
    saved_by: staffIdOf(by),
    saved_at: now,
  }
}

async function nextVersion({ queries, part }: PartAtHand, issue: IssueId): Promise<number> {
  const { last } = await queries
    .selectFrom('contributions')
    .select((select) => select.fn.max<number | null>('version').as('last'))
    .where('part', '=', part.id)
    .where('issue', '=', issue)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function wasFiledBefore(
  { queries, part }: PartAtHand,
  issue: IssueId,
  version: number,
): Promise<boolean> {
  const earlier = await queries
    .selectFrom('contributions')
    .select('id')
    .where('part', '=', part.id)
    .where('issue', '=', issue)
    .where('state', '=', 'filed')
    .where('version', '<', version)
    .executeTakeFirst()
  return earlier !== undefined
}

async function isFiled({ queries, part }: PartAtHand, id: ContributionId): Promise<boolean> {
  const row = await queries
    .selectFrom('contributions')
    .select('id')
    .where('id', '=', id)
    .where('part', '=', part.id)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  return row !== undefined
}

/** Filed when every issue in hand has its filed contribution; worked on before that. */
async function moveOn(at: PartAtHand): Promise<void> {
  const { queries, part } = at
  const rows = await queries
    .selectFrom('contributions')
    .innerJoin('issues', 'issues.id', 'contributions.issue')
    .select('issues.position')
    .where('contributions.part', '=', part.id)
    .where('contributions.state', '=', 'filed')
    .execute()
  const filed = new Set(rows.map(({ position }) => position))
  const isAll = (await issuesInHand(at)).every((position) => filed.has(position))
  if (isAll && part.state !== 'approved') await stepPart(at, 'file', { filed_at: at.now })
  else if (part.state === 'asked') await stepPart(at, 'accept', { accepted_at: at.now })
}
