/** The clocks of a case as its page shows them: what is due, how long still, and every day that was agreed instead of another. */
import { onTime, standing, type Clock as Counted, type OnTime } from '../../shared/clock/clock.ts'
import { answerClocks } from '../../shared/clock/longer-period.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { CaseFile } from '../store/case-file.ts'
import { acknowledgementLost } from '../store/clocks-run-again.ts'
import { holidaysChanged } from '../store/recount.ts'
import type { StaffMember } from '../store/staff.ts'
import { daysLeft, shortDay, urgencyOf } from './short-dates.ts'

/** Once these are over the person has a right that they must be told of. */
const lawOver = ['six-months', 'twelve-weeks'] as const

type Clock = CaseFile['clocks'][number]

/** The last part of a language key; null where nothing is to be said yet. */
function onTimeShown({ original, amended }: OnTime): string | null {
  if (original === null) return null
  const byAgreed = amended === null ? 'open' : amended ? 'inTime' : 'late'
  return `${original ? 'inTime' : 'late'}-${byAgreed}`
}

/** `mayAct`: does the organisation of who looks coordinate the case? */
export function clockShown(
  clock: Clock,
  today: CalendarDate,
  { who, mayAct }: { readonly who: Pick<StaffMember, 'organisation'>; readonly mayAct: boolean },
): object {
  const [first] = clock.amendments
  const recordedOn = clock.ended_at === null ? null : londonDate(clock.ended_at)
  const counted: Counted = {
    name: clock.name,
    startsOn: clock.starts_on,
    dueOn: first?.due_on_before ?? clock.due_on,
    amendments: clock.amendments.map((amendment) => ({
      dueOn: amendment.due_on_after,
      amendedOn: londonDate(amendment.amended_at.toISOString()),
      agreedOn: amendment.agreed_on,
      because: amendment.because,
    })),
    state: clock.state,
    endedOn: clock.happened_on ?? recordedOn,
  }
  const state = standing(counted, today)
  const agreed = clock.amendments.filter(({ agreed_on: day }) => day !== null)
  const recounted = clock.amendments.filter(({ because }) => because === holidaysChanged)
  const isOurs = mayAct && clock.organisation === who.organisation
  return {
    ...clock,
    // Only where it is another day than the one on which it was put on record.
    happenedOn: clock.happened_on === recordedOn ? null : clock.happened_on,
    maySettleAfterAll: isOurs && clock.name === 'settle-oral' && clock.ended_because === 'not-settled',
    mayBeLonger: isOurs && clock.state === 'running' && answerClocks.includes(clock.name),
    missed: lawOver.find((name) => name === clock.name && state === 'overdue') ?? null,
    agreed: agreed.map((amendment) => ({
      before: amendment.due_on_before,
      after: amendment.due_on_after,
      agreedOn: amendment.agreed_on,
      by: amendment.amendedByName,
      why: amendment.because,
    })),
    recounted: recounted.map(({ due_on_before: before, due_on_after: after }) => ({ before, after })),
    onTime: agreed.length === 0 ? null : onTimeShown(onTime(counted, today)),
    standing: state,
    day: shortDay(clock.due_on, today),
    left: daysLeft(clock.due_on, today),
    urgency: urgencyOf(clock.due_on, today),
    firstDay:
      first === undefined || first.due_on_before === clock.due_on
        ? null
        : shortDay(first.due_on_before, today),
    runsAgain: clock.state === 'running' && clock.amendments.at(-1)?.because === acknowledgementLost,
  }
}
