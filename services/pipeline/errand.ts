/** Errand: one call to the hub that leads a case, to look at our part or to bring what our staff did; tried for days. */
import { reason } from '../../shared/finding.ts'
import { isLooking } from '../../shared/joint/errand.ts'
import type { PeerHubId } from '../../shared/ids.ts'
import type { Call, OutwardAnswer } from '../outward/call.ts'
import { NotPublic } from '../outward/public-address.ts'
import type { Ring } from '../queue/bell.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Envelope } from '../store/envelope.ts'
import {
  loadErrand,
  lookAgain,
  markErrandDone,
  nextErrandFor,
  peerOfErrand,
  restErrands,
  type Errand,
} from '../store/joint/errands.ts'
import type { Claim } from '../store/work.ts'
import { callFor } from './errand/call.ts'
import { readLeadsTold } from './errand/leads-told.ts'
import { closeToUs, saveBrought, saveFile, saveLeads, saveLooked, saveRefused } from './errand/outcome.ts'
import { readPartTold } from './errand/part-told.ts'
import type { KnowledgeSource } from './knowledge.ts'
import type { LaneKind } from './lanes.ts'
import { NeedsAPerson, pauseAfter, TryLater, type StepParts } from './step.ts'

export interface ErrandParts extends StepParts {
  readonly envelope: Envelope
  readonly call: Call
  readonly files: FileStore
  readonly ring: Ring
  readonly knowledge: KnowledgeSource
}

/** To one hub they go one after the other. */
export const errandLane: LaneKind<PeerHubId> = {
  step: 'errand',
  laneOf: peerOfErrand,
  nextDueIn: nextErrandFor,
}

export function createErrandStep(parts: ErrandParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const errand = await loadErrand(parts.db, held.id)
    if (errand === null) throw new NeedsAPerson(reason('pipeline:errand.gone'))
    if (errand.isStopped) throw new NeedsAPerson(reason('pipeline:errand.stopped'))
    const call = await callFor(parts, errand)
    if (call === null) return markErrandDone(parts.db, held.id, parts.now())
    const answer = await parts.call(call).catch((error: unknown) => noAnswer(parts, held, errand, error))
    await settle(parts, held, errand, answer)
  }
}

async function settle(parts: ErrandParts, held: Claim, errand: Errand, answer: OutwardAnswer): Promise<void> {
  const { status } = answer
  if (status >= 200 && status < 300) return took(parts, held, errand, answer)
  // Only from the API itself: any other server may stand at that address for a while.
  const isTheirs = answer.contentType.startsWith('application/problem+json')
  if (status === 404 && isTheirs) {
    if (errand.act === 'look') return closeToUs(parts, held, errand)
    if (errand.act === 'fetch') return saveRefused(parts, held, errand)
    // A hub of before asks nobody to lead.
    if (errand.act === 'leads') return saveLeads(parts, held, errand, { leads: [], led: [] })
    // Closed to us, or a door they do not have: a look tells which.
    await lookAgain(parts.db, errand, parts.now())
    throw new NeedsAPerson(reason('pipeline:errand.closed'))
  }
  if (isTheirs && (status === 409 || status === 422)) {
    throw new NeedsAPerson(reason('pipeline:errand.refused', { title: titleOf(answer) }))
  }
  const problem = problemOf(status)
  if ([401, 403, 429, 503].includes(status)) await restTheOthers(parts, held, errand, problem)
  throw new TryLater(problem)
}

async function took(parts: ErrandParts, held: Claim, errand: Errand, { body }: OutwardAnswer): Promise<void> {
  if (!isLooking(errand.act)) return saveBrought(parts, held, errand)
  if (errand.act === 'fetch') return saveFile(parts, held, errand, body)
  return errand.act === 'look'
    ? readable(readPartTold(body), (told) => saveLooked(parts, held, errand, { told, raw: body }))
    : readable(readLeadsTold(body), (told) => saveLeads(parts, held, errand, told))
}

async function readable<Told>(told: Told | null, save: (told: Told) => Promise<void>): Promise<void> {
  if (told === null) throw new NeedsAPerson(reason('pipeline:errand.unreadable'))
  return save(told)
}

function problemOf(status: number) {
  const isKey = status === 401 || status === 403
  return isKey ? reason('pipeline:errand.key') : reason('pipeline:errand.status', { status })
}

const titleLength = 300

/** Their sentence for staff, as a sentence and nothing more. */
function titleOf({ body }: OutwardAnswer): string {
  try {
    const said: unknown = JSON.parse(body.toString())
    const title = typeof said === 'object' && said !== null && 'title' in said ? said.title : null
    return typeof title === 'string' ? title.slice(0, titleLength) : ''
  } catch {
    return ''
  }
}

async function noAnswer(parts: ErrandParts, held: Claim, errand: Errand, error: unknown): Promise<never> {
  if (error instanceof NotPublic) throw new NeedsAPerson(reason('pipeline:webhook.not-public'))
  const problem = reason('pipeline:errand.no-answer')
  await restTheOthers(parts, held, errand, problem)
  throw new TryLater(problem)
}

/** A hub that is away is tried with one errand at a time. */
async function restTheOthers(
  { db, now }: ErrandParts,
  held: Claim,
  { peer }: Errand,
  problem: TryLater['problem'],
): Promise<void> {
  const seconds = pauseAfter('errand', held.attempt)
  if (seconds === null) return
  const dueAt = new Date(now().getTime() + seconds * 1_000)
  await restErrands(db, peer, { attempts: held.attempt, dueAt, problem })
}
