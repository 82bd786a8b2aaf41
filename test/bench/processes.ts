/** The servers that are measured, each a process of its own, all ended with the bench. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

export interface RunningProcess {
  /** Everything it said until it was ready. */
  readonly said: readonly string[]
  stop(): Promise<void>
}

/** Resolves when a line matches `ready`. Rejects with what it said if it ends before. */
export async function startProcess(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const lines = createInterface({ input: child.stdout })
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line)
      if (ready.test(line)) resolve()
    })
    child.once('exit', () => reject(new Error(`${file} ended before it was ready:\n${said.join('\n')}`)))
  })
  return {
    said,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      running.delete(child)
    },
  }
}

/** The first thing it said that fits, such as an address. */
export function saidBy({ said }: RunningProcess, pattern: RegExp): string {
  for (const line of said) {
    const [, found] = pattern.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error(`Nothing fits ${String(pattern)} in:\n${said.join('\n')}`)
}
