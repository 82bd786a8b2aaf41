/** With Redis gone the hub says so within seconds, takes in feedback all the same, can be stopped, and goes on when it is back. */
import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { createBell } from '../../../services/queue/bell.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { describeWith } from '../../support/machine.ts'
import { startRedis, type TestRedis } from '../../support/redis.ts'

const patience = { timeout: 20_000, interval: 100 }

describeWith('redis-server', 'With Redis gone', (path) => {
  let redis: TestRedis
  let hub: TestHub | null = null
  beforeEach(async () => {
    redis = await startRedis(path)
  })
  afterEach(async () => {
    await hub?.close()
    hub = null
    await redis.stop()
  })

  async function startHub(): Promise<TestHub> {
    const { connectionString } = await testDatabase()
    hub = await startTestHub(connectionString, { home: { redisUrl: redis.url } })
    return hub
  }

  const readiness = async ({ web }: TestHub) => {
    const response = await fetch(`${web.publicUrl}/readyz`, { signal: AbortSignal.timeout(8_000) })
    return [response.status, await response.json()]
  }
  const tell = ({ web }: TestHub, text: string) =>
    fetch(`${web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    })
  const cases = async ({ base }: TestHub) =>
    (await base.connection.db.selectFrom('cases').select('id').execute()).length

  test('it is not ready, takes what comes, and makes cases of it once Redis is back', async () => {
    const running = await startHub()
    expect(await readiness(running)).toEqual([200, { ready: true, problems: [], warnings: [] }])
    await redis.kill()
    expect(await readiness(running)).toEqual([503, { ready: false, problems: ['queue'], warnings: [] }])
    expect((await fetch(`${running.web.publicUrl}/metrics`)).status).toBe(200)
    expect((await tell(running, 'The lift was out of order.')).status).toBe(202)
    const port = Number(new URL(redis.url).port)
    redis = await startRedis(path, port)
    await vi.waitFor(async () => expect(await cases(running)).toBe(1), patience)
    await vi.waitFor(async () => expect((await readiness(running))[0]).toBe(200), patience)
    expect((await tell(running, 'The lift works again.')).status).toBe(202)
    await vi.waitFor(async () => expect(await cases(running)).toBe(2), patience)
  }, 60_000)

  test('it can be stopped', async () => {
    const running = await startHub()
    await redis.kill()
    await running.close()
    hub = null
    await expect(running.base.connection.db.selectFrom('cases').select('id').execute()).rejects.toThrow()
  }, 30_000)

  test('the broken connection is said once, however often the bell is rung', async () => {
    const complaints: Error[] = []
    const bell = await createBell({ redisUrl: redis.url }, (error) => void complaints.push(error))
    try {
      await redis.kill()
      await vi.waitFor(() => expect(complaints).toHaveLength(1), patience)
      for (let i = 0; i < 50; i++) {
        bell.ring('read', `id-${i}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      await expect(bell.depth()).rejects.toThrow()
      expect(complaints).toHaveLength(1)
    } finally {
      await bell.close()
    }
  }, 30_000)
})
