/** `hub verify-audit`: reckons every seal again, and names the first batch that was changed. */
import { verifyAudit } from '../store/audit-seals.ts'
import { withDatabase } from './on-the-database.ts'

export async function verifyTheAudit(): Promise<0 | 1> {
  const check = await withDatabase(verifyAudit)
  process.stdout.write(`${JSON.stringify(check)}\n`)
  return check.whole ? 0 : 1
}
