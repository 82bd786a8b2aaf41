/** A portal on a real port over a database of its own: Marsh receives, Dale has a part, and Fen has none. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll } from 'vitest'
import { createApp } from '../../../services/pages/app.ts'
import { createFileStore } from '../../../services/files/file-store.ts'
import { createPages } from '../../../services/pages/pages.ts'
import type { ShortLivedNotice } from '../../../services/outward/send-now.ts'
import { partnerApi } from '../../../services/partners/api.ts'
import { createPortal } from '../../../services/partners/portal.ts'
import { addApiKey, findApiKey } from '../../../services/store/api-keys.ts'
import { theHub } from '../../../services/store/audit.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import type { OrganisationId, PartId } from '../../../shared/ids.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { dale, layCounty, marsh, password } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { createVisitor } from '../desk/open-desk.ts'

export interface PartMade extends CaseMade {
  readonly part: PartId
}

/** Call once at the top of a test file. Sunday 22 November 2026, until a test moves the clock. */
export async function openPortal() {
  const { connectionString } = await testDatabase()
  const connection = connect(connectionString, { connections: 6 })
  const { db } = connection
  const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
  const clock = { now: new Date('2026-11-22T12:00:00Z') }
  const knowledge = await layCounty(db, clock.now)
  const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
  const faults: unknown[] = []
  const rung: { readonly queue: string; readonly ids: readonly string[] }[] = []
  const log = { error: (details: unknown) => void faults.push(details) }
  const mailed: ShortLivedNotice[] = []
  const sessionSecret = 'for tests only'
  const publicUrl = 'http://127.0.0.1'
  const portal = createPortal({
    ...connection,
    pages,
    envelope,
    files: createFileStore(db, envelope, null),
    now: () => clock.now,
    ring: (queue, ...ids) => void rung.push({ queue, ids }),
    publicUrl,
    sessionSecret,
    log,
    sendNow: (notice) => {
      mailed.push(notice)
      return Promise.resolve(true)
    },
  })
  const ring = (queue: string, ...ids: readonly string[]) => void rung.push({ queue, ids })
  const findCaller = (key: string) => findApiKey(db, key)
  const api = partnerApi({
    db,
    words: pages,
    now: () => clock.now,
    ring,
    findCaller,
    publicUrl,
    files: createFileStore(db, envelope, null),
    canSend: () => true,
  })
  const rooms = [api, portal]
  const server = createServer(createApp({ pages, publicUrl, trustedProxies: 0, rooms, log }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The portal has no port')
  const address = `http://127.0.0.1:${at.port}`
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await connection.close()
  })
  return {
    db,
    envelope,
    clock,
    rung,
    faults,
    mailed,
    rooms,
    key: (organisation: OrganisationId) =>
      addApiKey(
        db,
        { name: randomUUID(), scopes: ['partner'], organisation },
        { actor: theHub, now: clock.now },
      ),
    sessionSecret,
    knowledge,
    address,
    visitor: () => createVisitor(address),
    async signedIn(email: string) {
      const visitor = createVisitor(address)
      await visitor.post('/partner/sign-in', { email, password })
      return visitor
    },
    /** A case that Marsh received, with a part of Dale's that the person let out. */
    async addPart(given: PartGiven = {}): Promise<PartMade> {
      const made = await addCase(db, envelope, knowledge, given.case)
      await db
        .insertInto('joint_cases')
        .values({ case: made.id, state: 'confirmed', because: '[]' })
        .execute()
      await db
        .insertInto('consents')
        .values({
          case: made.id,
          organisation: dale,
          purpose: 'joint-answer',
          from_whom: 'person',
          authority: 'self',
          covers: JSON.stringify(usualCovers([0])),
          state: given.consent ?? 'given',
        })
        .execute()
      const part = await db
        .insertInto('parts')
        .values({
          case: made.id,
          organisation: dale,
          role: 'contributor',
          state: given.state ?? 'asked',
          issues: [0],
          due_on: given.dueOn ?? '2026-12-01',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('parts')
        .values({ case: made.id, organisation: marsh, role: 'lead', state: 'accepted', issues: [0] })
        .execute()
      return { ...made, part: part.id }
    },
  }
}

interface PartGiven {
  readonly case?: CaseGiven
  readonly consent?: 'needed' | 'given' | 'withdrawn'
  readonly state?: 'asked' | 'accepted' | 'filed' | 'ours'
  readonly dueOn?: string
}
