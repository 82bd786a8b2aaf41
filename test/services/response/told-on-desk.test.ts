/** The card of a case says what the person told of sharing, and staff use it before they ask. */
import { describe, expect, it } from 'vitest'
import { addStaff, marshTriage } from '../../support/county.ts'
import { addJointCase } from '../../support/joint.ts'
import { openDesk } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
const mo = await desk.signedIn('mo@marsh.example')

describe('what they said of sharing on the form', () => {
  const consentTold = { said: 'yes', how: 'web-form' } as const

  it('is used by confirming a joint case, and the card says so', async () => {
    const made = await addJointCase(db, desk.envelope, desk.knowledge, { submission: { consentTold } })
    const { text } = await mo.get(`/desk/cases/${made.reference}`)
    expect(text).toContain('said yes to sharing this with the organisations it concerns, on the web form')
    expect(text).toContain('confirm that it is a joint case')
    expect(text).not.toContain('Ask the person</a>')
  })

  it('is looked at once more before a case is sent on', async () => {
    const made = await addJointCase(db, desk.envelope, desk.knowledge, {
      purpose: 'pass-on',
      submission: { consentTold },
    })
    const base = `/desk/cases/${made.reference}`
    expect((await mo.get(base)).text).toContain(`${base}/joint/told`)
    expect((await mo.get(`${base}/joint/told`)).text).toContain(
      'The case is sent on to Dale Council (example)',
    )
    expect((await mo.post(`${base}/joint/told`, {})).status).toBe(303)
    const consent = await db.selectFrom('consents').selectAll().where('id', '=', made.consent).execute()
    expect(consent).toMatchObject([{ state: 'given', given_how: 'web-form' }])
    expect(await mo.get(`${base}/joint/told`)).toHaveProperty('status', 404)
    const { text } = await mo.get(base)
    expect(text).toContain('all of it was sent on')
    expect(text).toContain('Due from Dale Council (example)')
  })

  it('does not count for who is added later, and the card says who is still to be asked', async () => {
    const made = await addJointCase(db, desk.envelope, desk.knowledge, { submission: { consentTold } })
    const base = `/desk/cases/${made.reference}`
    expect((await mo.post(`${base}/joint/confirm`, { why: 'They were there' })).status).toBe(303)
    await db.updateTable('consents').set({ state: 'needed' }).where('id', '=', made.consent).execute()
    expect((await mo.get(base)).text).toContain('still to be asked: Dale Council (example)')
  })
})
