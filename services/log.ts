/** The log: ids and codes on standard error, one JSON line each. Never a person's words. */
import { pino, type Logger } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({ level, base: { process: process.pid } }, pino.destination({ dest: 2, sync: false }))
}

/** A fault by its name, code and place. Its message is left out: a database's or a parser's may quote what somebody wrote. */
export function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { fault: typeof error }
  const place = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
  return { fault: error.name, code: 'code' in error ? error.code : undefined, place }
}

/** For what came in by a door and could not be stored: whoever sent it was told to come again. */
export function notAccepted(log: Log): (door: string, error: unknown) => void {
  return (door, error) => log.error({ door, ...faultOf(error) }, 'Not accepted')
}
