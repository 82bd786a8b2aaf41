/** Routes a case again and keeps what differs, as `hub replay --apply` does it. */
import { route } from '../../router/route.ts'
import { createKnowledgeSource } from '../../services/pipeline/knowledge.ts'
import type { Database } from '../../services/store/database.ts'
import { keepReplay } from '../../services/store/keep-replay.ts'
import { listStandings } from '../../services/store/replays.ts'
import { loadSubmission } from '../../services/store/submissions.ts'
import type { CaseId } from '../../shared/ids.ts'

export async function replayCase(db: Database, id: CaseId, now: Date): Promise<void> {
  const standing = (await listStandings(db, { since: new Date(0) })).find((one) => one.case === id)
  const submission = standing && (await loadSubmission(db, standing.submission))
  if (standing === undefined || !submission) throw new Error('There is no such case')
  const { content, receivedAt, receivedBy } = submission
  const holds = await createKnowledgeSource(db).knowledgeFor(receivedAt, receivedBy, now)
  await keepReplay(db, standing, route(content, holds), holds, now)
}
