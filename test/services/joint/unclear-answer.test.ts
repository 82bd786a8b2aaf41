/** What comes back to the question of sharing and is no clear yes or no: a person reads it, and it is no matter of its own. */
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { loadModel } from '../../../rules/classifier/load-model.ts'
import { route } from '../../../router/route.ts'
import { continueCase } from '../../../services/store/continue-case.ts'
import { loadSubmission } from '../../../services/store/submissions.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { addStaff, marsh, marshTriage } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { knowledgeOf } from '../../support/findings.ts'
import { addJointCase, theirEmail } from '../../support/joint.ts'
import { openDesk, type Visitor } from '../desk/open-desk.ts'

const model = loadModel()
const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let mo: Visitor
let made: Awaited<ReturnType<typeof addJointCase>>

beforeAll(async () => {
  await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
  mo = await desk.signedIn('mo@marsh.example')
})
beforeEach(async () => {
  made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on' })
})

const ask = () => mo.post(`/desk/cases/${made.reference}/joint/consents/ask`, { consents: made.consent })

async function wrote(text: string, minutes = 5) {
  const receivedAt = new Date(clock.now.getTime() + minutes * 60_000)
  const { id: delivery } = await addDelivery(db, envelope, { receivedBy: marsh, receivedAt, raw: text })
  const person = { name: null, email: theirEmail, phone: null, address: null }
  const content = submissionOf({ channel: 'email', text, person })
  const { id } = await db
    .insertInto('submissions')
    .values({
      delivery,
      case: made.id,
      received_at: receivedAt,
      received_by: marsh,
      content: JSON.stringify(content),
      matched: JSON.stringify({ how: 'token', sameSender: true }),
      state: 'routed',
      due_at: receivedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const submission = await loadSubmission(db, id)
  if (submission === null) throw new Error('It was saved a moment ago')
  const today = knowledgeOf({ version: knowledge, model })
  await db
    .transaction()
    .execute((queries) =>
      continueCase(queries, made.id, submission, route(content, today), today, receivedAt, null),
    )
}

const issues = async () => {
  const rows = await db.selectFrom('issues').select('position').where('case', '=', made.id).execute()
  return rows.length
}

it.each([
  'Yes but please do not tell them my name',
  'Yes but please do not tell them my name, and not the GP',
  'What would they see?',
  'I am not sure. Let me ask my daughter',
])('adds no issue to the case: %s', async (text) => {
  await ask()
  await wrote(text)
  expect(await issues()).toBe(1)
})

it.each([
  'Yes, and I waited two hours in the corridor',
  'Nobody has come to dress my leg since and now it is infected',
])('is more than an answer where it tells of something: %s', async (text) => {
  await ask()
  await wrote(text)
  expect(await issues()).toBe(2)
})

it('is a matter of its own where nothing was asked', async () => {
  await wrote('Yes but please do not tell them my name')
  expect(await issues()).toBe(2)
})

it('is what staff are told to do next: they read it instead of waiting', async () => {
  await ask()
  const next = async () => (await mo.get(`/desk/cases/${made.reference}`)).text
  expect(await next()).toContain('wait for the person’s answer')
  await wrote('What would they see?')
  expect(await next()).toContain('read what the person wrote since you asked')
  clock.now = new Date(clock.now.getTime() + 600_000)
  await ask()
  expect(await next()).toContain('wait for the person’s answer')
})

it('may be asked for by telephone in words that say that it would be sent on', async () => {
  const { text } = await mo.get(`/desk/cases/${made.reference}/joint/consents/ask`)
  expect(text).toContain('What you told us is for another organisation to answer')
  expect(text).not.toContain('We would like to look into it together')
})
