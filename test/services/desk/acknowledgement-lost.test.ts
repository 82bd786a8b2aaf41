/** An acknowledgement that came back or did not arrive was none: its clock runs again, and the case says so. */
import { beforeAll, describe, expect, it } from 'vitest'
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { OrganisationId, TeamId } from '../../../shared/ids.ts'
import { markBounced, markNotArrived } from '../../../services/store/message-arrivals.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { auditOf } from '../../support/case-rows.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'
import { sendBy } from './send-by.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const bounced = reason('message:bounced', { status: '5.1.1' })
const goneAt = new Date(clock.now.getTime() + 90_000)
const laterAt = new Date(clock.now.getTime() + 900_000)

interface Place {
  readonly organisation: OrganisationId
  readonly visitor: Visitor
}
let atMarsh: Place
let atDale: Place

async function staffOf(email: string, organisation: OrganisationId, team: TeamId): Promise<Place> {
  await addStaff(db, { email, organisation, teams: [team] }, clock.now)
  return { organisation, visitor: await desk.signedIn(email) }
}
beforeAll(async () => {
  atMarsh = await staffOf('ann@marsh.example', marsh, marshTriage)
  atDale = await staffOf('dan@dale.example', dale, daleTriage)
})

const jo = { name: 'Jo Example', email: 'jo@example.org', phone: '+447700900123', address: null }

/** A case whose clock a reply has stopped, by the provider's id of that reply. */
async function acknowledged(providerId: string, place = atMarsh, channel: 'email' | 'sms' = 'email') {
  const made = await addCase(db, envelope, knowledge, {
    submission: { person: jo, channel },
    receivedBy: place.organisation,
    acknowledgeBy: '2026-11-25',
  })
  return { made, id: await acknowledge(made, providerId, goneAt, place, channel) }
}

async function acknowledge(
  made: CaseMade,
  providerId: string,
  at: Date,
  { visitor } = atMarsh,
  channel: 'email' | 'sms' = 'email',
): Promise<string> {
  const form = `/desk/cases/${made.reference}/reply`
  const body = 'Dear Jo, shall we talk about how we look into it?'
  const check = await visitor.post(form, { subject: 'You', body, acknowledges: 'yes', step: 'check' })
  const fields = hiddenFields(check.text)
  await visitor.send(form, { ...fields, step: 'send' })
  const id = fields['message'] ?? ''
  await sendBy({ db, now: () => at, result: { sent: true, providerId }, channel })(id)
  return id
}

const clocksOf = ({ id }: CaseMade) =>
  db.selectFrom('clocks').selectAll().where('case', '=', id).orderBy('name').execute()
const nextDue = ({ id }: CaseMade) =>
  db.selectFrom('cases').select('next_due_on').where('id', '=', id).executeTakeFirstOrThrow()

const running = { state: 'running', ended_at: null, ended_by: null, ended_because: null }

