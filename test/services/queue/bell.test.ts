/** The bell brings every id to its worker, the same way on both backends. */
import { afterEach, expect, test, vi } from 'vitest'
import { createBell, type Bell } from '../../../services/queue/bell.ts'
import { queueNames, type Handlers, type QueueName } from '../../../services/queue/names.ts'
import { describeOnBothQueues } from '../../support/queue-homes.ts'

const nothing = (): Promise<void> => Promise.resolve()
const handlersWith = (given: Partial<Handlers>): Handlers => ({
  read: nothing,
  route: nothing,
  'hand-over': nothing,
  examine: nothing,
  webhook: nothing,
  errand: nothing,
  send: nothing,
  ...given,
})

describeOnBothQueues('The bell', (place) => {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const each of open.splice(0).toReversed()) await each.close()
  })

  async function bell(): Promise<Bell> {
    const made = await createBell(place.home(), () => undefined)
    open.push(made)
    return made
  }

  async function work(on: Bell, given: Partial<Handlers>): Promise<void> {
    open.push(await on.work(handlersWith(given), () => 2))
  }

  test('brings every id that was rung to the worker of its queue', async () => {
    const heard: [QueueName, string][] = []
    const made = await bell()
    await work(
      made,
      Object.fromEntries(
        queueNames.map((name) => [
          name,
          async (id: string) => {
            heard.push([name, id])
            await nothing()
          },
        ]),
      ),
    )
    for (const name of queueNames) made.ring(name, `${name}-1`, `${name}-2`)
    await vi.waitFor(() => expect(heard).toHaveLength(2 * queueNames.length), 10_000)
    expect(heard.toSorted()).toEqual(
      queueNames.flatMap((name) => [1, 2].map((n) => [name, `${name}-${n}`])).toSorted(),
    )
  })

  test('brings a flood in few jobs, and what waits for another machine in a job of its own', async () => {
    const made = await bell()
    const flood = Array.from({ length: 1_000 }, (_, at) => `flood-${at}`)
    made.ring('route', ...flood)
    made.ring('send', 'a', 'b', 'c', 'd', 'e')
    await vi.waitFor(async () => expect(await made.depth()).toMatchObject({ route: 25, send: 5 }), 10_000)
    const heard: string[] = []
    await work(made, {
      route: async (id) => {
        heard.push(id)
        await nothing()
      },
    })
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(flood.toSorted()), 10_000)
  })

  test('lets nobody wait for one that hangs or fails before them in the same job', async () => {
    const hanging = Promise.withResolvers<undefined>()
    const heard: string[] = []
    const made = await bell()
    const ids = Array.from({ length: 8 }, (_, at) => `id-${at}`)
    made.ring('read', ...ids)
    await work(made, {
      read: async (id) => {
        heard.push(id)
        if (id === 'id-0') await hanging.promise
        if (id === 'id-2') throw new Error('A fault of its own')
      },
    })
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(ids), 10_000)
    hanging.resolve(undefined)
  })

  test('rings the same id again once its first job is finished', async () => {
    const heard: string[] = []
    const made = await bell()
    await work(made, {
      read: async (id) => {
        heard.push(id)
        await nothing()
      },
    })
    made.ring('read', 'same')
    await vi.waitFor(() => expect(heard).toHaveLength(1), 10_000)
    await vi.waitFor(async () => expect((await made.depth()).read).toBe(0), 10_000)
    made.ring('read', 'same')
    await vi.waitFor(() => expect(heard).toHaveLength(2), 10_000)
  })

  test('keeps what is rung while no worker listens, and says how much that is', async () => {
    const made = await bell()
    made.ring('send', 'a', 'b', 'c')
    await vi.waitFor(async () => expect((await made.depth()).send).toBe(3), 10_000)
    const heard: string[] = []
    await work(made, {
      send: async (id) => {
        heard.push(id)
        await nothing()
      },
    })
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['a', 'b', 'c']), 10_000)
  })

  test('has nothing left after it is flushed', async () => {
    const made = await bell()
    made.ring('route', 'a', 'b')
    await vi.waitFor(async () => expect((await made.depth()).route).toBe(2), 10_000)
    await made.flush()
    expect(await made.depth()).toEqual({
      read: 0,
      route: 0,
      'hand-over': 0,
      send: 0,
      webhook: 0,
      errand: 0,
      examine: 0,
    })
  })
})
