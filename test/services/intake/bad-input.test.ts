/** Whatever comes to the doors of a whole hub gets a clear answer, costs nobody else theirs, and is not lost once it was accepted. */
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { largestDocument } from '../../../channels/web-form/limits.ts'
import { readReference, type Reference } from '../../../shared/reference.ts'
import { problemSchema } from '../../../services/pages/problem.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { createVisitor, wordsOf } from '../../support/visitor.ts'

const { connectionString } = await testDatabase()
let hub: TestHub
let key: string
beforeAll(async () => {
  hub = await startTestHub(connectionString, { environment: { MAIL_LIMIT_MB: '1' } })
  key = await hub.key('feedback:write', 'email:write')
})
afterAll(() => hub.close())

const words = 'Nobody told my father when his example appointment was moved.'

async function post(path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  return fetch(hub.web.publicUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  return problemSchema.parse(await response.json())
}

async function referenceOf(response: Response): Promise<Reference> {
  expect(response.status).toBe(202)
  return known(z.object({ reference: z.string() }).parse(await response.json()).reference)
}

function known(typed: string): Reference {
  const reference = readReference(typed)
  if (reference === null) throw new Error(`${typed} is no reference`)
  return reference
}

/** The whole of what was read from the delivery with this reference, or the state it ended in. */
async function readFrom(reference: Reference) {
  const { db } = hub.base.connection
  return vi.waitFor(
    async () => {
      const row = await db
        .selectFrom('deliveries')
        .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
        .select(['deliveries.state', 'submissions.state as routing', 'submissions.content'])
        .where('deliveries.reference', '=', reference)
        .executeTakeFirstOrThrow()
      if (row.state === 'waiting' || row.routing === 'waiting') throw new Error(`${reference} still waits`)
      return row
    },
    { timeout: 30_000, interval: 50 },
  )
}

async function sendMail(raw: string | Buffer): Promise<Reference> {
  const transport = createTransport({ host: '127.0.0.1', port: hub.mailPort, ignoreTLS: true })
  const envelope = { from: 'ann@people.example', to: 'feedback@hub.example' }
  const { response } = await transport.sendMail({ envelope, raw })
  return known(/FB-\S+/.exec(response)?.[0] ?? response)
}

/** The hub still does its work, for everybody else. */
async function isAlive() {
  expect((await fetch(`${hub.web.publicUrl}/readyz`)).status).toBe(200)
  const { routing } = await readFrom(
    await referenceOf(await post('/api/v1/feedback', JSON.stringify({ text: words }))),
  )
  expect(routing).toBe('routed')
}

describe('a program that sends', () => {
  test.each([
    ['nothing', '', 400, null],
    ['an empty document', '{}', 422, 'text'],
    ['blanks', '{"text":" \\n "}', 422, 'text'],
    ['half a document', '{"text":"The ward', 400, null],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, null],
    ['a list', '[]', 422, null],
    [
      'a date in the future',
      JSON.stringify({ text: words, about: { happenedOn: '2999-01-01' } }),
      422,
      'about.happenedOn',
    ],
    [
      'a day that there is not',
      JSON.stringify({ text: words, about: { happenedOn: '2026-02-30' } }),
      422,
      'about.happenedOn',
    ],
  ])('%s is told which field is wrong, and what to do', async (_, body, status, field) => {
    const response = await post('/api/v1/feedback', body)
    expect(response.status).toBe(status)
    const { problems = [] } = await problemOf(response)
    expect(problems.map((problem) => problem.field)).toEqual([field])
    expect(problems[0]?.problem).toMatch(/\w \w/)
  })

  test('two megabytes of text is told how long a text may be', async () => {
    const response = await post('/api/v1/feedback', JSON.stringify({ text: 'a'.repeat(2_000_000) }))
    expect(response.status).toBe(422)
    const { problems = [] } = await problemOf(response)
    expect(problems.map(({ field }) => field)).toEqual(['text'])
    expect(problems[0]?.problem).toContain('50000')
  })

  test('more than the text and its files may have is told the limit', async () => {
    const response = await post('/api/v1/feedback', JSON.stringify({ text: 'a'.repeat(largestDocument) }))
    expect(response.status).toBe(413)
    expect((await problemOf(response)).title).toContain('too large')
  })

  test('another content type is told which ones are taken', async () => {
    const response = await post('/api/v1/feedback', `text=${words}`, { 'content-type': 'text/csv' })
    expect(response.status).toBe(415)
    expect((await problemOf(response)).title).toContain('application/json')
  })

  test('a key that is not known is told so, and nothing of what it brought is kept', async () => {
    const unknown = { authorization: 'Bearer not-a-key' }
    for (const path of ['/api/v1/feedback', '/channels/email/raw']) {
      const response = await post(path, JSON.stringify({ text: 'brought under a wrong key' }), unknown)
      expect(response.status).toBe(401)
      expect((await problemOf(response)).code).toBe('wrong-key')
    }
  })

  test('NUL bytes and half characters is not refused, and every word of it is read', async () => {
    const text = '"The food\\u0000 was cold \\ud800 and late, said Sion \\ud83d\\ude00"'
    const person = '{"name":"Ann\\u0000 Example","email":"ann\\u0000@people.example"}'
    const body = `{"text":${text},"subject":"Fo\\u0000od","person":${person},"about":{"place":"\\u0000\\udfff"}}`
    const { content, routing } = await readFrom(await referenceOf(await post('/api/v1/feedback', body)))
    expect(routing).toBe('routed')
    expect(content?.text).toMatch(/^The food.? was cold .? and late, said Sion 😀$/u)
    expect(JSON.stringify(content)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  })

  test('a whole mail that is too large is told the limit', async () => {
    const response = await post('/channels/email/raw', Buffer.alloc(3_000_000, 'a'), {
      'content-type': 'message/rfc822',
    })
    expect(response.status).toBe(413)
  })
})

describe('a visitor who sends', () => {
  test('an empty form is shown the same question with what is missing', async () => {
    const visitor = createVisitor(hub.web.publicUrl)
    await visitor.get('/feedback/kind')
    const again = await visitor.send('/feedback/kind', {})
    expect(again.status).toBe(422)
    expect(wordsOf(again.html)).toContain('There is a problem')
  })

  test('two megabytes is shown a page that says so', async () => {
    const visitor = createVisitor(hub.web.publicUrl)
    await visitor.get('/feedback')
    const page = await visitor.send('/feedback/what-happened', { text: 'a'.repeat(2_000_000) })
    expect(page.status).toBe(413)
    expect(page.headers.get('content-type')).toContain('text/html')
  })
})

describe('a mail', () => {
  test('above the limit is refused for good, and the next one is taken', async () => {
    const large = Buffer.concat([
      Buffer.from('From: ann@people.example\r\n\r\n'),
      Buffer.alloc(3_000_000, 'a\r\n'),
    ])
    await expect(sendMail(large)).rejects.toMatchObject({ responseCode: 552 })
    expect(
      await sendMail(`From: ann@people.example\r\nMessage-ID: <after-large@people.example>\r\n\r\n${words}`),
    ).toMatch(/^FB-/)
  })

  test.each([
    [
      'without From',
      `Date: Mon, 2 Nov 2026 10:00:00 +0000\r\nMessage-ID: <a@people.example>\r\n\r\n${words}`,
    ],
    ['without Date', `From: ann@people.example\r\nMessage-ID: <b@people.example>\r\n\r\n${words}`],
    [
      'without Message-ID',
      `From: ann@people.example\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\n${words} Twice.`,
    ],
    ['without any header', `\r\n${words} Thrice.`],
    [
      'of a date in the future',
      `From: ann@people.example\r\nDate: Tue, 1 Jan 2999 10:00:00 +0000\r\n\r\n${words}`,
    ],
  ])('%s becomes a case with its words', async (_, raw) => {
    const { content, routing } = await readFrom(await sendMail(raw))
    expect(routing).toBe('routed')
    expect(content?.text).toContain(words)
  })

  test('without a body is listed as nothing to route, and not lost', async () => {
    const { state } = await readFrom(
      await sendMail('From: ann@people.example\r\nMessage-ID: <e@people.example>\r\n\r\n'),
    )
    expect(state).toBe('nothing-to-route')
  })

  test('with NUL bytes wherever they can stand becomes a case with its words', async () => {
    const raw = [
      'From: "An\0n" <ann@peo\0ple.example>',
      'Subject: =?utf-8?Q?co=00ld?= fo\0od',
      'Message-ID: <nul\0@people.example>',
      'In-Reply-To: <before\0@people.example>',
      'References: <first\0@people.example> <before\0@people.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${words}\0 And then\0 nobody rang.`,
      '--x',
      'Content-Type: application/pd\0f; name="let\0ter.pdf"',
      'Content-Disposition: attachment; filename="let\0ter.pdf"',
      '',
      'no\0 PDF',
      '--x--',
      '',
    ].join('\r\n')
    const { content, routing } = await readFrom(await sendMail(raw))
    expect(routing).toBe('routed')
    expect(content?.text).toContain(words)
    expect(content?.attachments.map(({ name }) => name).join()).toMatch(/^let.?ter\.pdf$/)
  })
})

test('after all this everybody else is served, and nothing that was accepted is stuck', async () => {
  await isAlive()
  const { db } = hub.base.connection
  const deliveries = await db.selectFrom('deliveries').select(['reference', 'state', 'problem']).execute()
  expect(deliveries.filter(({ state }) => state !== 'read' && state !== 'nothing-to-route')).toEqual([])
  const submissions = await db.selectFrom('submissions').select(['delivery', 'state', 'problem']).execute()
  expect(submissions.filter(({ state }) => state !== 'routed')).toEqual([])
})
