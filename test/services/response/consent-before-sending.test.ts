/** What the person allows is asked once more before their response is shown to anybody, up to the moment it leaves. */
import { beforeEach, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { askApproval, sendResponse, shareDraft } from '../../../services/store/joint/response-sending.ts'
import { editSection } from '../../../services/store/joint/response-versions.ts'
import { dale } from '../../support/county.ts'
import { tellingAt } from '../../support/joint.ts'
import { ambulance } from '../../support/mixed-case.ts'
import { openResponseWork } from '../../support/response-work.ts'
import { sendBy } from '../desk/send-by.ts'

const work = await openResponseWork()
const { begin, db, now, made, lead, compose, current, readyToApprove, approve, sign, send, responsesSent } =
  work
const later = new Date(now.getTime() + 1_000)
const refused = { outcome: 'refused', problem: { key: 'joint:response.refused.consent' } }

const consentOfDale = () =>
  db
    .selectFrom('consents')
    .select('id')
    .where('case', '=', made().id)
    .where('organisation', '=', dale)
    .executeTakeFirstOrThrow()

async function withdraw(): Promise<void> {
  const { id } = await consentOfDale()
  const withdrawal = { consent: id, act: 'withdraw', by: { kind: 'person' } } as const
  expect(await sayOnConsent(db, withdrawal, tellingAt(later))).toMatchObject({ outcome: 'done' })
}

beforeEach(async () => {
  await begin()
  await readyToApprove()
})

it('taken back after the signature, it is not sent, and a new version takes its place', async () => {
  await Promise.all([approve(dale), approve(ambulance)])
  await sign()
  await withdraw()
  expect(await send()).toMatchObject(refused)
  expect(await responsesSent()).toEqual([])
  expect(await compose()).toMatchObject({ outcome: 'done' })
  const { state, signed_as, sections } = await current()
  expect([state, signed_as]).toEqual(['draft', null])
  expect(JSON.stringify(sections)).not.toContain('We looked at point 1.')
})

it('run out by its own day, it is not sent either', async () => {
  await Promise.all([approve(dale), approve(ambulance)])
  await sign()
  const { id } = await consentOfDale()
  await db.updateTable('consents').set({ valid_until: '2026-11-25' }).where('id', '=', id).execute()
  const tomorrow = { ...(await lead()), now: new Date('2026-11-26T10:00:00Z') }
  const sending = sendResponse(
    db,
    tomorrow,
    (name) => name,
    () => true,
  )
  expect(await sending).toMatchObject(refused)
})

it('taken back while the letter waits to leave, it stays here, and can be put together anew', async () => {
  await Promise.all([approve(dale), approve(ambulance)])
  await sign()
  await send()
  await withdraw()
  const [letter] = await responsesSent()
  const gone: OutgoingMessage[] = []
  const result = { sent: true, providerId: 'p1' } as const
  await sendBy({ db, now: () => later, result, went: gone })(letter?.id ?? '')
  expect(gone).toEqual([])
  expect(await responsesSent()).toMatchObject([{ state: 'held' }])
  expect((await current()).state).toBe('signed')
  expect(await compose()).toMatchObject({ outcome: 'done' })
})

it('taken back while it is written, the text is neither changed by hand, shared nor sent round as it is', async () => {
  await compose()
  await withdraw()
  const { id } = await current()
  const text = 'All as before.'
  expect(await editSection(db, await lead(), { response: id, section: 0, text })).toMatchObject(refused)
  expect(await askApproval(db, await lead(), tellingAt(now))).toMatchObject(refused)
  expect(await shareDraft(db, await lead(), 'A draft.', () => true)).toMatchObject(refused)
})
