/** The composition root: what the parts are made of and who is handed what, read from top to bottom. */
import { loadModel } from '../rules/classifier/load-model.ts'
import { createChannels } from '../channels/all.ts'
import type { Channel, Listener } from '../channels/channel.ts'
import { arrivalOfNote, createStaffNote } from '../channels/staff-note/staff-note.ts'
import type { Ground } from './ground.ts'
import { channelOpened, channelSettings, reachOf, sendsBy } from './channels-opened.ts'
import { createDesk } from './desk/desk.ts'
import { createAccept, type Accept } from './intake/accept.ts'
import { answeredBy } from './intake/answered-by.ts'
import { speaksOfDanger } from './intake/in-danger.ts'
import { caseStatus } from './intake/case-status.ts'
import { rememberCallers } from './intake/callers.ts'
import { formDoors } from './intake/form.ts'
import { mountHttpDoors } from './intake/http-doors.ts'
import { kioskPages } from './intake/kiosk.ts'
import { noteKiosks } from './intake/kiosk-heard.ts'
import { openListeners } from './intake/listeners.ts'
import { open311 } from './intake/open311.ts'
import { open311Discovery } from './intake/open311-discovery.ts'
import { openApi } from './intake/openapi.ts'
import { faultOf, notAccepted } from './log.ts'
import { describePartnerApi } from './partners/api-description.ts'
import { partnerApi } from './partners/api.ts'
import { peerEvents } from './partners/peer-events.ts'
import { createPortal } from './partners/portal.ts'
import type { StaffParts } from './staff/parts.ts'
import { createSendNow } from './outward/send-now.ts'
import { createApp } from './pages/app.ts'
import { createPages, type Pages } from './pages/pages.ts'
import { showPage } from './pages/show.ts'
import { createPrecedence, type Precedence } from './precedence.ts'
import { publicPages } from './public/public.ts'
import type { QueueHome } from './queue/backend.ts'
import { createBell, type Bell } from './queue/bell.ts'
import { createRulesInForce } from './staff/rules-in-force.ts'
import { findApiKey } from './store/api-keys.ts'
import { connect, type Connection } from './store/database.ts'
import { createEnvelope, type Envelope } from './store/envelope.ts'
import { createDirectoryView, type DirectoryView } from './store/directory-view.ts'
import { findKiosk } from './store/kiosks.ts'
import { heardFromKiosk } from './store/own-kiosks.ts'
import { createReaderKeep } from './store/mail-cursors.ts'
import { createRateLimit } from './store/rate-limits.ts'
import { jointPages } from './response/response.ts'
import { responsePages } from './response/response-pages.ts'
import { healthPages } from './upkeep/health.ts'
import { createBucket } from './files/bucket.ts'
import { createFileStore, type Elsewhere, type FileStore } from './files/file-store.ts'
import { addressOf, closeServer, listen } from './web-server.ts'

/** What web and worker both stand on. */
export interface Base extends Ground, Running {
  readonly connection: Connection
  readonly bell: Bell
  readonly envelope: Envelope
  readonly files: FileStore
  readonly directory: DirectoryView
  readonly pages: Pages
  readonly precedence: Precedence
}

const webConnections = 12

export async function composeBase(ground: Ground): Promise<Base> {
  const connection = connect(ground.databaseUrl, { connections: webConnections })
  const directory = await createDirectoryView(connection.db)
  const bell = await createBell(queueHome(ground), (error) =>
    ground.log.warn(faultOf(error), 'The queue complained'),
  )
  const envelope = createEnvelope(ground.encryptionKeys)
  return {
    ...ground,
    connection,
    bell,
    envelope,
    files: createFileStore(connection.db, envelope, elsewhereAt(ground)),
    directory,
    pages: createPages({ site: () => directory.site() }),
    precedence: createPrecedence(),
    async close() {
      directory.close()
      await bell.close()
      await connection.close()
    },
  }
}

function elsewhereAt({ config, log }: Ground): Elsewhere | null {
  if (config.storageUrl === null) return null
  const complain = (error: unknown) =>
    log.warn(faultOf(error), 'The storage did not take a file: it is kept in the database')
  return { bucket: createBucket(config.storageUrl), complain }
}

function queueHome({ config, databaseUrl }: Ground): QueueHome {
  return config.redisUrl === null ? { connectionString: databaseUrl } : { redisUrl: config.redisUrl }
}

export interface Running {
  close(): Promise<void>
}

export interface RunningWeb extends Running {
  /** As people reach it. */
  readonly publicUrl: string
  readonly listeners: readonly Listener[]
}

