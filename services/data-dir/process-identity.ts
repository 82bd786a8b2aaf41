/** Tells one process from another that was later given the same number. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Differs between any two processes, even over a restart of the machine. Null when no such process is alive. */
export async function identityOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return ask('lstart', pid)
  const [stat, boot] = await Promise.all([
    readText(`/proc/${String(pid)}/stat`),
    readText('/proc/sys/kernel/random/boot_id'),
  ])
  if (stat === null) return null
  // proc(5): the name stands in parentheses and may hold spaces; after it, field 3 is the state and 22 the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? null : `${boot?.trim() ?? ''} ${fields[19] ?? ''}`
}

/** With which command and arguments was it started? Null when no such process is alive. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return ask('command', pid)
  const line = await readText(`/proc/${String(pid)}/cmdline`)
  return line === null || line === '' ? null : line.replaceAll('\0', ' ').trim()
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

async function ask(column: 'lstart' | 'command', pid: number): Promise<string | null> {
  const answer = await run('ps', ['-o', `${column}=`, '-p', String(pid)]).catch(() => null)
  return answer === null || answer.stdout.trim() === '' ? null : answer.stdout.trim()
}
