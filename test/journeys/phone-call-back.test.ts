/** Whoever rings and wants to be rung back: from Twilio's posts to one task on the desk, and the call that answers it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReference } from '../../shared/reference.ts'
import { createVisitor, type Visitor } from '../services/desk/open-desk.ts'
import { admin } from '../support/hub.ts'
import { openLine } from '../support/line.ts'

const line = await openLine()
const { hub, db, post, callOf, recordingOf, transcriptionOf, submissionsOf } = line
afterAll(line.close)

let staff: Visitor
beforeAll(async () => {
  staff = createVisitor(hub.web.publicUrl)
  await staff.signIn(admin.email, admin.password)
})

const actionIn = (twiml: string) => (/action="([^"]+)"/.exec(twiml)?.[1] ?? '').replaceAll('&amp;', '&')

/** The page of the one case that all of the call made. */
async function caseOf(
  call: string,
  count: number,
): Promise<{ readonly path: string; readonly text: string }> {
  const all = await submissionsOf(call, count)
  expect(new Set(all.map((row) => row.case)).size).toBe(1)
  const { reference } = await db
    .selectFrom('cases')
    .select('reference')
    .where('id', '=', all[0]?.case ?? null)
    .executeTakeFirstOrThrow()
  const path = `/desk/cases/${reference}`
  return { path, text: (await staff.get(path)).text }
}

const issuesOf = async (path: string) =>
  db
    .selectFrom('issues')
    .innerJoin('cases', 'cases.id', 'issues.case')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .select(['position', 'subjects', 'issues.kind', 'content'])
    .where('cases.reference', '=', readReference(path.split('/').at(-1) ?? ''))
    .orderBy('position')
    .execute()

const tasksOn = (page: string) => page.match(/\/call-backs\/[0-9a-f-]+/g) ?? []

test('a caller who asks after the message is one task, answered by the call that staff record', async () => {
  const welcome = await (await post('voice', callOf('1'))).text()
  const invited = await (await post(actionIn(welcome), { ...callOf('1'), Digits: '2' })).text()
  expect(invited).toContain('pwyswch 3 nawr')
  const recorded = { ...callOf('1'), ...recordingOf('1') }
  const thanks = await (await post('voice?step=recorded&language=cy', recorded)).text()
  const told = /Eich cyfeirnod yw ([A-Z0-9, ]+)\./.exec(thanks)?.[1]?.replaceAll(', ', '') ?? ''
  const press = async () => (await post(actionIn(thanks), { ...callOf('1'), Digits: '3' })).text()
  const promise = await press()
  expect(promise).toContain('ffonio’n ôl')
  expect(await press()).toBe(promise)
  const { path, text } = await caseOf('CA1', 2)
  expect((await staff.get(`/desk/cases/${told}`)).text).toContain(path)
  expect(text).toContain('Number: +447700900123')
  const [task = '', ...others] = tasksOn(text)
  expect(others).toEqual([])

  expect((await staff.post(path + task, { outcome: 'not-reached' })).status).toBe(303)
  expect(tasksOn((await staff.get(path)).text)).toHaveLength(1)
  expect((await staff.post(path + task, { outcome: 'spoke' })).status).toBe(303)
  const after = await staff.get(path)
  expect(tasksOn(after.text)).toEqual([])
  expect(after.text).toContain(' spoke to them, ')
})

test('a hidden number that said its wish, its words and its sound at once is one person and one task', async () => {
  const promised = 'step=recorded&language=en&callback=yes&to=%2B441632960001'
  await Promise.all([
    post(`transcription?${promised}`, transcriptionOf('hidden')),
    post('voice?step=choice&language=en&to=%2B441632960001', { ...callOf('hidden'), Digits: '3' }),
    post(`recording?${promised}`, recordingOf('hidden')),
    post(`recording?${promised}`, recordingOf('hidden')),
  ])
  const { path, text } = await caseOf('CAhidden', 3)
  expect(tasksOn(text)).toHaveLength(1)
  expect(text).toContain('Their number is not known')
  // The copy for the person holds their words, whichever of the three came first.
  expect((await staff.get(`${path}/record`)).text).toMatch(/left on the floor all night[^]*message\.mp3/)
  // Of one call nobody has to make sure who it was.
  expect(text).not.toContain('not from the address we know')
})

test('a call is one issue, wordless until its words are there, and whatever staff said of it stands', async () => {
  const promised = 'step=recorded&language=en&callback=yes&to=%2B441632960001'
  const press = (id: string) =>
    post('voice?step=choice&language=en&to=%2B441632960001', { ...callOf(id), Digits: '3' })
  await press('once')
  await submissionsOf('CAonce', 1)
  await post(`recording?${promised}`, recordingOf('once'))
  const silent = await caseOf('CAonce', 2)
  expect(await issuesOf(silent.path)).toMatchObject([{ position: 0, subjects: [] }])
  await post(`transcription?${promised}`, transcriptionOf('once'))
  await submissionsOf('CAonce', 3)
  const [only, ...others] = await issuesOf(silent.path)
  expect(others).toEqual([])
  expect(only?.content.text).toContain('left on the floor all night')
  expect(only?.kind).toBe('complaint')

  await press('said')
  const said = await caseOf('CAsaid', 1)
  const corrected = { kind: 'complaint', organisation: '', careService: '', why: 'I listened to it.' }
  expect((await staff.post(`${said.path}/correct/issues/1`, corrected)).status).toBe(303)
  await post(`transcription?${promised}`, transcriptionOf('said'))
  await submissionsOf('CAsaid', 2)
  const [first, second] = await issuesOf(said.path)
  expect(first?.content.text).toBe('')
  expect(second?.content.text).toContain('left on the floor all night')
})
