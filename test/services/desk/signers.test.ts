/** Who may sign, as an administrator sets it: for their own organisation, on record, and nobody signs with another's name. */
import { beforeAll, describe, expect, it } from 'vitest'
import { signersOf } from '../../../services/store/joint/signers.ts'
import type { StaffId } from '../../../shared/ids.ts'
import { addStaff, dale, marsh, marshTriage } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
let ada: Visitor
let ann: StaffId
let dan: StaffId

beforeAll(async () => {
  ann = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  dan = await addStaff(db, { email: 'dan@dale.example', organisation: dale }, clock.now)
  const id = await addStaff(db, { email: 'ada@marsh.example', teams: [marshTriage] }, clock.now)
  await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', id).execute()
  ada = await desk.signedIn('ada@marsh.example')
})

const names = async () => (await signersOf(db, marsh)).map(({ name }) => name)
const say = (visitor: Visitor, id: StaffId, values: Readonly<Record<string, string>>) =>
  visitor.post(`/desk/signers/${id}`, values, '/desk/signers')

describe('the page of who may sign', () => {
  it('says plainly that nobody may', async () => {
    expect((await ada.get('/desk/signers')).text).toContain('Nobody may sign now')
  })

  it('lets an administrator name a colleague, change the name they sign with, and take it back, each on record', async () => {
    expect((await say(ada, ann, { name: 'Ann Holt', 'may-sign': 'yes' })).status).toBe(303)
    expect(await names()).toEqual(['Ann Holt'])
    expect((await ada.get('/desk/signers')).text).not.toContain('Nobody may sign now')
    await say(ada, ann, { name: 'Ann Holt' })
    expect(await names()).toEqual([])
    const audit = await db
      .selectFrom('audit_entries')
      .select('act')
      .where('about', '=', ann)
      .where('act', '<>', 'staff.add')
      .orderBy('id')
      .execute()
    expect(audit.map(({ act }) => act)).toEqual(['staff.may-sign', 'staff.rename', 'staff.may-not-sign'])
  })

  it('changes nothing without a name, and says so', async () => {
    const { status, text } = await say(ada, ann, { name: ' ', 'may-sign': 'yes' })
    expect(status).toBe(422)
    expect(text).toContain(`href="#name-${ann}"`)
    expect(text).toContain(`id="wrong-${ann}"`)
    expect(text.match(/id="wrong-/g)).toHaveLength(1)
    expect(text).toMatch(new RegExp(`id="may-${ann}"[^>]* checked`))
    expect(await names()).toEqual([])
  })

  it('is not there for anybody else, and reaches nobody of another organisation', async () => {
    const visitor = await desk.signedIn('ann@marsh.example')
    expect((await visitor.get('/desk/signers')).status).toBe(404)
    expect(
      (await visitor.post(`/desk/signers/${ann}`, { name: 'Ann', 'may-sign': 'yes' }, '/desk')).status,
    ).toBe(404)
    expect((await say(ada, dan, { name: 'Dan', 'may-sign': 'yes' })).status).toBe(404)
    expect((await ada.get('/desk/signers')).text).not.toContain('dan@dale.example')
    expect([await names(), await signersOf(db, dale)]).toEqual([[], []])
  })
})
