/** Brings a database to the newest shape. Forward only; two starting at once wait for one another. */
import { Migrator, type Migration } from 'kysely/migration'
import { connect } from './database.ts'
import * as directory from './migrations/2026-11-22-1-directory.ts'
import * as accounts from './migrations/2026-11-22-2-accounts.ts'
import * as deliveries from './migrations/2026-11-22-3-deliveries.ts'
import * as cases from './migrations/2026-11-22-4-cases.ts'
import * as audit from './migrations/2026-11-22-5-audit.ts'
import * as attempts from './migrations/2026-11-22-6-attempts.ts'
import * as texts from './migrations/2026-11-22-7-texts.ts'
import * as kiosks from './migrations/2026-11-22-8-kiosks.ts'
import * as answers from './migrations/2026-11-22-9-answers.ts'
import * as auditOrder from './migrations/2026-11-23-1-audit-order.ts'
import * as threads from './migrations/2026-11-23-2-threads.ts'
import * as mailboxes from './migrations/2026-11-23-3-mailboxes.ts'
import * as inbox from './migrations/2026-11-23-4-inbox.ts'
import * as sealedBytes from './migrations/2026-11-25-1-sealed-bytes.ts'
import * as files from './migrations/2026-11-25-2-files.ts'
import * as jointCases from './migrations/2026-11-25-6-joint-cases.ts'
import * as consents from './migrations/2026-11-25-7-consents.ts'
import * as responses from './migrations/2026-11-25-8-responses.ts'
import * as partners from './migrations/2026-11-25-9-partners.ts'
import * as peerErrands from './migrations/2026-11-26-a-peer-errands.ts'
import * as draftFiles from './migrations/2026-11-26-b-draft-files.ts'
import * as documentFiles from './migrations/2026-11-26-b2-document-files.ts'
import * as clockRunsAgain from './migrations/2026-11-26-c-clock-runs-again.ts'
import * as mailAgain from './migrations/2026-11-26-e-mail-again.ts'
import * as signers from './migrations/2026-11-26-f-signers.ts'
import * as sealingKeys from './migrations/2026-11-26-g-sealing-keys.ts'
import * as urgentCalls from './migrations/2026-11-26-l-urgent-calls.ts'
import * as mailboxRemoved from './migrations/2026-11-27-w-mailbox-removed.ts'
import * as mailboxWhenGone from './migrations/2026-11-27-w-mailbox-when-gone.ts'
import * as meetingsMoved from './migrations/2026-11-27-j-meetings-moved.ts'
import * as stopQuestions from './migrations/2026-11-27-j2-stop-questions.ts'
import * as directorySettings from './migrations/2026-11-26-h-directory-settings.ts'
import * as decisionLetters from './migrations/2026-11-26-i-decision-letters.ts'
import * as peerWork from './migrations/2026-11-26-j-peer-work.ts'
import * as lookFirst from './migrations/2026-11-27-d-look-first.ts'
import * as decisionsToTell from './migrations/2026-11-27-d2-decisions-to-tell.ts'
import * as suggestions from './migrations/2026-11-27-d3-suggestions.ts'
import * as longerPeriods from './migrations/2026-11-27-d4-longer-periods.ts'
import * as kioskLastMessage from './migrations/2026-11-28-k-kiosk-last-message.ts'
import * as oneClick from './migrations/2026-11-28-q-one-click.ts'
import * as kioskNames from './migrations/2026-11-28-r-kiosk-names.ts'
import * as gatheredNotices from './migrations/2026-11-28-s-gathered-notices.ts'
import * as refusedAddresses from './migrations/2026-11-28-t-refused-addresses.ts'
import * as harmRecorded from './migrations/2026-11-28-v-hands-harm-recorded.ts'
import * as clocksEnded from './migrations/2026-11-28-w-clocks-1-ended.ts'
import * as whoSees from './migrations/2026-11-28-x-who-sees.ts'

// Kysely runs them in the order of their names as texts: a tenth of one day would come before its second.
const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-1-directory': directory,
  '2026-11-22-2-accounts': accounts,
  '2026-11-22-3-deliveries': deliveries,
  '2026-11-22-4-cases': cases,
  '2026-11-22-5-audit': audit,
  '2026-11-22-6-attempts': attempts,
  '2026-11-22-7-texts': texts,
  '2026-11-22-8-kiosks': kiosks,
  '2026-11-22-9-answers': answers,
  '2026-11-23-1-audit-order': auditOrder,
  '2026-11-23-2-threads': threads,
  '2026-11-23-3-mailboxes': mailboxes,
  '2026-11-23-4-inbox': inbox,
  '2026-11-25-1-sealed-bytes': sealedBytes,
  '2026-11-25-2-files': files,
  '2026-11-25-6-joint-cases': jointCases,
  '2026-11-25-7-consents': consents,
  '2026-11-25-8-responses': responses,
  '2026-11-25-9-partners': partners,
  '2026-11-26-a-peer-errands': peerErrands,
  '2026-11-26-b-draft-files': draftFiles,
  '2026-11-26-b2-document-files': documentFiles,
  '2026-11-26-c-clock-runs-again': clockRunsAgain,
  '2026-11-26-e-mail-again': mailAgain,
  '2026-11-26-f-signers': signers,
  '2026-11-26-g-sealing-keys': sealingKeys,
  '2026-11-26-l-urgent-calls': urgentCalls,
  '2026-11-27-w-mailbox-removed': mailboxRemoved,
  '2026-11-27-w-mailbox-when-gone': mailboxWhenGone,
  '2026-11-27-j-meetings-moved': meetingsMoved,
  '2026-11-27-j2-stop-questions': stopQuestions,
  '2026-11-26-h-directory-settings': directorySettings,
  '2026-11-26-i-decision-letters': decisionLetters,
  '2026-11-26-j-peer-work': peerWork,
  '2026-11-27-d-look-first': lookFirst,
  '2026-11-27-d2-decisions-to-tell': decisionsToTell,
  '2026-11-27-d3-suggestions': suggestions,
  '2026-11-27-d4-longer-periods': longerPeriods,
  '2026-11-28-k-kiosk-last-message': kioskLastMessage,
  '2026-11-28-q-one-click': oneClick,
  '2026-11-28-r-kiosk-names': kioskNames,
  '2026-11-28-s-gathered-notices': gatheredNotices,
  '2026-11-28-t-refused-addresses': refusedAddresses,
  '2026-11-28-v-hands-harm-recorded': harmRecorded,
  '2026-11-28-w-clocks-1-ended': clocksEnded,
  '2026-11-28-x-who-sees': whoSees,
}

/** Throws the database's own error if a step fails; the steps before it stay done. */
export async function migrateToLatest(connectionString: string): Promise<void> {
  const { db, close } = connect(connectionString, { connections: 2 })
  try {
    const { error } = await migratorOf(db).migrateToLatest()
    if (error instanceof Error) throw error
    if (error !== undefined) throw new Error('A step of the migration failed', { cause: error })
  } finally {
    await close()
  }
}

/** Names of the steps this database still lacks; empty when it is ready. */
export async function missingMigrations(db: Parameters<typeof migratorOf>[0]): Promise<readonly string[]> {
  const all = await migratorOf(db).getMigrations()
  return all.filter((step) => step.executedAt === undefined).map((step) => step.name)
}

function migratorOf(db: ReturnType<typeof connect>['db']): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
}
