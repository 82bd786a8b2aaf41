/** What our staff do on a part that another hub leads, brought there over real HTTP: in order, once, and for days. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptPart, fileContribution } from '../../../services/store/joint/contribution-acts.ts'
import { askForTime, sayToLead } from '../../../services/store/joint/exchange-acts.ts'
import { removeOldErrands } from '../../../services/store/joint/old-errands.ts'
import { asId } from '../../../shared/ids.ts'
import { dale, marsh } from '../../support/county.ts'
import { openTwoHubs } from './two-hubs.ts'

const hubs = await openTwoHubs()
const { theirs, here, know, told, work, ours, opened, made, dan, acting, owed, partThere } = hubs

const contribution = (id = asId<'contribution'>(randomUUID())) => ({
  id,
  issue: 0,
  whatHappened: 'The order was not passed on.',
  outcome: 'upheld' as const,
  whatChanges: 'Orders are read twice.',
  changeBy: '2027-01-15',
})

const peerOf = async () => (await here.db.selectFrom('peer_hubs').select('id').executeTakeFirstOrThrow()).id

function failedErrand(peer: Awaited<ReturnType<typeof peerOf>>) {
  const at = { made_at: here.clock.now, due_at: here.clock.now }
  return { peer, their_reference: made().reference, act: 'look' as const, state: 'failed' as const, ...at }
}

describe('what our staff do', () => {
  it('is brought there in its order, once, and what is said there comes here', async () => {
    const { reference } = await opened()
    const filed = contribution()
    await acceptPart(here.db, acting(reference))
    await askForTime(here.db, acting(reference), {
      id: asId(randomUUID()),
      why: 'The ward manager is away.',
      wantedOn: '2026-12-08',
    })
    await sayToLead(here.db, acting(reference), {
      id: asId(randomUUID()),
      kind: 'question',
      body: 'On which day?',
      answers: null,
    })
    await fileContribution(here.db, acting(reference), filed)
    await fileContribution(here.db, acting(reference), filed)
    expect((await owed()).map(({ act }) => act)).toEqual(['accept', 'more-time', 'exchange', 'contribution'])
    await work()
    expect(await owed()).toEqual([])
    expect(await partThere()).toMatchObject({ state: 'filed' })
    const there = await theirs.db
      .selectFrom('exchanges')
      .select(['kind', 'body'])
      .where('part', '=', made().part)
      .execute()
    expect(there.map(({ kind }) => kind).toSorted()).toEqual(['question', 'time-request'])
    await theirs.db
      .insertInto('exchanges')
      .values({
        case: made().id,
        part: made().part,
        kind: 'question',
        from_organisation: marsh,
        body: 'Who took the call?',
        written_at: theirs.clock.now,
      })
      .execute()
    const [before] = await ours()
    await told()
    await work()
    const [after] = await ours()
    expect(after?.unread).toBe((before?.unread ?? 0) + 1)
    const said = await here.db.selectFrom('exchanges').select(['body', 'from_organisation']).execute()
    expect(said).toContainEqual({ body: 'Who took the call?', from_organisation: marsh })
  })

  it('waits while their hub is away, one try for all of it, and goes when it is back', async () => {
    const { reference } = await opened()
    const key = await theirs.key(dale)
    await know('http://127.0.0.1:9', key)
    await acceptPart(here.db, acting(reference))
    await fileContribution(here.db, acting(reference), contribution())
    await work()
    const waiting = await owed()
    expect(waiting.map(({ act, state, attempts }) => [act, state, attempts])).toEqual([
      ['accept', 'waiting', 1],
      ['contribution', 'waiting', 1],
    ])
    expect((await dan().get(`/desk/cases/${reference}`)).text).toContain('The other hub does not answer.')
    await know(theirs.address, key)
    await here.db.updateTable('peer_errands').set({ due_at: here.clock.now }).execute()
    await work()
    expect([await owed(), (await partThere()).state]).toEqual([[], 'filed'])
  })

  it('that is refused there is shown to a person with the reason, and can be tried again', async () => {
    const { reference } = await opened()
    await theirs.db
      .insertInto('responses')
      .values({ case: made().id, version: 1, state: 'signed', sections: '[]', made_at: theirs.clock.now })
      .execute()
    await fileContribution(here.db, acting(reference), contribution())
    await work()
    const [refused] = await owed()
    expect(refused).toMatchObject({ act: 'contribution', state: 'failed' })
    const page = await dan().get('/desk/quarantine')
    expect(page.text).toContain('The organisation that leads did not take it')
    await theirs.db.deleteFrom('responses').where('case', '=', made().id).execute()
    await dan().post(`/desk/quarantine/errand/${refused?.id ?? ''}/again`, {}, '/desk/quarantine')
    await work()
    expect([await owed(), (await partThere()).state]).toEqual([[], 'filed'])
  })

  it('is forgotten long after it was done, and what failed is not', async () => {
    const { reference } = await opened()
    await acceptPart(here.db, acting(reference))
    await work()
    const all = () => here.db.selectFrom('peer_errands').select('state').execute()
    const done = (await all()).length
    await here.db
      .insertInto('peer_errands')
      .values(failedErrand(await peerOf()))
      .execute()
    expect(await removeOldErrands(here.db, here.clock.now)).toBe(0)
    const later = new Date(here.clock.now.getTime() + 91 * 86_400_000)
    expect(await removeOldErrands(here.db, later)).toBe(done)
    expect(await all()).toEqual([{ state: 'failed' }])
  })

  it('never goes to a network of our own unless that is allowed', async () => {
    await told()
    await work(false)
    expect(await owed()).toMatchObject([{ state: 'failed', problem: { key: 'pipeline:webhook.not-public' } }])
    expect(await ours()).toEqual([])
  })
})

describe('something else at their address', () => {
  const answers = new Map<string, { status: number; type: string; body: string }>()
  const server = createServer((request, response) => {
    const answer = answers.get('now') ?? { status: 404, type: 'text/html', body: '<h1>Not here</h1>' }
    response
      .writeHead(answer.status, { 'content-type': answer.type })
      .end(request.method === 'HEAD' ? '' : answer.body)
  })
  let url: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  })
  afterAll(async () => {
    server.close()
    await know(theirs.address, await theirs.key(dale))
  })

  it.each([
    [
      'says that the page is not there',
      { status: 404, type: 'text/html', body: '<h1>Not here</h1>' },
      'waiting',
    ],
    ['does not know our key', { status: 401, type: 'application/problem+json', body: '{}' }, 'waiting'],
    [
      'tells something that is no part',
      { status: 200, type: 'application/json', body: '{"id":1}' },
      'failed',
    ],
    ['tells no JSON', { status: 200, type: 'text/html', body: '<h1>Welcome</h1>' }, 'failed'],
  ])('that %s shuts nothing', async (_, answer, state) => {
    await know(theirs.address, await theirs.key(dale))
    const { id } = await opened()
    answers.set('now', answer)
    await know(url, 'hub_key')
    await told()
    await work()
    expect(await owed()).toMatchObject([{ act: 'look', state }])
    expect(await ours()).toMatchObject([{ id, state: 'open', part: 'asked' }])
  })
})
