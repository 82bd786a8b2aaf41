#!/usr/bin/env node
/** The `hub` command: finds the verb and leaves with 0 (ok), 1 (some items failed) or 2 (wrong use). */
import { CannotStart } from './cannot-start.ts'
import { verbs } from './command-line/verbs.ts'

// Whoever reads our lines may have read enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const [name = '', ...args] = process.argv.slice(2)
const verb = verbs.find((candidate) => candidate.name === name)
if (verb === undefined) {
  const known = verbs.map((candidate) => `  hub ${candidate.usage}`).join('\n')
  process.stderr.write(`Say what to do:\n${known}\n`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await verb.run(args)
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

/** What the person who typed the command can mend. Null: a fault of ours. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof CannotStart) return error.message
  const isAboutFile = error instanceof Error && 'code' in error && 'path' in error
  return isAboutFile ? `${String(error.path)} cannot be read or written (${String(error.code)}).` : null
}
