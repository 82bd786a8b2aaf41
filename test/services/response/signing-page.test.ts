/** The page on which a response is signed, to those who may and to those who may not. */
import { expect, it } from 'vitest'
import { addStaff, marshTriage } from '../../support/county.ts'
import { addJointCase } from '../../support/joint.ts'
import { openDesk } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
const ana = await addStaff(db, { email: 'ana@marsh.example', teams: [marshTriage] }, clock.now)
const mo = await desk.signedIn('mo@marsh.example')
const { reference } = await addJointCase(db, desk.envelope, desk.knowledge)
const page = `/desk/cases/${reference}/response/sign`

it('says what to do where nobody may sign, then who may, and lets only them', async () => {
  const nobody = await mo.get(page)
  expect(nobody.text).toContain('Nobody may sign for Marsh Hospitals (example) yet')
  expect(nobody.text).toContain('hub user may-sign --email ADDRESS')
  expect(nobody.text).not.toContain('name="role"')

  await db.updateTable('staff').set({ may_sign: true }).where('id', '=', ana).execute()
  const notThem = await mo.get(page)
  expect(notThem.text).toContain('these may sign: Staff ana')
  expect(notThem.text).not.toContain('name="role"')

  const theirs = await (await desk.signedIn('ana@marsh.example')).get(page)
  expect(theirs.text).toContain('name="role"')
  expect(theirs.text).not.toContain('You cannot sign this yourself')
})
