/** The data directory: one hub to one directory, and secrets that are made once and never twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { lockDataDir } from '../../../services/data-dir/lock.ts'
import { identityOf } from '../../../services/data-dir/process-identity.ts'
import { ensureSecrets } from '../../../services/data-dir/secrets.ts'

/** Signs of life far closer together than the time without any after which a holder is gone. */
const quick = { freshenMs: 50, staleMs: 2_000 }

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hub-data-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
})

describe('the lock on a data directory', () => {
  test('lets one hub in, says who holds it, and lets the next one in after it', async () => {
    const first = await lockDataDir(dir)
    expect(first.held).toBe(true)
    expect(await lockDataDir(dir)).toEqual({ held: false, heldBy: { pid: process.pid, elsewhere: null } })
    if (first.held) await first.release()
    expect((await lockDataDir(dir)).held).toBe(true)
  })

  test('makes the directory where it is missing', async () => {
    expect((await lockDataDir(join(dir, 'not', 'yet'))).held).toBe(true)
  })

  test('left by a hub that was killed is taken over', async () => {
    const killed = spawn('sleep', ['60'])
    const pid = killed.pid ?? 0
    await writeFile(join(dir, 'hub.lock'), JSON.stringify({ pid, identity: await identityOf(pid) }))
    expect(await lockDataDir(dir)).toEqual({ held: false, heldBy: { pid, elsewhere: null } })
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect((await lockDataDir(dir)).held).toBe(true)
  })

  test('is not held by a process that was only given the same number later', async () => {
    await writeFile(
      join(dir, 'hub.lock'),
      JSON.stringify({ pid: process.ppid, identity: 'an earlier process' }),
    )
    expect((await lockDataDir(dir)).held).toBe(true)
  })

  test('half written by a hub that died over it is taken over', async () => {
    await writeFile(join(dir, 'hub.lock'), '{"pid":')
    expect((await lockDataDir(dir)).held).toBe(true)
  })

  test('held in another container, where its process cannot be seen, holds while it gives signs of life', async () => {
    const other = await lockDataDir(dir, { host: 'box-1', space: 'pid:[1]' }, quick)
    const here = { host: 'box-2', space: 'pid:[2]' }
    expect(await lockDataDir(dir, here, quick)).toEqual({
      held: false,
      heldBy: { pid: process.pid, elsewhere: 'box-1' },
    })
    if (other.held) await other.release()
    expect((await lockDataDir(dir, here, quick)).held).toBe(true)
  })

  test('left in a container that is gone is taken over, at once where it is old', async () => {
    const left = {
      pid: process.pid,
      identity: await identityOf(process.pid),
      host: 'box-1',
      space: 'pid:[1]',
    }
    const file = join(dir, 'hub.lock')
    for (const age of [0, 3_600_000]) {
      await writeFile(file, JSON.stringify(left))
      const at = new Date(Date.now() - age)
      await utimes(file, at, at)
      const timing = age === 0 ? quick : { freshenMs: 1_000, staleMs: 600_000 }
      const taken = await lockDataDir(dir, { host: 'box-1', space: 'pid:[2]' }, timing)
      expect(taken.held).toBe(true)
      if (taken.held) await taken.release()
    }
  })

  test('tells its holder when another took it', async () => {
    const first = await lockDataDir(dir, undefined, quick)
    await writeFile(join(dir, 'hub.lock'), 'of another')
    expect(first.held && (await first.lost)).toMatch(/another hub took this data directory/)
  })

  test('is not taken from another hub by releasing one’s own twice', async () => {
    const first = await lockDataDir(dir)
    await writeFile(join(dir, 'hub.lock'), 'of another')
    if (first.held) await first.release()
    expect(await readFile(join(dir, 'hub.lock'), 'utf8')).toBe('of another')
  })

  test.runIf(process.platform === 'linux')('says so where no directory can be made', async () => {
    await expect(lockDataDir('/proc/not-a-place/for-data')).rejects.toThrow(/cannot be used \(ENOENT\)/)
  })

  test('says what to do where the path is a file', async () => {
    await writeFile(join(dir, 'file'), '')
    await expect(lockDataDir(join(dir, 'file'))).rejects.toThrow(
      /is not a directory\. Set DATA_DIR to a directory\./,
    )
  })
})

describe('secrets', () => {
  test('are made once, long enough, and readable by their owner only', async () => {
    const made = await ensureSecrets(dir)
    expect(made.encryptionKeys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32])
    expect(made.sessionSecret.length).toBeGreaterThanOrEqual(32)
    expect(await ensureSecrets(dir)).toEqual(made)
    expect((await stat(join(dir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })

  test('are the same for two that ask at the same moment', async () => {
    const [one, other] = await Promise.all([ensureSecrets(dir), ensureSecrets(dir)])
    expect(one).toEqual(other)
  })

  test('are never made anew beside a database that needs the old ones', async () => {
    await mkdir(join(dir, 'postgres', 'cluster'), { recursive: true })
    await expect(ensureSecrets(dir)).rejects.toThrow(/secrets\.json is missing, but the database .* is there/)
  })

  test('that are damaged stop the start instead of being replaced', async () => {
    await writeFile(join(dir, 'secrets.json'), '{"sessionSecret": "x"}')
    await expect(ensureSecrets(dir)).rejects.toThrow(/is damaged.*Put it back from a backup/)
    expect(await readFile(join(dir, 'secrets.json'), 'utf8')).toBe('{"sessionSecret": "x"}')
  })
})
