/** The processes of a database: which there are, and an end for them that none of them hears coming. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Every living process that works on this cluster: the server, its children and its guardian. */
export function processesOn(cluster: string): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => line.includes(cluster) && !/^\s*\d+\s+Z/.test(line))
  return lines.map((line) => Number(line.trim().split(/\s+/)[0]))
}

export async function untilNoneOn(cluster: string): Promise<void> {
  while (processesOn(cluster).length > 0) await sleep(20)
}

/** By one command, since the first ones to go take others with them. */
export function killOutright(pids: readonly number[]): void {
  spawnSync('kill', ['-KILL', ...pids.map(String)])
}

export async function serverPid(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
}