/** Opens the doors. Throws CannotStart when a port is taken. */
export async function startWeb(base: Base): Promise<RunningWeb> {
  const server = await listen(base.config.web.host, base.config.web.port)
  const publicUrl = base.config.web.publicUrl ?? addressOf(server)
  const channels = createChannels(channelSettings(base, publicUrl))
  const takeIn = createAccept({
    db: base.connection.db,
    envelope: base.envelope,
    ring: base.bell.ring,
    ownersOfDoor: (channel, addresses) => base.directory.ownersOfDoor(channel, addresses),
  })
  const accept: Accept = (...arrived) => base.precedence.arriving(takeIn(...arrived))
  const app = createApp({
    pages: base.pages,
    publicUrl,
    trustedProxies: base.config.web.proxies,
    rooms: await rooms(base, publicUrl, channels, accept),
    log: base.log,
  })
  server.on('request', app)
  const keep = createReaderKeep({
    db: base.connection.db,
    now: base.now,
    complain: (place, problem) =>
      base.log.warn({ place, problem: problem.key }, 'A mailbox needs looking at'),
  })
  const opening = openListeners(channels, accept, keep, notAccepted(base.log))
  const listeners = await opening.catch(async (error: unknown) => {
    await closeServer(server)
    throw error
  })
  return {
    publicUrl,
    listeners,
    async close() {
      await Promise.all([closeServer(server), ...listeners.map((listener) => listener.close())])
    },
  }
}

async function rooms(base: Base, publicUrl: string, channels: readonly Channel[], accept: Accept) {
  const { connection, bell, envelope, pages, now, log, sessionSecret } = base
  const { db, pool } = connection
  const staff = {
    db,
    pool,
    pages,
    envelope,
    files: base.files,
    now,
    ring: bell.ring,
    publicUrl,
    sessionSecret,
    log,
    sendNow: createSendNow(channels),
    canSend: sendsBy(channels),
  } satisfies StaffParts
  const notes = createStaffNote()
  return [
    // The busiest first: a request passes the rooms in this order until one takes it.
    ...(await doors(base, publicUrl, channels, accept)),
    healthPages({ db, bell, now }),
    publicPages({
      ...staff,
      rules: createRulesInForce(db),
      mailAddress: base.config.mail.from,
      lineNumber: base.config.twilio?.number ?? null,
      visitors: createRateLimit(pool, { name: 'progress', times: 20, seconds: 600 }),
    }),
    createPortal(staff),
    createDesk(
      {
        ...staff,
        isScanned: base.config.clamdUrl !== null,
        channels: channels.map(channelOpened),
        reach: reachOf(base, publicUrl),
        takeNote: (note, draft, receivedBy) =>
          accept(notes, arrivalOfNote(note, draft, now()), { receivedBy }),
      },
      [jointPages, responsePages],
    ),
  ]
}

/** What intake opens to people, devices and programs. */
async function doors(base: Base, publicUrl: string, channels: readonly Channel[], accept: Accept) {
  const { connection, bell, envelope, pages, directory, now, log } = base
  const { db, pool } = connection
  const findCaller = rememberCallers((key) => findApiKey(db, key), now)
  const kiosks = { publicUrl, findKiosk: (token: string) => findKiosk(db, token) }
  const visitors = createRateLimit(pool, { name: 'feedback', times: 60, seconds: 600 })
  const complain = notAccepted(log)
  const model = loadModel()
  const partner = { db, words: pages, now, ring: bell.ring }
  return [
    mountHttpDoors(channels, {
      accept: noteKiosks(accept, { heardFromKiosk: (id, at) => heardFromKiosk(db, id, at), complain }),
      words: pages,
      directory,
      now,
      visitors,
      findCaller,
      ...kiosks,
      show: (request, response, page, status) =>
        showPage(pages, request, response, page.template, page.context, status),
      complain,
    }),
    formDoors(channels, {
      db,
      pages,
      envelope,
      accept,
      directory,
      publicUrl,
      visitors,
      beginnings: createRateLimit(pool, { name: 'drafts', times: 100, seconds: 600 }),
      uploads: createRateLimit(pool, { name: 'files', times: 40, seconds: 600 }),
      now,
      complain,
      answeredBy: (receivedOn, organisation) => answeredBy(directory, receivedOn, organisation),
      speaksOfDanger: (words) => speaksOfDanger(words, directory.rules(), model),
    }),
    kioskPages({ pages, ...kiosks }),
    caseStatus({ db, words: pages, findCaller }),
    open311Discovery({ publicUrl, words: pages }),
    open311({
      db,
      words: pages,
      directory,
      now,
      visitors: createRateLimit(pool, { name: 'open311', times: 60, seconds: 600 }),
      findCaller,
    }),
    peerEvents({ ...partner, envelope }),
    partnerApi({ ...partner, findCaller, publicUrl, files: base.files, canSend: sendsBy(channels) }),
    openApi({ publicUrl, words: pages, pages, channels, more: describePartnerApi(pages) }),
  ]
}