describe('An acknowledgement', () => {
  it('by mail that came back sets its clock running again, once, and the case says so', async () => {
    const { made, id } = await acknowledged('<one@hub.example>')
    expect(await clocksOf(made)).toMatchObject([{ state: 'met', due_on: '2026-11-25' }])
    expect(await nextDue(made)).toEqual({ next_due_on: null })
    await markBounced(db, ['<one@hub.example>'], bounced, laterAt)
    await markBounced(db, ['<one@hub.example>'], bounced, laterAt)
    expect(await clocksOf(made)).toMatchObject([{ ...running, due_on: '2026-11-25' }])
    expect(await nextDue(made)).toEqual({ next_due_on: '2026-11-25' })
    const again = (await auditOf(db, made)).filter(({ act }) => act === 'clock.run-again')
    expect(again).toMatchObject([{ actor: 'hub', details: { message: id }, at: laterAt }])
    const page = await atMarsh.visitor.get(`/desk/cases/${made.reference}`)
    expect(page.text).toContain('The acknowledgement did not arrive, so this clock is running again.')
    expect(page.text).toContain('The acknowledgement did not arrive: its clock is running again')
    expect(page.text).not.toContain('first due')
  })

  it('by text that did not arrive does so too, told by our own id', async () => {
    const { made, id } = await acknowledged('SMone', atMarsh, 'sms')
    expect(await clocksOf(made)).toMatchObject([{ state: 'met' }])
    await markNotArrived(db, [id], reason('sms:not-delivered', { code: '30005' }), laterAt)
    expect(await clocksOf(made)).toMatchObject([running])
  })

  it('that came back lets what was said aloud be settled again, as long as there is time', async () => {
    const made = await addCase(db, envelope, knowledge, { submission: { person: jo } })
    const because = JSON.stringify({
      key: 'router:clock.due.working-days',
      params: { count: 1, source: 'reg' },
    })
    const toSettle = (due_on: string) =>
      ({ case: made.id, name: 'settle-oral', process: 'nhs', organisation: marsh, due_on, because }) as const
    await db
      .insertInto('clocks')
      .values([
        { ...toSettle(londonDate(laterAt)), starts_on: '2026-11-20' },
        { ...toSettle('2026-11-20'), starts_on: '2026-11-19' },
      ])
      .execute()
    await acknowledge(made, '<five@hub.example>', goneAt)
    const unsettled = { state: 'dropped', ended_because: 'not-settled' }
    expect((await clocksOf(made)).slice(1)).toMatchObject([unsettled, unsettled])
    await markBounced(db, ['<five@hub.example>'], bounced, laterAt)
    const after = (await clocksOf(made)).slice(1).toSorted((a, b) => a.due_on.localeCompare(b.due_on))
    expect(after).toMatchObject([unsettled, running])
  })

  it('that was not what stopped the clock changes nothing', async () => {
    const made = await addCase(db, envelope, knowledge, { submission: { person: jo } })
    await atMarsh.visitor.post(`/desk/cases/${made.reference}/acknowledge`, { how: 'phone', offered: 'yes' })
    await acknowledge(made, '<two@hub.example>', goneAt)
    await markBounced(db, ['<two@hub.example>'], bounced, laterAt)
    expect(await clocksOf(made)).toMatchObject([{ state: 'met', ended_because: 'acknowledged-by-phone' }])
  })

  it('that is followed by another counts from when the other went', async () => {
    const { made } = await acknowledged('<three@hub.example>')
    const secondAt = new Date(goneAt.getTime() + 60_000)
    await acknowledge(made, '<four@hub.example>', secondAt)
    await markBounced(db, ['<three@hub.example>'], bounced, laterAt)
    expect(await clocksOf(made)).toMatchObject([{ state: 'met', ended_at: secondAt }])
    await markBounced(db, ['<four@hub.example>'], bounced, laterAt)
    expect(await clocksOf(made)).toMatchObject([running])
  })

  it('of a council gives back the days to answer that it had moved', async () => {
    const made = await addCase(db, envelope, knowledge, {
      submission: { person: jo },
      receivedBy: dale,
      acknowledgeBy: '2026-11-27',
    })
    await db
      .insertInto('clocks')
      .values({
        case: made.id,
        name: 'respond',
        process: 'council-corporate',
        organisation: dale,
        starts_on: '2026-11-27',
        due_on: '2026-12-11',
        because: JSON.stringify({
          key: 'router:clock.due.working-days',
          params: { count: 10, source: 'the code' },
        }),
      })
      .execute()
    await acknowledge(made, '<five@hub.example>', goneAt, atDale)
    expect((await clocksOf(made)).map(({ due_on }) => due_on)).not.toContain('2026-12-11')
    await markBounced(db, ['<five@hub.example>'], bounced, laterAt)
    expect(await clocksOf(made)).toMatchObject([running, { state: 'running', due_on: '2026-12-11' }])
  })
})

it('that another organisation’s staff never see of it stays so', async () => {
  const { made } = await acknowledged('<six@hub.example>')
  await markBounced(db, ['<six@hub.example>'], bounced, laterAt)
  expect((await atDale.visitor.get(`/desk/cases/${made.reference}`)).status).toBe(404)
})
