/** What waits for a way to send is looked for every minute, for a command of this hub may hold some at any time. */
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { startUpkeep } from '../../../services/upkeep/upkeep.ts'
import { layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const connection = connect((await testDatabase()).connectionString, { connections: 2 })
const now = new Date('2026-11-27T17:00:00Z')
await layCounty(connection.db, now)
afterEach(() => void vi.useRealTimers())
afterAll(() => connection.close())

test('it is looked for at the start and then every minute, also after a look that failed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const depth = { read: 0, route: 0, 'hand-over': 0, send: 0, webhook: 0, errand: 0, examine: 0 }
  const release = vi.fn<() => Promise<void>>(() => Promise.resolve())
  release.mockRejectedValueOnce(new Error('The database is away'))
  const complaints: string[] = []
  const upkeep = startUpkeep({
    db: connection.db,
    now: () => now,
    ring: () => undefined,
    depth: () => Promise.resolve(depth),
    complain: (task: string) => void complaints.push(task),
    words: { translate: (key) => key, say: ({ key }) => key, knows: () => true, untranslated: () => [] },
    publicUrl: 'https://hub.example',
    canSend: () => true,
    release,
  })
  expect(release).toHaveBeenCalledTimes(1)
  for (let minute = 1; minute <= 3; minute++) {
    await vi.advanceTimersByTimeAsync(60_000)
    expect(release).toHaveBeenCalledTimes(1 + minute)
  }
  expect(complaints).toContain('release-held')
  await upkeep.close()
})
