/** What follows from an errand, each in one transaction: our part saved as it was told, closed to us, or what we did brought. */
import { route } from '../../../router/route.ts'
import type { PartTold } from '../../../shared/joint/part-told.ts'
import { record, type AuditEntry } from '../../store/audit.ts'
import type { Waiting } from '../../store/case-acts.ts'
import { hubScope, withScope, type Database, type Queries } from '../../store/database.ts'
import type { Envelope } from '../../store/envelope.ts'
import { lookAgain, markErrandDone, type Errand } from '../../store/joint/errands.ts'
import { endPeerCase } from '../../store/joint/peer-case-end.ts'
import { openPeerCase, submissionTold } from '../../store/joint/peer-case-open.ts'
import { savePartTold } from '../../store/joint/peer-case-told.ts'
import type { DocumentKeeper } from '../../store/joint/documents.ts'
import { markRefused, saveFetched } from '../../store/joint/peer-files.ts'
import { saveLeadsTold, type LeadsTold } from '../../store/joint/peer-leads.ts'
import { holdPeerCase } from '../../store/joint/peer-cases.ts'
import { stillHolds, type Claim } from '../../store/work.ts'
import type { Ring } from '../../queue/bell.ts'
import type { KnowledgeSource } from '../knowledge.ts'

export interface OutcomeParts {
  readonly db: Database
  readonly now: () => Date
  readonly envelope: Envelope
  readonly ring: Ring
  readonly files: DocumentKeeper
  readonly knowledge: KnowledgeSource
}

export async function saveLooked(
  parts: OutcomeParts,
  held: Claim,
  errand: Errand,
  { told, raw }: { readonly told: PartTold; readonly raw: Buffer },
): Promise<void> {
  const { envelope, knowledge } = parts
  const now = parts.now()
  const known = await knowledge.knowledgeFor(told.askedAt ?? now, errand.ours, now)
  const routing = route(submissionTold(told), known)
  const given = { errand, told, raw, routing, rules: known.rules, now }
  await finish(parts, held, async (queries) => {
    const standing = await holdPeerCase(queries, errand.peer, errand.reference)
    const opened = standing === null ? await openPeerCase(queries, envelope, given) : null
    const id = opened?.case ?? standing
    if (id === null) return []
    const files = await savePartTold(queries, envelope, id, given)
    await record(queries, entry(errand, opened === null ? 'peer-case.look' : 'peer-case.open', id, now))
    return [...(opened?.waiting ?? []), ...files]
  })
}

/** Whatever of it we had is shut. Where we had nothing, nothing happened. */
export async function closeToUs(parts: OutcomeParts, held: Claim, errand: Errand): Promise<void> {
  const now = parts.now()
  await finish(parts, held, async (queries) => {
    const id = await holdPeerCase(queries, errand.peer, errand.reference)
    if (id === null) return []
    await endPeerCase(queries, parts.envelope, id, errand, now)
    await record(queries, entry(errand, 'peer-case.end', id, now))
    return []
  })
}

/** They have it. Where our part stands with them now is worth a look. */
export async function saveBrought(parts: OutcomeParts, held: Claim, errand: Errand): Promise<void> {
  await finish(parts, held, async (queries) => {
    const look = await lookAgain(queries, errand, parts.now())
    return look === null ? [] : [{ step: 'errand', id: look }]
  })
}

/** A file of the part: on the case from now on, and looked at as any other. */
export async function saveFile(
  parts: OutcomeParts,
  held: Claim,
  errand: Errand,
  content: Uint8Array,
): Promise<void> {
  await finish(parts, held, async (queries) => {
    const id = await holdPeerCase(queries, errand.peer, errand.reference)
    if (id === null) return []
    const file = await saveFetched(queries, parts.files, errand, content, parts.now())
    return file === null ? [] : [{ step: 'examine', id: file }]
  })
}

export async function saveRefused(parts: OutcomeParts, held: Claim, errand: Errand): Promise<void> {
  await finish(parts, held, async (queries) => {
    await markRefused(queries, errand, parts.now())
    return []
  })
}

export async function saveLeads(
  parts: OutcomeParts,
  held: Claim,
  errand: Errand,
  told: LeadsTold,
): Promise<void> {
  await finish(parts, held, async (queries) => {
    await saveLeadsTold(queries, errand, told, parts.now())
    return []
  })
}

async function finish(
  { db, now, ring }: OutcomeParts,
  held: Claim,
  work: (queries: Queries) => Promise<readonly Waiting[]>,
): Promise<void> {
  const waiting = await withScope(db, hubScope, async (queries) => {
    if (!(await stillHolds(queries, held))) return []
    const left = await work(queries)
    await markErrandDone(queries, held.id, now())
    return left
  })
  for (const { step, id } of waiting) ring(step, id)
}

function entry({ peer, ours, id: errand }: Errand, act: string, id: string, at: Date): AuditEntry {
  return {
    at,
    actor: { kind: 'peer', id: peer },
    act,
    about: { kind: 'case', id },
    organisation: ours,
    details: { errand },
  }
}
