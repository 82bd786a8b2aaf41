/** `hub verify-audit`: reckons every seal again, names the first batch that was changed, and prints the newest seal's hash to be kept elsewhere. */
import { parseArgs } from 'node:util'
import { verifyAudit } from '../store/audit-seals.ts'
import { withDatabase } from './on-the-database.ts'

export async function verifyTheAudit(args: readonly string[]): Promise<0 | 1 | 2> {
  const expected = expectedIn(args)
  if (expected === undefined) {
    process.stderr.write('Use: hub verify-audit [--expect HASH], with the lastHash of an earlier check\n')
    return 2
  }
  const check = await withDatabase((db) => verifyAudit(db, expected))
  process.stdout.write(`${JSON.stringify(check)}\n`)
  return check.whole ? 0 : 1
}

/** Null: none was given. Undefined: wrong use. */
function expectedIn(args: readonly string[]): string | null | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { expect: { type: 'string' } } })
    const { expect = null } = values
    return expect === null || /^[0-9a-f]{64}$/.test(expect) ? expect : undefined
  } catch {
    return undefined
  }
}
