/** Texts between the same two ends are one case while it is open; none waits for another. */
import { expect, test, vi } from 'vitest'
import type { CaseId } from '../../../shared/ids.ts'
import { addStaff } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { patience, textingHub } from './texting-hub.ts'

const { hub, db, address, text, casesOf, textsTo } = textingHub((await testDatabase()).connectionString)

test('the parts of a long text, coming at once, are one case with one answer', async () => {
  const person = '+447700900104'
  await Promise.all(
    [
      'My mother fell on the ward',
      'and nobody came for an hour',
      'and her hip is broken',
      'it was Ash Ward',
    ].map((part) => text(person, part)),
  )
  const [id] = await casesOf(person, 4)
  expect(await casesOf(person, 4)).toHaveLength(1)
  await textsTo(person, 1)
  const [issue, ...others] = await issuesOf(id)
  expect(others).toEqual([])
  for (const part of ['My mother fell', 'nobody came', 'hip is broken', 'Ash Ward']) {
    expect(issue?.words).toContain(part)
  }
})

test('a sentence cut in two says what it says, and each text stays as it came', async () => {
  const person = '+447700900114'
  await text(person, 'When I visited on Sunday my father was left lying in his own')
  const [id] = await casesOf(person, 1)
  await text(person, 'urine for four hours.')
  await text(person, 'The food was cold too')
  await casesOf(person, 3)
  expect(await issuesOf(id)).toMatchObject([
    {
      words:
        'When I visited on Sunday my father was left lying in his own urine for four hours.\nThe food was cold too',
      own: 'The food was cold too',
    },
  ])
  const { level } = await db()
    .selectFrom('cases')
    .select('level')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(level).toBe('Extreme')
})

test('a text that comes more than half a minute later is a matter of its own', async () => {
  const person = '+447700900124'
  await text(person, 'Nobody answers the phone at the clinic')
  const [id] = await casesOf(person, 1)
  await textsTo(person, 1)
  const before = new Date(Date.now() - 31_000)
  await db().updateTable('submissions').set({ received_at: before }).where('case', '=', id).execute()
  await text(person, 'The lift in the car park is broken')
  await casesOf(person, 2)
  expect(await issuesOf(id)).toHaveLength(2)
})

/** Each with the words of the submission that it is of, as they are read and as they came. */
async function issuesOf(id: CaseId) {
  const rows = await db()
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['content', 'position'])
    .where('issues.case', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ content }) => ({ words: content.text, own: content.originalText }))
}

test('the same person at another number of ours is another case, of the organisation whose number it is', async () => {
  const person = '+447700900105'
  const other = '+441632960777'
  const { host } = hub().base.directory.current()
  const { id: organisation } = await db()
    .selectFrom('organisations')
    .select('id')
    .where('id', '<>', host)
    .executeTakeFirstOrThrow()
  await db().insertInto('door_owners').values({ channel: 'sms', address: other, organisation }).execute()
  // What nobody there could read would go to the host instead.
  await addStaff(db(), { email: 'sam@people.example', organisation }, new Date())
  // Doors look up whose numbers are whose every few seconds.
  const owners = () => hub().base.directory.ownersOfDoor('sms', [other])
  await vi.waitFor(() => expect(owners()).toEqual([organisation]), { timeout: 30_000, interval: 100 })
  await text(person, 'The clinic was closed')
  await casesOf(person, 1)
  await text(person, 'The home carer did not come', { To: other })
  const cases = await casesOf(person, 2)
  const [, second] = await textsTo(person, 2)
  expect(second?.fields['From']).toBe(other)
  const received = await db()
    .selectFrom('cases')
    .select('received_by')
    .where('id', 'in', [...cases])
    .orderBy('received_at')
    .execute()
  expect(received).toEqual([{ received_by: host }, { received_by: organisation }])
})

test('a conversation that rested three days, or whose case is closed, begins a new case', async () => {
  const person = '+447700900106'
  await text(person, 'The clinic was closed')
  const [first] = await casesOf(person, 1)
  await textsTo(person, 1)
  await db().updateTable('cases').set({ state: 'closed' }).where('id', '=', first).execute()
  await text(person, 'The clinic was closed again')
  const [, second = first] = await casesOf(person, 2)
  expect(second).not.toBe(first)
  await textsTo(person, 2)
  await allSent(person, 2)
  const fourDaysAgo = new Date(Date.now() - 96 * 3_600_000)
  await db().updateTable('submissions').set({ received_at: fourDaysAgo }).where('case', '=', second).execute()
  await db()
    .updateTable('messages')
    .set({ sent_at: fourDaysAgo })
    .where('case', '=', second)
    .where('direction', '=', 'out')
    .execute()
  await text(person, 'And a third time')
  expect(await casesOf(person, 3)).toHaveLength(3)
})

test('who told us by the web and wants texts is texted, and what they text back joins their case', async () => {
  const person = '+447700900107'
  const response = await fetch(`${address()}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: 'The physiotherapist cancelled three times',
      person: { phone: '07700 900107' },
      preferences: { contactBy: 'sms' },
    }),
  })
  expect(response.status).toBe(202)
  await textsTo(person, 1)
  await allSent(person, 1)
  await text(person, 'It was at the Example Clinic')
  await vi.waitFor(async () => {
    const found = await db()
      .selectFrom('messages')
      .innerJoin('cases', 'cases.id', 'messages.case')
      .select(['cases.channel', 'messages.body'])
      .where('messages.direction', '=', 'in')
      .where('cases.id', 'in', (select) =>
        select.selectFrom('messages').select('case').where('recipient', '=', person),
      )
      .orderBy('messages.created_at')
      .execute()
    expect(found).toMatchObject([{ channel: 'web-form' }, { body: 'It was at the Example Clinic' }])
  }, patience)
})

test('the receipts of a machine that answers every text end by themselves', async () => {
  const machine = '+447700900113'
  await text(machine, 'You have reached the example taxi. Text BOOK to book.')
  const [first] = await textsTo(machine, 1)
  for (let turn = 0; turn < 3; turn++) await text(machine, `Sorry, we do not know “${first?.fields['Body']}”`)
  expect(await casesOf(machine, 4)).toHaveLength(1)
  await textsTo(machine, 1)
})

/** The provider has a text a moment before its row says so. */
async function allSent(person: string, count: number) {
  await vi.waitFor(async () => {
    const sent = await db().selectFrom('messages').select('state').where('recipient', '=', person).execute()
    expect(sent).toEqual(Array.from({ length: count }, () => ({ state: 'sent' })))
  }, patience)
}
