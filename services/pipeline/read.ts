/** Fetch and read: a delivery becomes a submission, nothing to route, or something for quarantine. */
import type { Channel, Delivery, Evidence, Reading } from '../../channels/channel.ts'
import type { EvidenceTools } from '../../channels/evidence-tools.ts'
import { reason } from '../../shared/finding.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Ring } from '../queue/bell.ts'
import type { Queries } from '../store/database.ts'
import {
  loadDelivery,
  markNothingToRoute,
  markQuarantined,
  markRead,
  type StoredDelivery,
} from '../store/deliveries.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Envelope } from '../store/envelope.ts'
import { saveAttachments, type NewAttachment } from '../store/files.ts'
import { loadEvidence, saveEvidence } from '../store/evidence.ts'
import { hostOf } from '../store/directory.ts'
import { seenBy, showTo } from '../store/receivers.ts'
import { saveSubmission } from '../store/submissions.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import { addressedTo } from './match.ts'
import type { ReplyTokens } from './reply-token.ts'
import { allowMailTo, heed, heedKeyword } from './heed.ts'
import { closedWhileReading } from './reader/reader.ts'
import { NeedsAPerson, type StepParts } from './step.ts'

export interface ReadParts extends StepParts {
  readonly envelope: Envelope
  readonly files: FileStore
  readonly channels: readonly Channel[]
  readonly reader: { read(delivery: Delivery, evidence: Evidence): Promise<Reading> }
  readonly tools: EvidenceTools
  readonly tokens: ReplyTokens
  readonly ring: Ring
}

/** Evidence is worth waiting for only so long: a case within seconds is worth more than a DNS answer. */
const evidencePatienceMs = 1_000
/** A picture is what they told us. After so many tries, some twenty seconds, the words are read without it. */
const contentPatienceMs = 15_000
const triesForContent = 3

export function createReadStep(parts: ReadParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const id = asId<'delivery'>(held.id)
    const delivery = await loadDelivery(parts.db, parts.envelope, id)
    if (delivery === null) throw new NeedsAPerson(reason('pipeline:delivery-gone'))
    const evidence = await fetchEvidence(parts, delivery, held.attempt)
    const reading = await parts.reader.read(delivery, evidence)
    // Ended by our own stopping, not by what was read: it waits and is read again.
    if (reading.outcome === 'unreadable' && reading.problem.key === closedWhileReading) {
      throw new Error('The reader was closed before it had read this')
    }
    const kept = reading.outcome === 'submission' ? await keepFiles(parts, delivery, reading) : nothingKept
    const submission = await parts.db.transaction().execute(async (db) => {
      if (!(await stillHolds(db, held))) return null
      return save(parts, db, delivery, reading, kept)
    })
    if (submission !== null) parts.ring('route', submission)
    parts.ring('examine', ...kept.attachments.map(({ file }) => file))
  }
}

/** What is durable before the reading is: the files, under whoever receives it. */
interface Kept {
  readonly receivedBy: OrganisationId | null
  readonly attachments: readonly NewAttachment[]
}

const nothingKept: Kept = { receivedBy: null, attachments: [] }

/** Outside of the transaction: storage may be another machine. Done again, it finds what is there already. */
async function keepFiles(
  parts: ReadParts,
  delivery: StoredDelivery,
  { submission, files }: Extract<Reading, { outcome: 'submission' }>,
): Promise<Kept> {
  const receivedBy = await receiverOf(parts, parts.db, delivery.receivedBy, submission)
  const contents = new Map(files.map((file) => [file.sha256, file]))
  const attachments: NewAttachment[] = []
  for (const { name, contentType, size, sha256 } of submission.attachments) {
    const found = contents.get(sha256)
    if (found === undefined) continue
    const file = await parts.files.keep(receivedBy, found, parts.now())
    attachments.push({ name, contentType, size, file })
  }
  return { receivedBy, attachments }
}

