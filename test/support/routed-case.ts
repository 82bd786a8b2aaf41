/** A case that came in through the door of a running hub, and what today's rules make of it. */
import { vi } from 'vitest'
import { route } from '../../router/route.ts'
import { createKnowledgeSource } from '../../services/pipeline/knowledge.ts'
import { listStandings, type Standing } from '../../services/store/replays.ts'
import { loadSubmission } from '../../services/store/submissions.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import type { TestHub } from './hub.ts'

export async function routedCase(hub: TestHub, text: string): Promise<Standing> {
  await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, kind: 'complaint' }),
  })
  return vi.waitFor(
    async () => {
      const standings = await listStandings(hub.base.connection.db, { since: new Date(0) })
      const [newest] = standings.toReversed()
      const submission = newest && (await loadSubmission(hub.base.connection.db, newest.submission))
      if (newest === undefined || submission?.content.text !== text) throw new Error('Not routed yet')
      return newest
    },
    { timeout: 20_000, interval: 100 },
  )
}

/** With the knowledge it was reached by, as keeping it wants them. */
export async function routedAgain(hub: TestHub, standing: Standing): Promise<readonly [Routing, Knowledge]> {
  const { db } = hub.base.connection
  const submission = await loadSubmission(db, standing.submission)
  if (submission === null) throw new Error('The submission is gone')
  const knowledge = createKnowledgeSource(db)
  const { receivedAt, receivedBy, content } = submission
  const holds = await knowledge.knowledgeFor(receivedAt, receivedBy, new Date())
  return [route(content, holds), holds]
}
