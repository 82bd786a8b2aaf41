/** The form on a database of the test's own, and a visitor who fills it in. */
import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { createWebForm } from '../../channels/web-form/web-form.ts'
import { loadModel } from '../../rules/classifier/load-model.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import { createAccept } from '../../services/intake/accept.ts'
import { formDoors } from '../../services/intake/form.ts'
import { speaksOfDanger } from '../../services/intake/in-danger.ts'
import { createApp } from '../../services/pages/app.ts'
import { createPages } from '../../services/pages/pages.ts'
import { connect } from '../../services/store/database.ts'
import { createEnvelope } from '../../services/store/envelope.ts'
import { county, layCounty, marsh } from './county.ts'
import { testDatabase } from './database.ts'
import { serve } from './serve.ts'
import type { Page, Visitor } from './visitor.ts'

/** What the visitor writes; a script, were it not shown as text. */
export const words = 'The nurse was kind, but <b>nobody</b> came for five hours.'
export const openingTime = new Date('2026-11-20T10:00:00Z')

/** What a test may change while it runs. */
export interface Weather {
  now: Date
  /** Can nothing be stored? */
  isFailing: boolean
  /** Has this visitor added files too often? */
  isCrowded: boolean
  /** What a delivery waits for before it is stored. */
  hold: () => Promise<void>
}

const model = loadModel()

/** Call once at the top of a test file. */
export async function formSite() {
  const { connectionString } = await testDatabase()
  const connection = connect(connectionString, { connections: 4 })
  afterAll(() => connection.close())
  const { db } = connection
  await layCounty(db, openingTime)
  const weather: Weather = {
    now: openingTime,
    isFailing: false,
    isCrowded: false,
    hold: () => Promise.resolve(),
  }
  const envelope = createEnvelope([randomBytes(32).toString('base64')])
  const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
  const publicUrl = 'http://127.0.0.1'
  const accept = createAccept({ db, envelope, ring: () => undefined, ownersOfDoor: () => [marsh] })
  const form = formDoors([createWebForm()], {
    pages,
    publicUrl,
    db,
    envelope,
    accept: async (...given) => {
      if (weather.isFailing) throw new Error('no database')
      await weather.hold()
      return accept(...given)
    },
    directory: { current: () => county, receiverFor: () => marsh },
    answeredBy: () => '2026-11-25',
    speaksOfDanger: (words) => speaksOfDanger(words, seedRules, model),
    visitors: { exceededBy: () => Promise.resolve(null) },
    beginnings: { exceededBy: () => Promise.resolve(weather.isCrowded ? 60 : null) },
    uploads: { exceededBy: () => Promise.resolve(weather.isCrowded ? 60 : null) },
    now: () => weather.now,
    complain: () => undefined,
  })
  const log = { error: () => undefined }
  const base = await serve(createApp({ pages, publicUrl, trustedProxies: 0, log, rooms: [form] }))
  const deliveries = () => db.selectFrom('deliveries').selectAll().orderBy('id').execute()
  return { base, db, envelope, pages, weather, deliveries }
}

/** Answers every question up to the page that shows them all. */
export async function answerAll(
  visitor: Visitor,
  more: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<Page> {
  const answers = {
    kind: { kind: 'complaint' },
    organisation: { organisation: marsh },
    place: { careService: 'marsh-ward-4', place: '' },
    'what-happened': { text: words },
    when: {},
    outcome: { wantedOutcome: 'An apology' },
    who: { who: 'self' },
    reply: { contactBy: 'email' },
    details: { name: 'Ines Example', email: 'ines@example.com' },
    needs: {},
    sharing: {},
    ...more,
  }
  let page = await visitor.get('/feedback')
  for (const [name, fields] of Object.entries(answers)) page = await visitor.send(`/feedback/${name}`, fields)
  return page
}
