/** A part that another hub leads, told over real HTTP between two databases: opened, kept up to date, and shut. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { londonDate } from '../../../shared/dates/london.ts'
import { listConsentsOver } from '../../../services/store/joint/joint-due.ts'
import { findOpenPart, loadOpenUntil } from '../../../services/store/joint/part-scope.ts'
import { acceptPart } from '../../../services/store/joint/contribution-acts.ts'
import { oweLooks } from '../../../services/store/joint/peer-looks.ts'
import { listStandings } from '../../../services/store/replays.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { addStaff, dale } from '../../support/county.ts'
import { openTwoHubs, words } from './two-hubs.ts'

const hubs = await openTwoHubs()
const { theirs, here, letOut, told, work, ours, opened, consent, made, dan, acting, owed } = hubs

/** Every table, as text: is it anywhere? */
async function isStored(sought: string): Promise<boolean> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(here.db)
  for (const table of tables) {
    const { rows } = await sql`
      select 1 from ${sql.table(table.name)} as row where row::text like ${`%${sought}%`} limit 1`.execute(
      here.db,
    )
    if (rows.length > 0) return true
  }
  return false
}

describe('a part that we are told of', () => {
  it('is opened on our desk with what consent covers, made to us on the day it was let out, and due as they want it', async () => {
    await theirs.db
      .updateTable('parts')
      .set({ asked_at: new Date('2026-11-20T09:00:00Z') })
      .where('id', '=', made().part)
      .execute()
    const { reference, ...row } = await opened()
    expect(row).toMatchObject({
      state: 'open',
      received_on: '2026-11-20',
      next_due_on: '2026-12-01',
      part: 'asked',
    })
    const page = await dan().get(`/desk/cases/${reference}`)
    expect(page.text.replaceAll(/<[^>]*>/g, '')).toContain(words)
    expect(page.text).toContain(made().reference)
    expect(page.text).not.toContain('no contact wanted')
    expect((await dan().get('/desk')).text).toContain(reference)
  })

  it('is one case, however often it is told and looked at', async () => {
    const { id, unread } = await opened()
    for (let again = 0; again < 3; again++) {
      await told()
      await work()
    }
    expect(await ours()).toMatchObject([{ id, unread }])
  })

  it('is open here no longer than consent has it open there, and nobody here ends it by the clock', async () => {
    const { db } = theirs
    const today = londonDate(here.clock.now)
    const until = async (day: string) => {
      await db.updateTable('consents').set({ valid_until: day }).where('case', '=', made().id).execute()
      await told()
      await work()
      const [row] = await ours()
      if (row === undefined) throw new Error('It was not opened')
      const shown = { organisation: dale, case: row.id }
      return { ...row, last: await loadOpenUntil(here.db, shown) }
    }
    const { reference, last } = await until(today)
    expect(last).toBe(today)
    expect(await findOpenPart(here.db, dale, reference, today)).not.toBeNull()
    const tomorrow = new Date(here.clock.now.getTime() + 24 * 3_600_000)
    expect(await findOpenPart(here.db, dale, reference, londonDate(tomorrow))).toBeNull()
    expect(await listConsentsOver(here.db, tomorrow)).toEqual([])
    expect((await until('2027-03-01')).last).toBe('2027-03-01')
  })

  it('lets nobody here write to the person, and writes nothing by itself', async () => {
    const { id, reference } = await opened()
    const ann =
      (await addStaff(here.db, { email: `${id}@marsh.example` }, here.clock.now)) && `${id}@marsh.example`
    for (const visitor of [dan(), await here.signedIn(ann)]) {
      for (const form of ['reply', 'acknowledge', 'joint/consents/ask', 'response/compose']) {
        expect((await visitor.get(`/desk/cases/${reference}/${form}`)).status).toBe(404)
      }
    }
    const written = await here.db.selectFrom('messages').select('purpose').where('case', '=', id).execute()
    expect(written).toEqual([])
  })

  it('does not say who it is where consent does not cover that', async () => {
    const covers = JSON.stringify({ ...usualCovers([0]), identity: false })
    await theirs.db.updateTable('consents').set({ covers }).where('case', '=', made().id).execute()
    const { id } = await opened()
    const { person } = await here.db
      .selectFrom('cases')
      .select('person')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(person).toEqual({ name: null, email: null, phone: null, address: null })
  })

  it('is not routed again by newer rules, which would keep for ever what was found in it', async () => {
    await opened()
    expect(await listStandings(here.db, { since: new Date(0) })).toEqual([])
  })

  it('is nothing to us where it is not open to us', async () => {
    await consent('withdrawn')
    await told()
    await work()
    expect([await ours(), await owed()]).toEqual([[], []])
  })
})

describe('consent taken back there', () => {
  it('leaves nothing of what was told, closes the case with the reason, and brings it back when it is given again', async () => {
    await letOut('They lost the zebra-striped slippers.', 'Zuckertort')
    const { id, reference: now } = await opened()
    expect([await isStored('zebra-striped'), await isStored('Zuckertort')]).toEqual([true, true])
    await consent('withdrawn')
    await told()
    await work()
    expect([await isStored('zebra-striped'), await isStored('Zuckertort')]).toEqual([false, false])
    expect(await ours()).toMatchObject([{ id, state: 'closed', part: 'ours', ended_because: 'closed-to-us' }])
    const page = await dan().get(`/desk/cases/${now}`)
    expect([page.status, page.text.includes('took back their consent')]).toEqual([200, true])
    expect((await acceptPart(here.db, acting(now))).outcome).toBe('not-found')
    await consent('given')
    await told()
    await work()
    expect(await ours()).toMatchObject([{ id, state: 'open', part: 'asked', ended_because: null }])
    expect((await dan().get(`/desk/cases/${now}`)).text).toContain('zebra-striped')
  })

  it('is found within hours where nobody told us', async () => {
    const { id } = await opened()
    await consent('withdrawn')
    const later = new Date(here.clock.now.getTime() + 7 * 3_600_000)
    expect(await oweLooks(here.db, here.clock.now)).toEqual([])
    expect((await oweLooks(here.db, later)).length).toBeGreaterThan(0)
    expect(await oweLooks(here.db, later)).toEqual([])
    const before = here.clock.now
    here.clock.now = later
    await work()
    here.clock.now = before
    expect(await ours()).toMatchObject([{ id, state: 'closed' }])
  })
})
