/** What staff decide about a joint case: that it is one or is not, whom it needs besides, and who is no longer part of it. */
import { reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId, PartId } from '../../../shared/ids.ts'
import type { ConsentPurpose } from '../../../shared/joint/consent.ts'
import { consentGiver, usualCovers, widenedCovers } from '../../../shared/joint/consent.ts'
import { changePart } from '../../../shared/joint/part-changes.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Waiting } from '../case-acts.ts'
import { needReason } from '../case-acts-findings.ts'
import type { Database, Queries } from '../database.ts'
import { backToReceiver, setLead } from './lead-standing.ts'
import { askForPart } from './ask-for-part.ts'
import { needCommissioner } from './need-commissioner.ts'
import { endAcross } from './shut-out.ts'
import { loadTold, recordToldConsent } from './told-consent.ts'
import { loadCaseToTell, tellPartner, type CaseToTell, type Telling } from './telling.ts'

/** Whatever the person already said of sharing holds from now on: before, only a machine had named with whom. */
export async function confirmJoint(
  db: Database,
  acting: Acting,
  basis: string,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    const told = await loadTold(queries, head.id)
    await decide(queries, head.id, 'confirmed', { by: who.id, at: now, basis })
    const waiting = told === null ? [] : await recordToldConsent(queries, head.id, told, telling)
    return { act: 'joint.confirm', waiting }
  })
}

/** Those that were let in are shut out, with nothing left to them. */
export async function sayNotJoint(
  db: Database,
  acting: Acting,
  why: string,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    needReason(why)
    await decide(queries, head.id, 'not-joint', { by: who.id, at: now, basis: why })
    const about = await loadCaseToTell(queries, head.id)
    const others = await queries
      .selectFrom('parts')
      .select(['id', 'organisation'])
      .where('case', '=', head.id)
      .where('organisation', '<>', about.received_by)
      .where('state', '<>', 'left')
      .execute()
    const waiting: Waiting[] = []
    for (const part of others) waiting.push(...(await leave(queries, about, part.id, why, telling)))
    await queries
      .updateTable('cases')
      .set({ is_joint: false, lead: null })
      .where('id', '=', head.id)
      .execute()
    return { act: 'joint.deny', waiting }
  })
}

async function decide(
  queries: Queries,
  id: CaseId,
  state: 'confirmed' | 'not-joint',
  { by, at, basis }: { readonly by: Act['who']['id']; readonly at: Date; readonly basis: string },
): Promise<void> {
  const decided = { state, decided_by: by, decided_at: at, basis }
  await queries
    .insertInto('joint_cases')
    .values({ case: id, because: JSON.stringify([]), ...decided })
    .onConflict((conflict) => conflict.column('case').doUpdateSet(decided))
    .execute()
}

export interface Addition {
  readonly organisation: OrganisationId
  readonly purpose: ConsentPurpose
  readonly issues: readonly number[]
  readonly why: string
}

/** Nothing leaves by this: the person is asked first. To send on is no joint case. */
export async function addOrganisation(
  db: Database,
  acting: Acting,
  addition: Addition,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { queries, head, who, now } = act
    const { organisation, purpose, issues, why } = addition
    needReason(why)
    if (organisation === head.received_by) throw new Refused(reason('joint:add.refused.own'))
    await needCommissioner(queries, head.received_by, purpose)
    const about = await loadCaseToTell(queries, head.id)
    const told = await loadTold(queries, head.id)
    if (purpose !== 'pass-on') {
      await decide(queries, head.id, 'confirmed', { by: who.id, at: now, basis: why })
      await addParts(queries, about, organisation, issues)
      await queries.updateTable('cases').set({ is_joint: true }).where('id', '=', head.id).execute()
      if (head.lead === null) await setLead(queries, head.id, head.received_by)
    }
    const consent = await addConsent(queries, about, addition)
    const isGiven = consent.state === 'given' && purpose !== 'pass-on'
    const waiting = isGiven ? [...(await askForPart(queries, about, consent, telling))] : []
    // Before it is sent on, staff look once more at what was said.
    if (told !== null && (purpose !== 'pass-on' || told.told.said === 'no')) {
      waiting.push(...(await recordToldConsent(queries, head.id, told, telling)))
    }
    return { act: 'joint.add', details: { for: organisation, purpose }, waiting }
  })
}

