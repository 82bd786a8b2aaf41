/** The workers' half of the composition root: what each step is handed, and what runs by the clock. */
import { createChannels } from '../channels/all.ts'
import { channelSettings, sendsBy } from './channels-opened.ts'
import type { Base, Running } from './compose.ts'
import { faultOf } from './log.ts'
import { createScanner } from './files/scanner.ts'
import { createCall } from './outward/call.ts'
import { evidenceTools } from './pipeline/evidence-tools.ts'
import { createLook } from './pipeline/examine/look.ts'
import { createKnowledgeSource } from './pipeline/knowledge.ts'
import { createHandlers } from './pipeline/pipeline.ts'
import { createReader } from './pipeline/reader/reader.ts'
import { releaseWhatCanBeSent } from './pipeline/release-held.ts'
import { createReplyTokens } from './pipeline/reply-token.ts'
import { examineAgain } from './store/files.ts'
import type { Handlers } from './queue/names.ts'
import type { Precedence } from './precedence.ts'
import type { Concurrency } from './queue/workers.ts'
import { startUpkeep } from './upkeep/upkeep.ts'

/** With partners' machines it is waiting for their answers: more at once cost nothing, and a few that are slow hold up nobody. */
const workerConcurrency: Concurrency = (queue) => (queue === 'webhook' || queue === 'errand' ? 24 : 4)

function afterArrivals(handlers: Handlers, precedence: Precedence): Handlers {
  const after = (name: 'read' | 'route' | 'hand-over') => (id: string) =>
    precedence.turn().then(() => handlers[name](id))
  return { ...handlers, read: after('read'), route: after('route'), 'hand-over': after('hand-over') }
}

/** Starts the workers and what runs by the clock. */
export async function startWorker(base: Base, publicUrl: string): Promise<Running> {
  const { connection, bell, envelope, pages, now, log, sessionSecret } = base
  const settings = channelSettings(base, publicUrl)
  const channels = createChannels(settings)
  const reader = createReader(settings)
  const scan = base.config.clamdUrl === null ? null : createScanner(base.config.clamdUrl)
  const handlers = createHandlers({
    db: connection.db,
    now,
    complain: (step, id, error) => log.warn({ step, id, ...faultOf(error) }, 'A step failed'),
    envelope,
    files: base.files,
    scan,
    look: createLook(),
    call: createCall({ allowPrivate: base.config.partnersPrivate }),
    channels,
    reader,
    tools: evidenceTools,
    tokens: createReplyTokens(sessionSecret),
    ring: bell.ring,
    knowledge: createKnowledgeSource(connection.db),
    words: pages,
    publicUrl,
  })
  const workers = await bell.work(afterArrivals(handlers, base.precedence), workerConcurrency)
  if (scan !== null) bell.ring('examine', ...(await examineAgain(connection.db, now())))
  const upkeep = startUpkeep({
    db: connection.db,
    ring: bell.ring,
    depth: () => bell.depth(),
    now,
    complain: (task, error) => log.error({ task, ...faultOf(error) }, 'Upkeep failed'),
    words: pages,
    publicUrl,
    canSend: sendsBy(channels),
    release: () => releaseWhatCanBeSent({ db: connection.db, ring: bell.ring, now }, channels),
  })
  return {
    async close() {
      await upkeep.close()
      await workers.close()
      await reader.close()
    },
  }
}
