/** What programs of partners do besides reading: documents, more time, the lead; each once however often it is sent. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenForms, type BrokenForm } from '../../support/broken-forms.ts'
import { addStaff, dale, marsh } from '../../support/county.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal, type PartMade } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal

let key: string
let made: PartMade
let dan: Visitor
beforeAll(async () => {
  key = await portal.key(dale)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale }, clock.now)
  dan = await portal.signedIn('dan@dale.example')
})
beforeEach(async () => {
  made = await portal.addPart()
})

function ask(method: string, path: string, body: object | FormData | null = null, idempotencyKey?: string) {
  const isForm = body instanceof FormData
  return fetch(`${portal.address}/api/v1/partner${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === null || isForm ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === null ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
}

const exchanges = () =>
  db
    .selectFrom('exchanges')
    .select(['id', 'kind', 'body', 'wanted_on'])
    .where('part', '=', made.part)
    .orderBy('written_at')
    .execute()

describe('an Idempotency-Key', () => {
  it('stands for an id: the same request again is the same, other words under it are others', async () => {
    const path = `/parts/${made.reference}/exchanges`
    const question = { kind: 'question', body: 'Which night was it?' }
    for (let times = 0; times < 3; times++) {
      expect((await ask('POST', path, question, 'monday')).status).toBe(204)
    }
    expect(await exchanges()).toHaveLength(1)
    expect((await ask('POST', path, { ...question, body: 'Which ward?' }, 'monday')).status).toBe(204)
    expect((await ask('POST', path, question, 'tuesday')).status).toBe(204)
    expect(await exchanges()).toHaveLength(3)
  })

  it('or an id is needed, and it is said which', async () => {
    const answer = await ask('POST', `/parts/${made.reference}/exchanges`, {
      kind: 'question',
      body: 'When?',
    })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('The field id')])
  })
})

it('an id that stands for something of another case already is refused in a sentence that tells nothing of it', async () => {
  const other = await portal.addPart()
  const question = { id: randomUUID(), kind: 'question', body: 'Which night was it?' }
  expect((await ask('POST', `/parts/${other.reference}/exchanges`, question)).status).toBe(204)
  const again = await ask('POST', `/parts/${made.reference}/exchanges`, question)
  const said = await again.text()
  expect([again.status, said]).toEqual([409, expect.stringContaining('stands for something else already')])
  expect(said).not.toContain(other.reference)
  expect(await exchanges()).toEqual([])
})

describe('a document', () => {
  const form = (content: string, type = 'text/plain') => {
    const data = new FormData()
    data.set('body', 'The rota of that night')
    data.set('file', new Blob([content], { type }), 'rota.txt')
    return data
  }

  it('is supplied once, byte for byte, and stands in the part', async () => {
    const path = `/parts/${made.reference}/documents`
    for (let times = 0; times < 2; times++) {
      expect((await ask('POST', path, form('Visits: none'), 'rota')).status).toBe(204)
    }
    expect((await exchanges()).map(({ kind, body }) => [kind, body])).toEqual([
      ['document', 'The rota of that night'],
    ])
    const shown: unknown = await (await ask('GET', `/parts/${made.reference}`)).json()
    expect(shown).toMatchObject({ exchanges: [{ documents: [{ name: 'rota.txt' }] }] })
  })

  it('is refused without a file, and where it runs', async () => {
    const path = `/parts/${made.reference}/documents`
    const empty = new FormData()
    empty.set('body', 'Nothing')
    expect((await ask('POST', path, empty, 'a')).status).toBe(409)
    expect((await ask('POST', path, form('MZ', 'application/x-msdownload'), 'b')).status).toBe(409)
    expect(await exchanges()).toEqual([])
  })
})

describe('a form in parts that is none', () => {
  const refused = async (answer: Response) => [answer.status, answer.headers.get('content-type')]
  const send = (path: string, { body, type }: BrokenForm, headers: Readonly<Record<string, string>>) =>
    fetch(portal.address + path, { method: 'POST', body, headers: { 'content-type': type, ...headers } })

  it.each(brokenForms('file'))('of $what is told so to a program', async (form) => {
    const path = `/api/v1/partner/parts/${made.reference}/documents`
    const answer = await send(path, form, { authorization: `Bearer ${key}` })
    expect(await refused(answer)).toEqual([form.status, 'application/problem+json; charset=utf-8'])
    expect(portal.faults).toEqual([])
  })

  it.each(brokenForms('file'))('of $what is told so on a page', async (form) => {
    const cookie = [...dan.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await send(`/partner/cases/${made.reference}/documents`, form, { cookie })
    expect(await refused(answer)).toEqual([form.status, 'text/html; charset=utf-8'])
    expect(portal.faults).toEqual([])
  })
})

it('asks for more time before the day, to a later one', async () => {
  const path = `/parts/${made.reference}/more-time`
  const wish = { why: 'The nurse is away', wantedOn: '2026-12-08' }
  expect((await ask('POST', path, wish, 'more')).status).toBe(204)
  expect(await exchanges()).toMatchObject([{ kind: 'time-request', wanted_on: '2026-12-08' }])
  expect((await ask('POST', path, { ...wish, wantedOn: '2026-11-30' }, 'less')).status).toBe(409)
})

describe('the lead', () => {
  async function proposed(organisation: typeof dale) {
    const { id } = await db
      .insertInto('lead_proposals')
      .values({
        case: made.id,
        organisation,
        state: 'proposed',
        because: JSON.stringify([]),
        proposed_at: clock.now,
        answer_by: '2026-11-25',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  it('is listed by reference alone, declined with a reason, and declined once', async () => {
    const id = await proposed(dale)
    const list: unknown = await (await ask('GET', '/leads')).json()
    expect(list).toMatchObject({ leads: [{ id, reference: made.reference, answerBy: '2026-11-25' }] })
    expect((await ask('POST', `/leads/${id}`, { answer: 'decline' })).status).toBe(422)
    for (let times = 0; times < 2; times++) {
      expect((await ask('POST', `/leads/${id}`, { answer: 'decline', why: 'Not ours' })).status).toBe(204)
    }
    const stored = await db.selectFrom('lead_proposals').selectAll().where('id', '=', id).execute()
    expect(stored).toMatchObject([{ state: 'declined', answer_reason: 'Not ours' }])
    expect((await ask('POST', `/leads/${id}`, { answer: 'accept' })).status).toBe(409)
  })

  it('of another organisation cannot be answered, nor one that does not exist', async () => {
    const id = await proposed(marsh)
    expect((await ask('POST', `/leads/${id}`, { answer: 'accept' })).status).toBe(404)
    expect((await ask('POST', '/leads/nothing', { answer: 'accept' })).status).toBe(404)
  })
})
