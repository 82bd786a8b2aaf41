/** Offering a case to the next team: by when it must accept, and who is told if it does not. */
import type { Selectable } from 'kysely'
import { acceptBy } from '../../shared/clock/accept-by.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { Reason } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Process } from '../../shared/words.ts'
import type { Act, Waiting } from './case-acts.ts'
import type { Handoffs } from './tables.ts'

/** The next handoff, for the same issues; whoever answered for the case so far hands that on too. */
export async function offer(
  act: Act,
  from: Pick<Selectable<Handoffs>, 'team' | 'issues'>,
  to: TeamId,
  because: Reason,
  rules: Rules,
): Promise<readonly Waiting[]> {
  const { queries, head, who, now } = act
  const today = londonDate(now.toISOString())
  const { fallback } = await queries
    .selectFrom('teams')
    .select('fallback')
    .where('id', '=', to)
    .executeTakeFirstOrThrow()
  const hours = rules.redFlags.filter(({ flag }) => head.flags.includes(flag)).map((rule) => rule.hours)
  const { id } = await queries
    .insertInto('handoffs')
    .values({
      case: head.id,
      organisation: who.organisation,
      team: to,
      issues: from.issues,
      state: 'offered',
      accept_by: acceptBy({ process: await processOf(act), level: head.level }, today, rules),
      accept_until: hours.length === 0 ? null : new Date(now.getTime() + Math.min(...hours) * 3_600_000),
      if_nobody: fallback ?? who.triageTeam,
      because: JSON.stringify([because]),
      offered_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (from.team === head.owner_team) {
    await queries.updateTable('cases').set({ owner_team: to }).where('id', '=', head.id).execute()
  }
  return [{ step: 'hand-over', id }]
}

async function processOf({ queries, who }: Act): Promise<Process> {
  const { process } = await queries
    .selectFrom('organisations')
    .select('process')
    .where('id', '=', who.organisation)
    .executeTakeFirstOrThrow()
  return process
}
