/** The PostgreSQL that comes along loses nothing, whoever is killed, and never stays behind. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runningEmbeddedPostgres } from '../../../services/embedded-postgres/start.ts'
import { killOutright, processesOn, serverPid, untilNoneOn } from './processes.ts'

const holder = fileURLToPath(new URL('database-holder.ts', import.meta.url))
const startedSchema = z.object({
  said: z.array(z.string()),
  connectionString: z.string(),
  dataDir: z.string(),
})

let temporary: string
let dataDir: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'hub-boot-'))
  await chmod(temporary, 0o755)
  dataDir = join(temporary, 'data')
})
afterAll(() => rm(temporary, { recursive: true, force: true }))

/** A hub in this test: only as much of one as holds a database. */
async function startHub(dir = dataDir) {
  const hub = spawn(process.execPath, [holder, dir, join(temporary, 'system')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let problem = ''
  hub.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  const lines = createInterface({ input: hub.stdout })
  const ended = once(hub, 'exit')
  const first: unknown = await Promise.race([once(lines, 'line'), ended])
  const line = z.array(z.unknown()).parse(first)[0]
  if (typeof line !== 'string') throw new Error(problem)
  return { hub, ended, lines, ...startedSchema.parse(JSON.parse(line)) }
}

async function stopHub({ hub, ended }: { hub: ChildProcess; ended: Promise<unknown> }): Promise<void> {
  hub.stdin?.end()
  await ended
}

async function query(connectionString: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client(connectionString)
  await client.connect()
  try {
    return z.object({ rows: z.array(z.unknown()) }).parse(await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function keep(
  { connectionString }: { readonly connectionString: string },
  note: string,
): Promise<void> {
  await query(connectionString, 'create table if not exists kept (note text)')
  await query(connectionString, `insert into kept values ('${note}')`)
}

describe('the database that comes along', () => {
  test('is made in UTF-8, with a user who is no superuser, reachable from this machine only', async () => {
    const hub = await startHub()
    expect(hub.said).toContain('Making the database, once.')
    const [about] = await query(
      hub.connectionString,
      `select current_setting('server_encoding') encoding, current_setting('is_superuser') superuser,
        current_setting('listen_addresses') listens,
        (select datlocale from pg_database where datname = current_database()) locale`,
    )
    expect(about).toEqual({
      encoding: 'UTF8',
      superuser: 'off',
      listens: '127.0.0.1',
      locale: 'C.UTF-8',
    })
    // Line 5 of its notes is the directory of its socket.
    expect((await readFile(join(hub.dataDir, 'postmaster.pid'), 'utf8')).split('\n')[4]).toBe('')
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
    await stopHub(hub)
    expect(processesOn(hub.dataDir)).toEqual([])
  })

  test('can be found by another process while it runs, and only then', async () => {
    const hub = await startHub()
    expect(await runningEmbeddedPostgres(dataDir)).toBe(hub.connectionString)
    await stopHub(hub)
    expect(await runningEmbeddedPostgres(dataDir)).toBeNull()
  })

  test('does not let anybody in without its password', async () => {
    const hub = await startHub()
    const url = new URL(hub.connectionString)
    url.password = 'guessed'
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    url.username = 'postgres'
    await expect(query(url.href, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/)
    await stopHub(hub)
  })

  test('stops by itself when its hub is killed outright', async () => {
    const hub = await startHub()
    await keep(hub, 'before the hub was killed')
    hub.hub.kill('SIGKILL')
    await untilNoneOn(hub.dataDir)
    const again = await startHub()
    expect(await query(again.connectionString, 'select note from kept')).toContainEqual({
      note: 'before the hub was killed',
    })
    await stopHub(again)
  })

  test('keeps every row when every process is killed outright, and starts again at once', async () => {
    const hub = await startHub()
    await keep(hub, 'before all were killed')
    killOutright([hub.hub.pid ?? 0, ...processesOn(hub.dataDir)])
    const again = await startHub()
    expect(await query(again.connectionString, 'select note from kept')).toContainEqual({
      note: 'before all were killed',
    })
    await stopHub(again)
    expect(processesOn(hub.dataDir)).toEqual([])
  })

  test('that was left running without a guardian is stopped, then started anew', async () => {
    const hub = await startHub()
    await keep(hub, 'before it was orphaned')
    const server = await serverPid(hub.dataDir)
    // The guardian first: it would still stop the server when the hub is gone.
    killOutright([...processesOn(hub.dataDir).filter((pid) => pid !== server), hub.hub.pid ?? 0])
    const again = await startHub()
    expect(again.said).toContain('Stopping the database that an earlier run left behind.')
    expect(await query(again.connectionString, 'select note from kept')).toContainEqual({
      note: 'before it was orphaned',
    })
    await stopHub(again)
  })

  test('does not hear a terminal’s Ctrl-C: it waits until the hub has finished', async () => {
    const hub = await startHub()
    const groups = spawnSync(
      'ps',
      ['-o', 'pgid=', '-p', [hub.hub.pid, await serverPid(hub.dataDir)].join(',')],
      {
        encoding: 'utf8',
      },
    )
    const [ours, theirs] = groups.stdout.trim().split(/\s+/)
    expect(ours).not.toBe(theirs)
    await stopHub(hub)
  })

  test('tells the hub when it ends by itself', async () => {
    const hub = await startHub()
    const sentence = once(hub.lines, 'line')
    process.kill(await serverPid(hub.dataDir), 'SIGKILL')
    expect((await sentence)[0]).toMatch(
      /^The database ended by itself\. Its log is .*server\.log\. Start the hub again\.$/,
    )
    await hub.ended
  })

  test('is not confused by the notes of a server whose number now belongs to another process', async () => {
    const hub = await startHub()
    await stopHub(hub)
    await writeFile(
      join(hub.dataDir, 'postmaster.pid'),
      `${process.pid}\n${hub.dataDir}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    )
    const again = await startHub()
    expect(await query(again.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await stopHub(again)
  })

  test('gets a new password when the old one is lost', async () => {
    const before = await startHub()
    await keep(before, 'before the password was lost')
    await stopHub(before)
    await rm(join(dataDir, 'postgres', 'password'))
    const hub = await startHub()
    expect(await query(hub.connectionString, 'select count(*) > 0 as kept from kept')).toEqual([
      { kept: true },
    ])
    await stopHub(hub)
  })

  test('is made again from the beginning when making it was interrupted', async () => {
    const dir = join(temporary, 'interrupted')
    await mkdir(join(dir, 'postgres', 'cluster.new', 'base'), { recursive: true })
    const hub = await startHub(dir)
    expect(await query(hub.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await stopHub(hub)
  })

  test('made by another version is left alone, in a sentence', async () => {
    const dir = join(temporary, 'older')
    await stopHub(await startHub(dir))
    await writeFile(join(dir, 'postgres', 'cluster', 'PG_VERSION'), '17\n')
    await expect(startHub(dir)).rejects.toThrow(/was made by another version of PostgreSQL/)
  })
})

if (process.getuid?.() === 0) {
  describe('started as root, the database that comes along', () => {
    test('stands in a system directory when its user may not enter the data directory, and is found there again', async () => {
      const home = join(temporary, 'home')
      await mkdir(home, { mode: 0o700 })
      const hub = await startHub(join(home, 'data'))
      expect(hub.dataDir.startsWith(join(temporary, 'system'))).toBe(true)
      expect(hub.said[0]).toMatch(/^The database is kept in .*: its own user may not enter /)
      await query(hub.connectionString, 'create table kept (note text)')
      await stopHub(hub)
      expect((await lstat(join(home, 'data', 'postgres'))).isSymbolicLink()).toBe(true)
      const again = await startHub(join(home, 'data'))
      expect(again.said).toEqual([])
      expect(await query(again.connectionString, 'select * from kept')).toEqual([])
      await stopHub(again)
    })

    test('runs as another user than root', async () => {
      const hub = await startHub()
      const { stdout } = spawnSync('ps', ['-o', 'uid=', '-p', String(await serverPid(hub.dataDir))], {
        encoding: 'utf8',
      })
      expect(Number(stdout)).not.toBe(0)
      await stopHub(hub)
    })
  })
}
