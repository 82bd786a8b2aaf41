/** Which clocks run for a matter that an organisation received on a day: used on arrival and after a conversion. */
import { dueDate } from '../../shared/dates/due-date.ts'
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Holidays } from '../../shared/dates/working-days.ts'
import { reason } from '../../shared/finding.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ClockName, Period, Rules } from '../../shared/knowledge.ts'
import type { ClockSetting } from '../../shared/routing.ts'
import type { Kind, Level, Process } from '../../shared/words.ts'

export interface Matter {
  readonly organisation: OrganisationId
  readonly process: Process
  /** The day that organisation received it. It stays when the kind is converted. */
  readonly receivedOn: CalendarDate
  readonly kind: Kind
  /** Has a person confirmed the kind, or is it undisputed? Until then it is held to a complaint's clocks besides its own. */
  readonly confirmed: boolean
  readonly level: Level
  /** Was it said aloud? */
  readonly oral: boolean
  /** On which day was each clock met that already is? What follows it runs from then. */
  readonly metOn?: ReadonlyMap<ClockName, CalendarDate>
}

type Data = Pick<Rules, 'periods' | 'bankHolidays'>

/** One setting per clock; where two kinds ask for the same clock, the one that runs out first. */
export function clocksFor(matter: Matter, rules: Data): readonly ClockSetting[] {
  const holidays = holidaySet(rules.bankHolidays)
  const earliest = new Map<string, ClockSetting>()
  for (const period of rules.periods) {
    if (!holdsFor(period, matter)) continue
    const setting = settingOf(period, matter, rules.periods, holidays)
    const other = earliest.get(setting.name)
    if (other === undefined || setting.dueOn < other.dueOn) earliest.set(setting.name, setting)
  }
  return [...earliest.values()]
}

/** What begins only because the person asks for it, such as the second stage of a council's own procedure. */
export function clocksOnRequest(
  {
    organisation,
    process,
    askedOn,
  }: Pick<Matter, 'organisation' | 'process'> & { readonly askedOn: CalendarDate },
  rules: Data,
): readonly ClockSetting[] {
  const holidays = holidaySet(rules.bankHolidays)
  const asked = rules.periods.filter((period) => period.process === process && period.onRequest === true)
  return asked.map((period) => {
    const startsOn = endOf(period.after, asked, askedOn, holidays)
    return {
      name: period.clock,
      process,
      organisation,
      startsOn,
      dueOn: dueDate(startsOn, period, holidays),
      because: reason(`router:clock.due.${period.unit}`, { count: period.amount, source: period.source }),
    }
  })
}

function holdsFor(period: Period, matter: Matter): boolean {
  return (
    period.process === matter.process &&
    period.clock !== 'accept-handoff' &&
    period.onRequest !== true &&
    (period.oralOnly !== true || matter.oral) &&
    (period.levels === undefined || period.levels.includes(matter.level)) &&
    (isFor(period, matter.kind) || (!matter.confirmed && isFor(period, 'complaint')))
  )
}

function isFor(period: Period, kind: Kind): boolean {
  return (period.kinds ?? ['complaint']).includes(kind)
}

function settingOf(
  period: Period,
  matter: Matter,
  periods: readonly Period[],
  holidays: Holidays,
): ClockSetting {
  const startsOn = startOf(period, matter, periods, holidays)
  return {
    name: period.clock,
    process: period.process,
    organisation: matter.organisation,
    startsOn,
    dueOn: dueDate(startsOn, period, holidays),
    because: reason(`router:clock.${isFor(period, matter.kind) ? 'due' : 'in-case'}.${period.unit}`, {
      count: period.amount,
      source: period.source,
    }),
  }
}

/** A clock that follows another starts when that one is met, at the latest when it runs out. */
function startOf(
  period: Period,
  matter: Matter,
  periods: readonly Period[],
  holidays: Holidays,
): CalendarDate {
  if (period.after === undefined) return matter.receivedOn
  const met = matter.metOn?.get(period.after)
  if (met !== undefined) return met
  const holding = periods.filter((other) => holdsFor(other, matter))
  return endOf(period.after, holding, matter.receivedOn, holidays)
}

/** The day on which that clock runs out; the first day itself where there is none such. */
function endOf(
  clock: ClockName | undefined,
  periods: readonly Period[],
  from: CalendarDate,
  holidays: Holidays,
): CalendarDate {
  const ends = periods.filter((other) => other.clock === clock).map((other) => dueDate(from, other, holidays))
  return ends.toSorted()[0] ?? from
}
