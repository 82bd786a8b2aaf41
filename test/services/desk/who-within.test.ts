/** Within an organisation too, only those see a case who have to: every page and list of the desk, by who asks and which case. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { theHub } from '../../../services/store/audit.ts'
import { disableStaffMember } from '../../../services/store/staff.ts'
import { asId } from '../../../shared/ids.ts'
import { addressesOf } from '../../support/addresses.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { handTo } from '../../support/hand-to.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const speakUp = asId<'team'>('marsh-speak-up')
const legal = asId<'team'>('marsh-legal')

const people = ['triage', 'administrator', 'wards', 'emergency', 'guardian', 'nobody'] as const
type Who = (typeof people)[number]
const visitors = new Map<Who, Visitor>()
const visitorOf = (who: Who): Visitor => visitors.get(who) ?? expect.fail(`${who} is not signed in`)

async function signIn(who: Who, teams: Parameters<typeof addStaff>[1]['teams'] = []): Promise<void> {
  const email = `${who}@marsh.example`
  const id = await addStaff(db, { email, teams }, clock.now)
  if (who === 'administrator')
    await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', id).execute()
  visitors.set(who, await desk.signedIn(email))
}

beforeAll(async () => {
  for (const [id, name] of [
    [speakUp, 'Freedom to speak up guardian'],
    [legal, 'Legal team'],
  ] as const) {
    const team = { id, name, organisation: marsh, fallback: null, handover: JSON.stringify({ by: 'inbox' }) }
    await db.insertInto('teams').values(team).execute()
  }
  await signIn('triage', [marshTriage])
  await signIn('administrator')
  await signIn('wards', [marshWards])
  await signIn('emergency', [marshEmergency])
  await signIn('guardian', [speakUp])
  await signIn('nobody')
  // The only one who ever was in the legal team.
  await addStaff(db, { email: 'gone@marsh.example', teams: [legal] }, clock.now)
  await db
    .transaction()
    .execute((queries) =>
      disableStaffMember(queries, 'gone@marsh.example', { actor: theHub, now: clock.now }),
    )
})

interface Row {
  readonly what: string
  readonly given: CaseGiven
  /** After whom it belongs to: who was handed it besides, and how that stands. */
  readonly besides?: readonly Parameters<typeof handTo>[2][]
  readonly state?: Parameters<typeof handTo>[3]
  readonly seenBy: readonly Who[]
  /** Is every page and form of the desk tried? Else the page of the case and the lists. */
  readonly isTriedThroughout?: boolean
}

const whistleblowing = { flags: ['whistleblowing'] } as const
const all = ['triage', 'administrator'] as const
const table: readonly Row[] = [
  { what: 'of the wards', given: {}, seenBy: [...all, 'wards'], isTriedThroughout: true },
  { what: 'of triage', given: { ownerTeam: marshTriage }, seenBy: all },
  ...(['offered', 'accepted', 'escalated'] as const).map((state) => ({
    what: `of the wards, ${state} to the emergency department besides`,
    given: {},
    ...{ besides: [marshEmergency], state },
    seenBy: [...all, 'wards', 'emergency'] as const,
  })),
  ...(['held', 'declined', 'passed-on'] as const).map((state) => ({
    what: `of the wards, ${state} by the emergency department`,
    given: {},
    ...{ besides: [marshEmergency], state },
    seenBy: [...all, 'wards'] as const,
  })),
  { what: 'of a team without an account', given: { ownerTeam: legal }, seenBy: all },
  {
    what: 'in which somebody speaks up',
    given: { ...whistleblowing, ownerTeam: speakUp },
    seenBy: ['guardian'],
    isTriedThroughout: true,
  },
  {
    what: 'in which somebody speaks up, which the wards were handed besides',
    given: { ...whistleblowing, ownerTeam: speakUp },
    besides: [marshWards],
    seenBy: ['guardian', 'wards'],
  },
  {
    what: 'in which somebody speaks up, which the wards passed on',
    given: { ...whistleblowing, ownerTeam: speakUp },
    ...{ besides: [marshWards], state: 'passed-on' },
    seenBy: ['guardian'],
  },
  {
    what: 'in which somebody speaks up, for which nobody is named',
    given: { ...whistleblowing, ownerTeam: marshTriage },
    seenBy: ['triage'],
  },
  {
    what: 'in which somebody speaks up, and nobody of the team that has it can sign in',
    given: { ...whistleblowing, ownerTeam: legal },
    seenBy: all,
  },
]

async function make({ given, besides = [], state = 'accepted' }: Row): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, {
    ...given,
    // The same bytes in two cases are one file, which whoever sees either may have.
    files: [{ name: 'letter.txt', content: randomUUID() }],
  })
  for (const team of besides) await handTo(db, made, team, state)
  await db.updateTable('files').set({ state: 'failed' }).where('state', '=', 'not-scanned').execute()
  await db
    .updateTable('messages')
    .set({ direction: 'out', state: 'failed', purpose: 'reply', submission: null })
    .where('case', '=', made.id)
    .execute()
  await db
    .updateTable('handoffs')
    .set({ told: 'failed', accept_until: clock.now })
    .where('case', '=', made.id)
    .where('state', '=', 'offered')
    .execute()
  return made
}

