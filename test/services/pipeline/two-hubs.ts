/** Two hubs on two databases and one real door: Marsh leads on its own hub, and Dale works on this one. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach } from 'vitest'
import { createFileStore } from '../../../services/files/file-store.ts'
import { createCall } from '../../../services/outward/call.ts'
import { createErrandStep, errandLane } from '../../../services/pipeline/errand.ts'
import { createKnowledgeSource } from '../../../services/pipeline/knowledge.ts'
import { createLanes } from '../../../services/pipeline/lanes.ts'
import { createStep } from '../../../services/pipeline/step.ts'
import { theHub } from '../../../services/store/audit.ts'
import type { Contributor } from '../../../services/store/joint/contributor.ts'
import { saveLook } from '../../../services/store/joint/errands.ts'
import { addPeer } from '../../../services/store/joint/peer-hubs.ts'
import type { PeerHubId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import { addStaff, dale, daleTriage, marsh } from '../../support/county.ts'
import { openDesk, type Visitor } from '../desk/open-desk.ts'
import { openPortal, type PartMade } from '../partners/open-portal.ts'

export const words = 'the marmalade-coloured ambulance'

/** Call once at the top of a test file. A part of Dale's is made anew for each test. */
export async function openTwoHubs() {
  const theirs = await openPortal()
  const here = await openDesk()
  const files = createFileStore(here.db, here.envelope, null)
  let peer: PeerHubId
  let pat: Contributor
  let dan: Visitor
  let made: PartMade

  beforeAll(async () => {
    await know(theirs.address, await theirs.key(dale))
    const member = { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }
    pat = { kind: 'staff', id: await addStaff(here.db, member, here.clock.now), organisation: dale }
    dan = await here.signedIn(member.email)
  })
  beforeEach(async () => {
    await here.db.deleteFrom('peer_errands').execute()
    await letOut(`We waited for ${words}.`, 'Quillfeather')
  })

  /** Where their hub is, from now on. */
  async function know(url: string, key: string): Promise<void> {
    const given = { organisation: marsh, ours: dale, url, key, secret: 'whsec_of_marsh' }
    const by = { actor: theHub, now: here.clock.now }
    peer = await here.db.transaction().execute((queries) => addPeer(queries, here.envelope, given, by))
  }

  async function letOut(text: string, family: string): Promise<void> {
    const person = { name: `Ada ${family}`, email: 'ada@people.example', phone: null, address: null }
    made = await theirs.addPart({ case: { submission: { text, person } } })
  }

  const told = (isOfLead = false) =>
    saveLook(here.db, { peer, event: randomUUID(), reference: made.reference, isOfLead }, here.clock.now)

  /** Whatever waits for their hub is tried once. */
  async function work(allowPrivate = true): Promise<void> {
    const parts = {
      db: here.db,
      now: () => here.clock.now,
      complain: () => undefined,
      envelope: here.envelope,
      files,
      call: createCall({ allowPrivate }),
      ring: () => undefined,
      knowledge: createKnowledgeSource(here.db),
    }
    const first = await here.db
      .selectFrom('peer_errands')
      .select('id')
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    const handle = createLanes(errandLane, parts, createStep(parts, 'errand', createErrandStep(parts)))
    if (first !== undefined) await handle(first.id)
  }

  /** Our case of it. */
  const ours = () =>
    here.db
      .selectFrom('peer_cases')
      .innerJoin('cases', 'cases.id', 'peer_cases.case')
      .innerJoin('parts', 'parts.case', 'cases.id')
      .select(['cases.id', 'cases.reference', 'cases.state', 'cases.received_on', 'cases.unread'])
      .select(['cases.next_due_on', 'parts.state as part', 'peer_cases.ended_because'])
      .where('their_reference', '=', made.reference)
      .execute()

  async function opened() {
    await told()
    await work()
    const [row] = await ours()
    if (row === undefined) throw new Error('It was not opened')
    return row
  }

  const consent = (state: 'withdrawn' | 'given') =>
    theirs.db
      .updateTable('consents')
      .set({ state })
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .execute()

  return {
    theirs,
    here,
    know,
    letOut,
    told,
    work,
    ours,
    opened,
    files,
    consent,
    made: () => made,
    dan: () => dan,
    acting: (reference: Reference) => ({ by: pat, reference, version: null, now: here.clock.now }),
    owed: () =>
      here.db
        .selectFrom('peer_errands')
        .select(['id', 'act', 'state', 'problem', 'attempts'])
        .where('state', '<>', 'done')
        .orderBy('id')
        .execute(),
    partThere: () =>
      theirs.db.selectFrom('parts').selectAll().where('id', '=', made.part).executeTakeFirstOrThrow(),
  }
}
