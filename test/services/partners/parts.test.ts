/** A partner works on its part in the portal: sees what consent covers, contributes, asks, supplies, and nobody else does. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FileState } from '../../../shared/attached.ts'
import { addStaff, dale, daleTriage } from '../../support/county.ts'
import { disclose } from '../../support/joint.ts'
import { hiddenFields, type Visitor } from '../desk/open-desk.ts'
import { openPortal, type PartMade } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal

let ann: Visitor
let dan: Visitor
let part: PartMade
let base: string
beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await portal.signedIn('ann@marsh.example')
  dan = await portal.signedIn('dan@dale.example')
})
beforeEach(async () => {
  part = await portal.addPart()
  base = `/partner/cases/${part.reference}`
})

const stateOf = async () =>
  (await db.selectFrom('parts').select('state').where('id', '=', part.part).executeTakeFirstOrThrow()).state

const contribution = {
  happened: 'The care plan was not passed on.',
  outcome: 'upheld',
  changes: 'Plans go the same day.',
  'changeBy-day': '1',
  'changeBy-month': '3',
  'changeBy-year': '2027',
}

describe('a part', () => {
  it('says on what ground it is open: what the person allows, or what two people disclosed', async () => {
    expect((await dan.get(base)).text).toContain('What the person allows you to see')
    await disclose(db, part, clock.now)
    expect((await dan.get(base)).text).toContain('What the person allows you to see')
    await db.updateTable('consents').set({ state: 'withdrawn' }).where('case', '=', part.id).execute()
    const { text } = await dan.get(base)
    expect(text).toContain('The person has not agreed. Two people')
    expect(text).not.toContain('What the person allows')
  })

  it('is taken on, drafted, filed and shown as filed', async () => {
    expect((await dan.get(base)).text).toContain('We waited six hours')
    await dan.post(`${base}/accept`, {}, base)
    expect(await stateOf()).toBe('accepted')
    const saved = await dan.post(`${base}/issues/1`, { happened: 'Not yet known.', step: 'save' })
    expect(saved.location).toBe(`${base}?done=saved`)
    expect((await dan.get(`${base}/issues/1`)).text).toContain('Not yet known.')
    const filed = await dan.post(`${base}/issues/1`, { ...contribution, step: 'file' })
    expect(filed.location).toBe(`${base}?done=filed`)
    expect(await stateOf()).toBe('filed')
    const page = (await dan.get(base)).text
    expect(page).toContain('The care plan was not passed on.')
    expect(page).toContain('1 March 2027')
  })

  it('is not filed without what it must say, and nothing that was written is lost', async () => {
    const answer = await dan.post(`${base}/issues/1`, {
      happened: 'Half a story.',
      'changeBy-day': '31',
      'changeBy-month': '2',
      'changeBy-year': '2027',
      step: 'file',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Half a story.')
    expect(answer.text).toContain('Enter a day that exists')
    const without = await dan.post(`${base}/issues/1`, { happened: 'Half a story.', step: 'file' })
    expect(without.text).toContain('Say whether this is upheld')
    expect(await stateOf()).toBe('asked')
  })

  it('sent twice is filed once', async () => {
    const page = await dan.get(`${base}/issues/1`)
    const fields = { ...hiddenFields(page.text), ...contribution, step: 'file' }
    const answers = await Promise.all([
      dan.send(`${base}/issues/1`, fields),
      dan.send(`${base}/issues/1`, fields),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const filed = await db.selectFrom('contributions').select('id').where('part', '=', part.part).execute()
    expect(filed).toHaveLength(1)
  })

  it('has questions, more time and documents between it and whoever leads', async () => {
    const asked = await dan.post(`${base}/ask`, { kind: 'question', body: 'Which ward was it?' })
    expect(asked.location).toBe(`${base}?done=asked`)
    const time = {
      why: 'Staff are away.',
      'wantedOn-day': '9',
      'wantedOn-month': '12',
      'wantedOn-year': '2026',
    }
    expect((await dan.post(`${base}/more-time`, time)).location).toBe(`${base}?done=time-asked`)
    const late = { ...time, 'wantedOn-month': '11', 'wantedOn-day': '1' }
    expect((await dan.post(`${base}/more-time`, late)).status).toBe(422)
    const page = await dan.get(`${base}/documents/add`)
    const form = new FormData()
    for (const [name, value] of Object.entries(hiddenFields(page.text))) form.set(name, value)
    form.set('body', 'The plan')
    form.set('file', new File(['Plan of care'], 'plan.txt', { type: 'text/plain' }))
    const cookie = [...dan.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = await fetch(`${portal.address}${base}/documents/add`, {
      method: 'POST',
      body: form,
      headers: { cookie },
      redirect: 'manual',
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${base}?done=document`])
    const held = (await dan.get(base)).text
    expect(held).toContain('Which ward was it?')
    expect(held).toContain('plan.txt (being checked for malware)')
    const document = await db.selectFrom('documents').select(['id', 'file']).executeTakeFirstOrThrow()
    expect(portal.rung).toContainEqual({ queue: 'examine', ids: [document.file] })
    expect((await dan.get(`${base}/documents/${document.id}`)).status).toBe(404)
    const becomes = (state: FileState) =>
      db.updateTable('files').set({ state }).where('id', '=', document.file).execute()
    await becomes('infected')
    expect((await dan.get(base)).text).toContain('plan.txt (not passed on: malware was found in it')
    expect((await dan.get(`${base}/documents/${document.id}`)).status).toBe(404)
    await becomes('clean')
    const shown = (await dan.get(base)).text
    const [, file = ''] = new RegExp(`href="(${base}/documents/[^"]+)">plan.txt`).exec(shown) ?? []
    const got = await dan.get(file)
    expect([got.text, got.headers.get('content-disposition')]).toEqual([
      'Plan of care',
      'attachment; filename=plan.txt',
    ])
    expect((await ann.get(file)).status).toBe(404)
  })

  it('closes with the consent, at the very next click', async () => {
    expect((await dan.get(base)).status).toBe(200)
    await db.updateTable('consents').set({ state: 'withdrawn' }).where('case', '=', part.id).execute()
    expect((await dan.get(base)).status).toBe(404)
    expect((await dan.post(`${base}/accept`, {}, '/partner/sign-in')).status).not.toBe(200)
    expect(await stateOf()).toBe('asked')
  })
})