async function addParts(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  issues: readonly number[],
): Promise<void> {
  await queries
    .insertInto('parts')
    .values({
      case: about.id,
      organisation: about.received_by,
      role: 'contributor',
      state: 'accepted',
      issues: [],
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await queries
    .insertInto('parts')
    .values({ case: about.id, organisation, role: 'contributor', state: 'waiting', issues: [...issues] })
    .onConflict((conflict) =>
      conflict.columns(['case', 'organisation']).doUpdateSet((set) => ({
        issues: set.fn<number[]>('array_union', [set.ref('parts.issues'), set.ref('excluded.issues')]),
        // One that left, or whose part we kept, is asked anew.
        state: set
          .case()
          .when('parts.state', 'in', ['left', 'ours'])
          .then('waiting' as const)
          .else(set.ref('parts.state'))
          .end(),
        ended_because: null,
      })),
    )
    .execute()
}

/** What the person said of them already stands; a no is not asked again. */
async function addConsent(queries: Queries, about: CaseToTell, { organisation, purpose, issues }: Addition) {
  const { affected } = about
  const added = await queries
    .insertInto('consents')
    .values({
      case: about.id,
      organisation,
      purpose,
      from_whom: consentGiver(affected),
      authority: affected.who === 'other' ? affected.authority : 'self',
      covers: JSON.stringify(usualCovers(issues)),
      state: 'needed',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (added !== undefined) return added
  const stood = await queries
    .selectFrom('consents')
    .selectAll()
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
  // What they were never asked, or not asked for this, is asked for as it is wanted now.
  if (stood.state === 'given' && stood.purpose !== purpose) {
    throw new Refused(reason('joint:add.refused.other-purpose'))
  }
  if (stood.state === 'needed' || stood.state === 'expired') {
    await queries
      .updateTable('consents')
      .set({ purpose, covers: JSON.stringify(widenedCovers(stood.covers, issues)) })
      .where('id', '=', stood.id)
      .execute()
  }
  return stood
}

export async function letOrganisationLeave(
  db: Database,
  acting: Acting,
  part: PartId,
  why: string,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head }) => {
    needReason(why)
    const about = await loadCaseToTell(queries, head.id)
    const waiting = await leave(queries, about, part, why, telling)
    return { act: 'joint.leave', details: { part }, waiting }
  })
}

async function leave(
  queries: Queries,
  about: CaseToTell,
  id: PartId,
  why: string,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const part = await queries
    .selectFrom('parts')
    .select(['state', 'organisation', 'asked_at'])
    .where('id', '=', id)
    .where('case', '=', about.id)
    .executeTakeFirst()
  if (part === undefined || part.organisation === about.received_by) {
    throw new Refused(reason('joint:part.refused.gone'))
  }
  const left = changePart(part.state, 'leave', 'lead')
  if ('refused' in left) throw new Refused(left.refused)
  await queries
    .updateTable('parts')
    .set((set) => ({ state: left.to, ended_because: why, due_on: null, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  const { organisation } = part
  await endAcross(queries, about, organisation, telling.now)
  await backToReceiver(queries, about, organisation, telling)
  // Who was told nothing before consent is told nothing now.
  if (part.asked_at === null) return []
  return tellPartner(queries, about, { organisation, event: 'part.ended', part: id }, telling)
}

/** As they told a member of staff. */
export async function savePreferredLead(
  db: Database,
  acting: Acting,
  organisation: OrganisationId | null,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head }) => {
    await queries
      .updateTable('joint_cases')
      .set({ preferred_lead: organisation })
      .where('case', '=', head.id)
      .execute()
    return { act: 'lead.prefer', details: { to: organisation } }
  })
}
