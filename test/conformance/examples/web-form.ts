/** The form as a browser without a script sends it, and its twin for programs. */
import { createVisitor, type Visitor } from '../../support/visitor.ts'
import type { Answered, ChannelExample, DoorExample, Message } from '../example.ts'
import type { Site } from '../site.ts'
import { bearer, noise, noiseOf, post } from './ask.ts'

/** One browser for each message: it is known by its draft, whose cookie the browser keeps. */
const visitors = new WeakMap<Site, Map<string, Visitor>>()

async function filledIn(site: Site, { id, words, file }: Message): Promise<Visitor> {
  const known = visitors.get(site) ?? new Map<string, Visitor>()
  visitors.set(site, known)
  const before = known.get(id)
  if (before !== undefined) return before
  const visitor = createVisitor(site.address)
  known.set(id, visitor)
  const answers = {
    kind: { kind: 'concern' },
    organisation: { organisation: 'not-sure' },
    place: { place: 'Ward 4' },
    'what-happened': { text: words },
    when: {},
    outcome: {},
    who: { who: 'self' },
    reply: { contactBy: 'none' },
  }
  await visitor.get('/feedback')
  for (const [step, fields] of Object.entries(answers)) await visitor.send(`/feedback/${step}`, fields)
  if (file !== null) {
    const chosen = new File([Buffer.from(file.content)], file.name)
    await visitor.sendFiles('/feedback/files', 'files', [chosen])
    await visitor.get('/feedback/check')
  }
  return visitor
}

async function press(visitor: Visitor, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const page = await visitor.send('/feedback/check', {}, headers)
  const reference = /FB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(page.html)?.[0]
  return {
    isTaken: page.at === '/feedback/sent',
    isFault: page.status >= 500,
    said: reference ?? `${page.status} at ${page.at}`,
  }
}

const form: DoorExample = {
  bring: async (site, message) => press(await filledIn(site, message)),
  // Another site makes the browser send it.
  forge: async (site, message) => press(await filledIn(site, message), { 'sec-fetch-site': 'cross-site' }),
  garble: async (site, id) => {
    const page = await createVisitor(site.address).send('/feedback/what-happened', {
      [noise.toString('latin1')]: noiseOf(id).toString('latin1'),
    })
    return {
      isTaken: page.at === '/feedback/sent',
      isFault: page.status >= 500,
      said: `${page.status} at ${page.at}`,
    }
  },
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

const path = '/api/v1/feedback'
const type = 'application/json'
const documentOf = ({ words, file }: Message) =>
  JSON.stringify({ text: words, ...(file === null ? {} : { attachments: [attachmentOf(file)] }) })

function attachmentOf({ name, content }: NonNullable<Message['file']>): object {
  return { name, contentType: 'application/octet-stream', content: content.toString('base64') }
}

const api: DoorExample = {
  bring: (site, message) => post(site, path, type, documentOf(message), { 'idempotency-key': message.id }),
  forge: (site, message) => post(site, path, type, documentOf(message), bearer('made-up')),
  garble: (site, id) => post(site, path, type, noiseOf(id)),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

export const webFormExample: ChannelExample = { doors: { form, api } }
