/** `hub rules export`: the rules in force as JSON, all of them, as `hub route --rules` takes them. */
import { writeFileSync } from 'node:fs'
import type { Database } from '../store/database.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { Verb } from './verb.ts'

const usage = 'rules export [FILE.json]'

export function createRulesVerb(withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>): Verb {
  return {
    name: 'rules',
    usage,
    async run([act, file, ...more]) {
      if (act !== 'export' || more.length > 0 || file?.startsWith('--') === true) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      const { version, rules } = await withDatabase(loadCurrentKnowledge)
      const text = `${JSON.stringify(rules, null, 2)}\n`
      if (file === undefined) process.stdout.write(text)
      else {
        writeFileSync(file, text)
        process.stdout.write(`${JSON.stringify({ version, wrote: [file] })}\n`)
      }
      return 0
    },
  }
}
