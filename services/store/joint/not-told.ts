/** People whom somebody had to tell or ask by a day that is past: the receiver's named senior is told, once for each. */
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { tellBy } from '../../../shared/joint/tell-by.ts'
import { record, theHub } from '../audit.ts'
import type { Waiting } from '../case-acts.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import { holdCase, markChanged } from './consent-acts.ts'
import { openStopQuestions } from './stop-questions.ts'
import { loadCaseToTell, tellPartner, type Telling } from './telling.ts'
import { waitingForATelling } from './to-tell.ts'

const atOnce = 500

/** Cases with somebody who waits since before today. Whether their day is past is asked when it is the case’s turn. */
export async function listPerhapsNotTold(db: Queries, now: Date): Promise<readonly CaseId[]> {
  const cases = new Set<CaseId>()
  for (const table of tables) {
    for (const row of await untold(db, table))
      if (londonDate(row.since) < londonDate(now)) cases.add(row.case)
  }
  return [...cases]
}

const tables = ['messages', 'stop_questions'] as const

/** Of one case, or of all. */
async function untold(db: Queries, table: (typeof tables)[number], id: CaseId | null = null) {
  return table === 'messages'
    ? waitingForATelling(db)
        .select(['messages.id', 'messages.case', 'messages.created_at as since'])
        .where('messages.escalated_at', 'is', null)
        .$if(id !== null, (query) => query.where('messages.case', '=', id))
        .orderBy('messages.created_at')
        .limit(atOnce)
        .execute()
    : openStopQuestions(db)
        .select(['stop_questions.id', 'stop_questions.case', 'said_at as since'])
        .where('escalated_at', 'is', null)
        .$if(id !== null, (query) => query.where('stop_questions.case', '=', id))
        .orderBy('said_at')
        .limit(atOnce)
        .execute()
}

export async function escalateNotTold(
  db: Database,
  id: CaseId,
  telling: Telling,
): Promise<readonly Waiting[]> {
  return withScope(db, hubScope, async (queries) => {
    await holdCase(queries, id)
    const today = londonDate(telling.now)
    const holidays = holidaySet(telling.rules.bankHolidays)
    let late = 0
    for (const table of tables) {
      for (const row of await untold(queries, table, id)) {
        if (tellBy(row.since, holidays) >= today) continue
        late++
        await queries.updateTable(table).set({ escalated_at: telling.now }).where('id', '=', row.id).execute()
      }
    }
    if (late === 0) return []
    await markChanged(queries, id, true)
    const about = await loadCaseToTell(queries, id)
    await record(queries, {
      at: telling.now,
      actor: theHub,
      act: 'person.escalate',
      about: { kind: 'case', id },
      organisation: about.received_by,
      details: { count: late },
    })
    const to = { organisation: about.received_by, event: 'person.not-told', senior: true } as const
    return tellPartner(queries, about, to, telling)
  })
}
