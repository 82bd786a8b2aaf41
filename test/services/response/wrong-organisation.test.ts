/** Every page of the desk on a joint case, tried as who only has a part and as who has none: not found, whatever is added later. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { theHub } from '../../../services/store/audit.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { addKiosk, findKiosk } from '../../../services/store/kiosks.ts'
import { workSteps } from '../../../services/store/work.ts'
import { asId } from '../../../shared/ids.ts'
import { addressesOf } from '../../support/addresses.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { addJointCase, tellingAt, theirName } from '../../support/joint.ts'
import { ambulance, layMixedCounty } from '../../support/mixed-case.ts'
import { openDesk, type Visitor } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
const knowledge = await layMixedCounty(db, clock.now)

let receiver: Visitor
let contributor: Visitor
let stranger: Visitor
let administrator: Visitor
/** Real ones of this case, so that only whose they are decides. */
let places: Readonly<Record<string, string>>
beforeAll(async () => {
  const mo = await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  await addStaff(db, { email: 'val@vale.example', organisation: ambulance }, clock.now)
  const vera = await addStaff(db, { email: 'vera@vale.example', organisation: ambulance }, clock.now)
  await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', vera).execute()
  administrator = await desk.signedIn('vera@vale.example')
  receiver = await desk.signedIn('mo@marsh.example')
  contributor = await desk.signedIn('dee@dale.example')
  stranger = await desk.signedIn('val@vale.example')
  const made = await addJointCase(db, desk.envelope, knowledge)
  const yes = { consent: made.consent, act: 'give', by: { kind: 'person' } } as const
  await sayOnConsent(db, yes, tellingAt(clock.now))
  const first = async (table: 'parts' | 'messages' | 'submissions' | 'handoffs') =>
    (await db.selectFrom(table).select('id').where('case', '=', made.id).executeTakeFirstOrThrow()).id
  places = {
    reference: made.reference,
    consent: made.consent,
    part: await first('parts'),
    message: await first('messages'),
    submission: await first('submissions'),
    handoff: await first('handoffs'),
    proposal: (await proposeDale(made.id)).id,
    issue: '0',
    number: '1',
    section: '0',
    team: marshTriage,
    staff: mo,
    kiosk: await addMarshKiosk(),
    read: made.delivery,
    route: await first('submissions'),
    send: await first('messages'),
    'hand-over': await first('handoffs'),
    kind: 'question',
    answers: 'none',
    how: 'grant',
  }
})

async function addMarshKiosk(): Promise<string> {
  const wanted = { name: 'Lobby', place: 'Main entrance', organisation: marsh }
  const token = await addKiosk(db, wanted, { actor: theHub, now: clock.now })
  return (await findKiosk(db, token))?.id ?? ''
}

async function proposeDale(id: Awaited<ReturnType<typeof addJointCase>>['id']) {
  return db
    .insertInto('lead_proposals')
    .values({
      case: id,
      organisation: dale,
      state: 'proposed',
      because: JSON.stringify([]),
      proposed_at: clock.now,
      answer_by: '2026-11-30',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

const all = addressesOf(desk.room)
/** Of one’s own organisation whoever asks: the role stands in the address and nothing else. */
const ofOnesOwn = '/desk/directory/contacts/:role'
/** Tried on its own beneath. */
const ofALead = '/desk/joint/leads/:proposal'
const ofAnId = all.filter(
  ({ path }) =>
    path.includes(':') && !path.startsWith('/desk/cases/') && path !== ofOnesOwn && path !== ofALead,
)
const ofACase = all.filter(({ path }) => path.startsWith('/desk/cases/'))
const filled = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => places[name] ?? randomUUID())

async function everything() {
  const tables = [
    'cases',
    'parts',
    'consents',
    'lead_proposals',
    'messages',
    'exchanges',
    'responses',
  ] as const
  const rows = []
  for (const table of tables) rows.push(await db.selectFrom(table).selectAll().orderBy('id').execute())
  return rows
}

describe('the wrong organisation', () => {
  it('is tried at every page of a case that the desk has, which whoever received it can open', async () => {
    expect(ofACase.length).toBeGreaterThan(80)
    for (const room of ['/joint/', '/response']) {
      expect(ofACase.filter(({ path }) => path.includes(room)).length).toBeGreaterThan(15)
    }
    for (const path of ['', '/joint/confirm', '/joint/lead', `/joint/consents/${places['consent']}/record`]) {
      expect((await receiver.get(`/desk/cases/${places['reference']}${path}`)).status).toBe(200)
    }
    expect((await receiver.get(`/desk/cases/${places['reference']}/response`)).status).toBe(200)
  })

  it.each([
    ['a contributor, who works in the portal', () => contributor],
    ['an organisation that is no part of it at all', () => stranger],
  ] as const)('finds none of them and changes nothing: %s', async (_, visitor) => {
    const before = await everything()
    for (const { method, path } of ofACase) {
      const address = filled(path)
      const answer =
        method === 'GET'
          ? await visitor().get(address)
          : await visitor().post(address, { version: '1', why: 'Because' }, '/desk')
      expect([method, path, answer.status]).toEqual([method, path, 404])
      expect(answer.text).not.toContain(theirName)
    }
    expect(await everything()).toEqual(before)
  })

  it('finds nothing else of them either that has an id, though it administers its own', async () => {
    expect(ofAnId.map(({ path }) => path.split('/')[2])).toEqual(
      expect.arrayContaining(['notes', 'quarantine', 'signers', 'directory', 'rules', 'kiosks']),
    )
    const id = (name: string) => places[name] ?? ''
    const failed = { state: 'failed' } as const
    await db
      .updateTable('deliveries')
      .set({ state: 'quarantined' })
      .where('id', '=', asId<'delivery'>(id('read')))
      .execute()
    await db
      .updateTable('submissions')
      .set(failed)
      .where('id', '=', asId<'submission'>(id('route')))
      .execute()
    await db
      .updateTable('messages')
      .set(failed)
      .where('id', '=', asId<'message'>(id('send')))
      .execute()
    for (const { method, path } of ofAnId) {
      for (const step of path.includes(':step') ? workSteps : ['']) {
        const address = filled(path.replace(':step/:id', `${step}/${places[step] ?? randomUUID()}`))
        const answer =
          method === 'GET'
            ? await administrator.get(address)
            : await administrator.post(address, { name: 'Val', 'may-sign': 'yes', why: 'Because' }, '/desk')
        expect([method, address, answer.status]).toEqual([method, address, 404])
      }
    }
    for (const step of ['read', 'route', 'send']) {
      const own = await receiver.post(`/desk/quarantine/${step}/${id(step)}/again`, {}, '/desk')
      expect([step, own.status]).toEqual([step, 303])
    }
  })

  it('is not asked to lead what others are asked to lead, and cannot answer for them', async () => {
    const path = `/desk/joint/leads/${places['proposal']}`
    for (const visitor of [stranger, receiver]) {
      const answer = await visitor.post(path, { answer: 'accept', why: '' }, '/desk/joint')
      expect(answer.status).toBe(404)
      expect((await visitor.get('/desk/joint')).text).not.toContain(places['reference'])
    }
    expect((await contributor.get('/desk/joint')).text).toContain(places['reference'])
  })
})
