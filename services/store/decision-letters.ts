/** What a person decided on an exclusion, and what became of the letter that tells of it. */
import type { Selectable } from 'kysely'
import { aboutDecision } from '../../shared/case/exclusion.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import type { Messages } from './tables.ts'

/** What became of each letter that tells of a decision on this case. */
export async function decisionLetters(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('decision_letters')
    .innerJoin('messages', 'messages.id', 'decision_letters.message')
    .select(['decision_letters.finding', 'messages.state', 'messages.settled_how', 'messages.created_at'])
    .where('messages.case', '=', id)
    .orderBy('messages.created_at', 'desc')
    .execute()
}

/** It has gone, or somebody did it another way. */
export function isTold({
  state,
  settled_how: how,
}: Pick<Selectable<Messages>, 'state' | 'settled_how'>): boolean {
  return state === 'sent' || (state === 'settled' && how !== 'not-needed')
}

/** The decision that a letter would tell of: the newest about that code; null where nobody decided. */
export async function findDecision(queries: Queries, id: CaseId, code: string) {
  const rows = await queries
    .selectFrom('findings')
    .select(['id', 'value', 'correction as why'])
    .where('case', '=', id)
    .where('about', '=', aboutDecision(code))
    .where('corrected_by', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  return rows[0] ?? null
}

/** Under which laws is it handled? Read off its clocks. */
export async function processesOf(queries: Queries, id: CaseId) {
  const rows = await queries
    .selectFrom('clocks')
    .select('process')
    .distinct()
    .where('case', '=', id)
    .orderBy('process')
    .execute()
  return rows.map(({ process }) => process)
}
