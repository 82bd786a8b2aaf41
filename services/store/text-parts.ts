/** Texts of one sender that come within half a minute of one another are parts of one message. */
import { sql } from 'kysely'
import { agreesToACall, asksForCallBack } from '../../channels/sms/keywords.ts'
import { reason } from '../../shared/finding.ts'
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Queries } from './database.ts'
import type { StoredSubmission } from './submissions.ts'

/** Between two parts; also how long a machine's answer may take. */
export const partsMs = 30_000

export interface WholeText {
  readonly text: string
  /** The other parts of it. */
  readonly parts: ReadonlySet<SubmissionId>
}

/** The text with those parts of it that the case has; null where it stands alone. */
export async function wholeText(
  db: Queries,
  id: CaseId,
  { id: own, content, receivedAt }: StoredSubmission,
): Promise<WholeText | null> {
  const { conversation } = content.thread
  if (content.channel !== 'sms' || conversation === undefined || isNoPart(content)) return null
  const rows = await db
    .selectFrom('submissions')
    .select(['id', 'received_at', 'content'])
    .where('case', '=', id)
    .where('id', '<>', own)
    .where(sql<boolean>`content->'thread'->'conversation'->>'theirs' = ${conversation.theirs}`)
    .where(sql<boolean>`content->'thread'->'conversation'->>'ours' = ${conversation.ours}`)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  const texts = [
    ...rows
      .filter(({ content }) => !isNoPart(content))
      .map(({ id, received_at: at, content }) => ({ id, at: at.getTime(), words: content.originalText })),
    { id: own, at: receivedAt.getTime(), words: content.originalText },
  ].toSorted((a, b) => a.at - b.at)
  const message = runAround(texts, own)
  if (message.length < 2) return null
  return {
    text: message.map(({ words }) => words).reduce(joined),
    parts: new Set(message.flatMap((part) => (part.id === own ? [] : [part.id]))),
  }
}

/** A picture alone; or words for the hub and not about care, which are done and belong to no matter. */
function isNoPart({ originalText: text }: Submission): boolean {
  return text.trim() === '' || asksForCallBack(text) || agreesToACall(text)
}

interface Text {
  readonly id: SubmissionId
  /** Milliseconds. */
  readonly at: number
  readonly words: string
}

/** Those around it with no longer gap between any two; in the order in which they came. */
function runAround(texts: readonly Text[], own: SubmissionId): readonly Text[] {
  const runs: Text[][] = []
  for (const text of texts) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run === undefined || last === undefined || text.at - last.at > partsMs) runs.push([text])
    else run.push(text)
  }
  return runs.find((run) => run.some(({ id }) => id === own)) ?? []
}

/** A sentence may be cut in two; where one ended, the next begins on a line of its own. */
function joined(before: string, after: string): string {
  return /[.!?…]\s*$/.test(before)
    ? `${before.trimEnd()}\n${after}`
    : `${before.trimEnd()} ${after.trimStart()}`
}

/** From now on it reads as the whole; what came by itself stays beside it as its original text. */
export async function saveWhole(db: Queries, id: SubmissionId, text: string): Promise<void> {
  const remark = JSON.stringify([reason('sms:one-of-several')])
  await db
    .updateTable('submissions')
    .set({
      content: sql`jsonb_set(
        jsonb_set(content, '{text}', to_jsonb(${text}::text)),
        '{remarks}', (content->'remarks') || ${remark}::jsonb)`,
    })
    .where('id', '=', id)
    .execute()
}