/** Real ones of the case, so that only who asks decides. */
async function placesOf({ id, reference, delivery }: CaseMade): Promise<Readonly<Record<string, string>>> {
  const first = async (from: 'messages' | 'submissions' | 'handoffs') =>
    (await db.selectFrom(from).select('id').where('case', '=', id).executeTakeFirstOrThrow()).id
  const attachment = await db
    .selectFrom('attachments')
    .select(['id', 'file'])
    .where('delivery', '=', delivery)
    .executeTakeFirstOrThrow()
  return {
    reference,
    ...{ message: await first('messages'), submission: await first('submissions') },
    ...{
      handoff: await first('handoffs'),
      attachment: attachment.id,
      number: '1',
      issue: '0',
      kind: 'question',
    },
    ...{ send: await first('messages'), 'hand-over': await first('handoffs'), examine: attachment.file },
  }
}

const routes = addressesOf(desk.room)
const ofACase = routes.filter(({ path }) => path.includes(':reference'))
const again = '/desk/quarantine/:step/:id/again'

function filled(path: string, places: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => places[name] ?? randomUUID())
}

async function everything(): Promise<readonly unknown[]> {
  const tables = ['cases', 'handoffs', 'messages', 'findings', 'clocks', 'gradings', 'files'] as const
  const rows = []
  for (const one of tables) rows.push(await db.selectFrom(one).selectAll().orderBy('id').execute())
  return rows
}

/** Look first is on the first of them. */
const lists = ['/desk', '/desk?view=waiting', '/desk?view=mine', '/desk?view=triage', '/desk/quarantine']
const count = (html: string, tab: string) =>
  new RegExp(`${tab} <span class="desk-count[^"]*">([^<]*)`).exec(html)?.[1]

it('knows of every page that has a reference, and of the one that tries again', () => {
  expect(ofACase.length).toBeGreaterThan(80)
  for (const part of ['/response', '/joint/', '/attachments/', '/mail/', '/quarantine/', '/notes/'])
    expect([part, ofACase.some(({ path }) => path.includes(part))]).toEqual([part, true])
  expect(routes.map(({ path }) => path)).toContain(again)
})

describe.each(table)('a case $what', (row) => {
  it(`is seen by ${row.seenBy.join(', ')} and by nobody else`, async () => {
    const before = new Map<Who, string | undefined>()
    for (const who of people) before.set(who, count((await visitorOf(who).get('/desk')).text, 'All open'))
    const made = await make(row)
    const places = await placesOf(made)
    for (const who of people) {
      const isSeen = row.seenBy.includes(who)
      const page = await visitorOf(who).get(`/desk/cases/${made.reference}`)
      expect([who, page.status]).toEqual([who, isSeen ? 200 : 404])
      const raw = await visitorOf(who).get(`/desk/quarantine/${made.reference}`)
      expect([who, raw.status]).toEqual([who, isSeen ? 200 : 404])
      const { text } = await visitorOf(who).get('/desk')
      expect([who, text.includes(made.reference)]).toEqual([who, isSeen])
      expect([who, Number(count(text, 'All open'))]).toEqual([
        who,
        Number(before.get(who)) + (isSeen ? 1 : 0),
      ])
      const stuck = (await visitorOf(who).get('/desk/quarantine')).text
      expect([who, stuck.includes(made.reference)]).toEqual([who, isSeen])
      if (isSeen) continue
      await expectInNoList(who, made)
      if (row.isTriedThroughout === true) await expectNoPage(who, places)
    }
    await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', made.id).execute()
  })
})

async function expectInNoList(who: Who, { reference }: CaseMade): Promise<void> {
  for (const list of lists) {
    const { text } = await visitorOf(who).get(list)
    expect([who, list, text.includes(reference)]).toEqual([who, list, false])
  }
}

/** Not by any address with its reference, not by any form sent to it, not by trying again. */
async function expectNoPage(who: Who, places: Readonly<Record<string, string>>): Promise<void> {
  const visitor = visitorOf(who)
  const hidden = hiddenFields((await visitor.get('/desk/notes/new')).text)
  const sent = { ...hidden, version: '1', why: 'Because', to: marshEmergency, kind: 'comment' }
  const stood = await everything()
  for (const { method, path } of ofACase) {
    const address = filled(path, places)
    const answer = method === 'GET' ? await visitor.get(address) : await visitor.send(address, sent)
    expect([who, method, path, answer.status]).toEqual([who, method, path, 404])
  }
  for (const step of ['send', 'hand-over', 'examine']) {
    const address = `/desk/quarantine/${step}/${places[step] ?? ''}/again`
    expect([who, step, (await visitor.send(address, sent)).status]).toEqual([who, step, 404])
  }
  expect(await everything()).toEqual(stood)
}
