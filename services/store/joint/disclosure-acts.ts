/** Without consent: for safeguarding or the public interest alone, with reasons, and never by one person. */
import { reason } from '../../../shared/finding.ts'
import type { DisclosureId, OrganisationId } from '../../../shared/ids.ts'
import type { Covers } from '../../../shared/joint/consent.ts'
import { actOnCase, Refused, type ActResult, type Acting } from '../case-acts.ts'
import { needReason } from '../case-acts-findings.ts'
import type { Database } from '../database.ts'
import { askForPart } from './ask-for-part.ts'
import { loadCaseToTell, type Telling } from './telling.ts'

export const grounds = ['safeguarding', 'public-interest'] as const

export interface DisclosureWanted {
  readonly organisation: OrganisationId
  readonly ground: (typeof grounds)[number]
  readonly why: string
  readonly covers: Covers
}

/** Nothing leaves by asking. */
export async function askForDisclosure(
  db: Database,
  acting: Acting,
  { organisation, ground, why, covers }: DisclosureWanted,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    needReason(why)
    if (organisation === head.received_by) throw new Refused(reason('joint:add.refused.own'))
    const { id } = await queries
      .insertInto('disclosures')
      .values({
        case: head.id,
        organisation,
        ground,
        why,
        covers: JSON.stringify(covers),
        state: 'asked',
        asked_by: who.id,
        asked_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { act: 'disclosure.ask', details: { disclosure: id, for: organisation, ground } }
  })
}

export interface DisclosureDecision {
  readonly disclosure: DisclosureId
  readonly decision: 'approved' | 'refused'
  readonly why: string
}

export async function decideDisclosure(
  db: Database,
  acting: Acting,
  { disclosure, decision, why }: DisclosureDecision,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    needReason(why)
    const asked = await queries
      .selectFrom('disclosures')
      .selectAll()
      .where('id', '=', disclosure)
      .where('case', '=', head.id)
      .executeTakeFirst()
    if (asked?.state !== 'asked') throw new Refused(reason('joint:disclosure.refused.decided'))
    if (asked.asked_by === who.id) throw new Refused(reason('joint:disclosure.refused.same-person'))
    await queries
      .updateTable('disclosures')
      .set({ state: decision, decided_by: who.id, decided_at: now, decided_because: why })
      .where('id', '=', disclosure)
      .execute()
    const about = await loadCaseToTell(queries, head.id)
    const waiting = decision === 'approved' ? await askForPart(queries, about, asked, telling) : []
    return { act: 'disclosure.decide', details: { disclosure, decision }, waiting }
  })
}
