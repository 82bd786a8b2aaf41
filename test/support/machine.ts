/** Programs that some suites need and the machine may lack: then they are counted as skipped, and in CI they fail. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, test } from 'vitest'
import programs from './programs.json' with { type: 'json' }

/** Its path, or null where it is not installed. */
export function findProgram(name: string): string | null {
  const program = programs.find((candidate) => candidate.name === name)
  if (program === undefined) throw new TypeError(`${name} is not in programs.json`)
  for (const command of program.commands) {
    for (const dir of (process.env['PATH'] ?? '').split(delimiter)) {
      if (isExecutable(join(dir, command))) return join(dir, command)
    }
  }
  return null
}

/** A suite that needs the program; `body` is given its path. */
export function describeWith(program: string, name: string, body: (path: string) => void): void {
  const path = findProgram(program)
  if (path !== null) {
    describe(name, () => body(path))
    return
  }
  const advice = `needs ${program}, such as Debian’s package of that name`
  if (process.env['CI'] === 'true') {
    test(`${name} (${advice})`, () => {
      throw new Error(`In CI nothing is skipped: ${name} ${advice}.`)
    })
  } else {
    describe.skip(`${name} (${advice})`, () => body(program))
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
