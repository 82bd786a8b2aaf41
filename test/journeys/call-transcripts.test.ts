/** One call that other systems wrote down: a second transcript of it is heard on the same case, and makes no second matter of it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createVisitor, type Visitor } from '../services/desk/open-desk.ts'
import { admin } from '../support/hub.ts'
import { openLine, patience } from '../support/line.ts'

const line = await openLine()
const { hub, db, post, callOf, recordingOf, submissionsOf } = line
afterAll(line.close)

let staff: Visitor
beforeAll(async () => {
  staff = createVisitor(hub.web.publicUrl)
  await staff.signIn(admin.email, admin.password)
})

/** As Contact Lens writes it. */
const transcriptOf = (call: string, ...said: readonly string[]) => ({
  CustomerMetadata: { ContactId: call },
  Transcript: said.map((Content, nth) => ({
    Id: `turn-${nth}`,
    ParticipantId: 'CUSTOMER',
    Content,
    BeginOffsetMillis: nth * 1_000,
    EndOffsetMillis: nth * 1_000 + 900,
  })),
})

/** Another key is another system: its copy is a delivery of its own. */
async function send(document: object, given?: string): Promise<string> {
  const key = given ?? (await hub.key('transcripts:write'))
  const response = await fetch(`${hub.web.publicUrl}/channels/phone/transcripts`, {
    method: 'POST',
    body: JSON.stringify(document),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
    },
  })
  expect(response.status).toBe(202)
  return response.text()
}

/** The issues of the one case of this call, once so many transcripts of it are on it. */
async function issuesOf(call: string, count: number) {
  const all = await submissionsOf(call, count)
  expect(new Set(all.map((row) => row.case)).size).toBe(1)
  const { id, reference } = await db
    .selectFrom('cases')
    .select(['id', 'reference'])
    .where('id', '=', all[0]?.case ?? null)
    .executeTakeFirstOrThrow()
  const issues = await db
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['position', 'subjects', 'content'])
    .where('issues.case', '=', id)
    .orderBy('position')
    .execute()
  return { issues, path: `/desk/cases/${reference}` }
}

const first = 'I waited five hours in the emergency department and nobody came.'
const corrected = 'I waited nine hours in the emergency department and nobody came to us.'

test('the same is once, a corrected one is heard in place of the first, and both stay to be read', async () => {
  const key = await hub.key('transcripts:write')
  const document = transcriptOf('contact-1', first)
  expect(await send(document, key)).toBe(await send(document, key))
  expect((await issuesOf('contact-1', 1)).issues).toHaveLength(1)
  await send(document)
  expect((await issuesOf('contact-1', 2)).issues).toHaveLength(1)
  await send(transcriptOf('contact-1', corrected))
  const { issues, path } = await issuesOf('contact-1', 3)
  expect(issues.map(({ content }) => content.text)).toEqual([corrected])
  const page = await vi.waitFor(async () => {
    const { text } = await staff.get(path)
    expect(text).toContain('nine hours')
    return text
  }, patience)
  expect(page).toContain('five hours')
  expect(page).not.toContain('not from the address we know')
})

test('what staff said of the first stands, and a corrected one adds no second issue', async () => {
  await send(transcriptOf('contact-2', first))
  const { path } = await issuesOf('contact-2', 1)
  const said = { kind: 'complaint', organisation: '', careService: '', why: 'I rang them.' }
  expect((await staff.post(`${path}/correct/issues/1`, said)).status).toBe(303)
  await send(transcriptOf('contact-2', corrected))
  const { issues } = await issuesOf('contact-2', 2)
  expect(issues.map(({ content }) => content.text)).toEqual([first])
})

test('a transcript of a message that was left on the line gives that message its words', async () => {
  await post('voice?step=recorded&language=cy', { ...callOf('written'), ...recordingOf('written') })
  expect((await issuesOf('CAwritten', 1)).issues.map(({ content }) => content.text)).toEqual([''])
  await send(transcriptOf('CAwritten', corrected))
  const { issues } = await issuesOf('CAwritten', 2)
  expect(issues.map(({ content }) => content.text)).toEqual([corrected])
})
