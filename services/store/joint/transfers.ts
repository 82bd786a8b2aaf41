/** Sending a case on with consent: it counts as made to the receiver on the day it is sent (SI 2009/309 reg 6(5)-(6), 7). */
import { clocksFor } from '../../../router/set-clocks/clocks-for.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import type { Selectable } from 'kysely'
import type { OrganisationId, StaffId } from '../../../shared/ids.ts'
import { changePart } from '../../../shared/joint/part-changes.ts'
import { record, theHub } from '../audit.ts'
import { staffActor, type Waiting } from '../case-acts.ts'
import { endClocks, setNextDue } from '../case-acts-clocks.ts'
import type { Process } from '../../../shared/words.ts'
import type { Queries } from '../database.ts'
import { saveClocks } from '../duties.ts'
import type { Consents } from '../tables.ts'
import { newsOfGoing } from './consent-words.ts'
import { openCaseTo } from './open-case-to.ts'
import { tellPartner, tellPerson, type CaseToTell, type SaidBy, type Telling } from './telling.ts'

type Consent = Pick<Selectable<Consents>, 'id' | 'organisation' | 'covers'>

/** Once for each organisation. The sender's record stays, and so do its clocks for whatever it keeps. */
export async function transferCase(
  queries: Queries,
  about: CaseToTell,
  consent: Consent,
  by: SaidBy,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const staff = by.kind === 'staff' ? by.id : null
  const { organisation } = consent
  const opened = await openCaseTo(queries, about, organisation, 'joint:handoff.transferred', telling)
  if (!(await insertTransfer(queries, about, consent, staff, telling.now))) return opened
  await startReceiversClocks(queries, about, consent, telling)
  await endSendersClocks(queries, about, consent, staff, telling.now)
  await endPart(queries, about, organisation)
  await setNextDue(queries, about.id)
  await record(queries, {
    at: telling.now,
    actor: staff === null ? theHub : staffActor(staff),
    act: 'case.transfer',
    about: { kind: 'case', id: about.id },
    organisation: about.received_by,
    details: { from: about.received_by, to: organisation, consent: consent.id },
  })
  const toThem = await tellPartner(queries, about, { organisation, event: 'case.transferred' }, telling)
  const words = await newsOfGoing(queries, about, organisation, 'transferred', telling)
  const news = { purpose: 'lead-news', writtenBy: null, consent: consent.id, ...words } as const
  return [...opened, ...toThem, ...(await tellPerson(queries, about, news, telling))]
}

/** Whatever was their part of it is theirs whole. */
async function endPart(queries: Queries, about: CaseToTell, organisation: OrganisationId): Promise<void> {
  const part = await queries
    .selectFrom('parts')
    .select(['id', 'state'])
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  if (part === undefined) return
  const left = changePart(part.state, 'leave', 'lead')
  if ('refused' in left) return
  await queries
    .updateTable('parts')
    .set((set) => ({ state: left.to, due_on: null, version: set('version', '+', 1) }))
    .where('id', '=', part.id)
    .execute()
}

async function insertTransfer(
  queries: Queries,
  about: CaseToTell,
  consent: Consent,
  by: StaffId | null,
  now: Date,
): Promise<boolean> {
  const row = await queries
    .insertInto('transfers')
    .values({
      case: about.id,
      from_organisation: about.received_by,
      to_organisation: consent.organisation,
      consent: consent.id,
      transferred_on: londonDate(now),
      transferred_at: now,
      transferred_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function startReceiversClocks(
  queries: Queries,
  about: CaseToTell,
  consent: Consent,
  { rules, now }: Telling,
): Promise<void> {
  const confirmed = about.kind_confirmed_at !== null || !(await isHeldToMore(queries, about))
  for (const process of await receiversProcesses(queries, about, consent)) {
    const matter = {
      organisation: consent.organisation,
      process,
      receivedOn: londonDate(now),
      kind: about.kind,
      confirmed,
      level: about.level,
      // Whatever was said aloud reached them in writing.
      oral: false,
    }
    await saveClocks(queries, about.id, clocksFor(matter, rules))
  }
}

/** Do clocks run at the sender in case it is a complaint? What the person chose as praise and nobody disputes has none. */
async function isHeldToMore(queries: Queries, about: CaseToTell): Promise<boolean> {
  const clocks = await queries
    .selectFrom('clocks')
    .select('because')
    .where('case', '=', about.id)
    .where('organisation', '=', about.received_by)
    .execute()
  return clocks.length === 0 || clocks.some(({ because }) => because.key.startsWith('router:clock.in-case.'))
}

/** A council that is sent social care answers for it in one stage, whatever rules its other work is under. */
async function receiversProcesses(
  queries: Queries,
  { id }: CaseToTell,
  { organisation, covers }: Consent,
): Promise<readonly Process[]> {
  const { process } = await queries
    .selectFrom('organisations')
    .select('process')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow()
  const services = await queries
    .selectFrom('issues')
    .leftJoin('care_services', (join) =>
      join
        .onRef('care_services.id', '=', 'issues.care_service')
        .on('care_services.organisation', '=', organisation),
    )
    .select(['issues.position', 'care_services.process'])
    .where('issues.case', '=', id)
    .execute()
  const sent = services.filter(({ position }) => covers.issues.includes(position))
  const found = sent.map((issue) => issue.process ?? process)
  return found.length === 0 ? [process] : [...new Set(found)]
}

/** Where nothing of it is left to answer here, what was due to the person is due from the receiver now. */
async function endSendersClocks(
  queries: Queries,
  about: CaseToTell,
  { covers }: Consent,
  by: StaffId | null,
  now: Date,
): Promise<void> {
  const mine = () =>
    queries
      .selectFrom('clocks')
      .select(['id'])
      .where('case', '=', about.id)
      .where('organisation', '=', about.received_by)
      .where('state', '=', 'running')
  await endClocks(queries, await mine().where('name', '=', 'pass-on').execute(), 'met', {
    because: 'transferred',
    by,
    at: now,
  })
  const issues = await queries.selectFrom('issues').select('position').where('case', '=', about.id).execute()
  if (!issues.every(({ position }) => covers.issues.includes(position))) return
  const answers = await mine()
    .where('name', 'in', ['respond', 'respond-stage-2', 'six-months', 'twelve-weeks', 'settle-oral'])
    .execute()
  await endClocks(queries, answers, 'dropped', { because: 'transferred', by, at: now })
}
