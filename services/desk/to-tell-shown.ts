/** Whom staff must tell or ask on a case because no message can: by which day, why, and who has been told that it is late. */
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { findStopQuestion } from '../store/joint/stop-questions.ts'
import type { listToTellOnCase } from '../store/joint/to-tell.ts'
import { tellByShown } from './short-dates.ts'

export interface ToTellOnCase {
  readonly toTell: Awaited<ReturnType<typeof listToTellOnCase>>
  readonly stopQuestion: Awaited<ReturnType<typeof findStopQuestion>>
}

export function toTellShown({ toTell, stopQuestion }: ToTellOnCase, today: CalendarDate, rules: Rules) {
  const dueOf = (since: Date) => {
    const by = tellByShown(since, today, rules)
    return { by, isLate: by.key === 'desk:toTell.late' }
  }
  return {
    toTell: toTell.map(({ id, purpose, state, created_at, held_because, problem, escalated_at }) => ({
      id,
      purpose,
      because: state === 'held' ? held_because : problem,
      escalatedAt: escalated_at,
      ...dueOf(created_at),
    })),
    stopQuestion: stopQuestion && { ...stopQuestion, ...toAsk(dueOf(stopQuestion.saidAt)) },
  }
}

/** Not told, but asked. */
function toAsk({ by, isLate }: { readonly by: Reason; readonly isLate: boolean }) {
  return { by: { ...by, key: isLate ? 'response:stop.late' : 'response:stop.by' }, isLate }
}