async function fetchEvidence(parts: ReadParts, delivery: StoredDelivery, attempt: number): Promise<Evidence> {
  const channel = parts.channels.find((candidate) => candidate.name === delivery.channel)
  const wanted = channel?.wants(delivery) ?? []
  if (wanted.length === 0) return new Map()
  const had = await loadEvidence(parts.db, parts.envelope, delivery.id)
  const missing = wanted.filter((request) => !had.has(request.key))
  const answers = await Promise.all(
    missing.map(async (request) => {
      const patience = request.isContent === true ? contentPatienceMs : evidencePatienceMs
      return { request, answer: await gatherInTime(request.gather(parts.tools), patience) }
    }),
  )
  const evidence = new Map(had)
  for (const { request, answer } of answers) {
    if (!answer.came) continue
    await saveEvidence(parts.db, parts.envelope, delivery.id, request.key, answer.content, parts.now())
    evidence.set(request.key, answer.content)
  }
  const lacksContent = answers.some(({ request, answer }) => request.isContent === true && !answer.came)
  if (lacksContent && attempt <= triesForContent)
    throw new Error('A part of the content cannot be fetched yet')
  return evidence
}

/** What does not come in time, or cannot be had, is read without. */
async function gatherInTime(
  gathering: Promise<unknown>,
  patienceMs: number,
): Promise<{ readonly came: true; readonly content: unknown } | { readonly came: false }> {
  const { promise: late, resolve } = Promise.withResolvers<{ readonly came: false }>()
  const timer = setTimeout(resolve, patienceMs, { came: false })
  try {
    const came = gathering.then(
      (content) => ({ came: true as const, content }),
      () => ({ came: false as const }),
    )
    return await Promise.race([came, late])
  } finally {
    clearTimeout(timer)
  }
}

async function save(
  parts: ReadParts,
  db: Queries,
  delivery: StoredDelivery,
  reading: Reading,
  kept: Kept,
): Promise<string | null> {
  switch (reading.outcome) {
    case 'unreadable':
      await showTo(db, delivery.id, await seenBy(db, delivery.receivedBy))
      await markQuarantined(db, delivery.id, reading.problem)
      return null
    case 'nothing-to-route':
      await showTo(db, delivery.id, await seenBy(db, delivery.receivedBy))
      await markNothingToRoute(db, delivery.id, reading.why)
      await heed(db, delivery, reading, parts.now())
      return null
    case 'submission':
      if (reading.keyword !== undefined) await heedKeyword(db, delivery, reading.keyword)
      return saveRead(parts, db, delivery, reading.submission, kept)
  }
}

async function saveRead(
  parts: ReadParts,
  db: Queries,
  delivery: StoredDelivery,
  submission: Submission,
  kept: Kept,
): Promise<string> {
  await saveAttachments(db, delivery.id, kept.attachments)
  await allowMailTo(db, delivery, submission)
  const id = await saveSubmission(
    db,
    {
      delivery: delivery.id,
      receivedAt: new Date(delivery.receivedAt),
      receivedBy: kept.receivedBy ?? delivery.receivedBy,
      content: submission,
    },
    parts.now(),
  )
  await markRead(db, delivery.id)
  return id
}

/**
 * Who receives it: whoever answers for the case it is addressed to; else the organisation the person chose, else the
 * owner of the door, each only if its staff would see it here; else the host. An organisation whose people cannot sign
 * in would receive it in vain.
 */
async function receiverOf(
  { tokens }: ReadParts,
  db: Queries,
  ownerOfDoor: OrganisationId,
  submission: Submission,
): Promise<OrganisationId> {
  const addressed = await addressedTo(db, submission, tokens)
  // Sent to another organisation as well, this is the delivery that is theirs: nobody takes it from them.
  const isTheirs = ownerOfDoor !== addressed && ownerOfDoor !== (await hostOf(db))
  if (addressed !== null && !isTheirs) return addressed
  return seenBy(db, submission.about.organisation, ownerOfDoor)
}
