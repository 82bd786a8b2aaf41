/** The two dates of an absence on a form: both or neither, in their order, and not over before it is set. */
import { z } from 'zod'
import { isCalendarDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { Away } from '../../shared/directory-settings.ts'

const dateOrNone = z
  .string('desk:rules.error.date')
  .trim()
  .refine((date) => date === '' || isCalendarDate(date), 'desk:rules.error.date')

export const awayFields = { awayFrom: dateOrNone, awayUntil: dateOrNone } as const

/** An alias, so that it passes for the values of a form. */
type AwayInput = { readonly awayFrom: string; readonly awayUntil: string }

/** One that stands already may be over: it can stay as it is while something else is set. */
export function checkAway<T extends AwayInput>(
  input: z.ZodType<T>,
  { seen, today }: { readonly seen: Away | null; readonly today: CalendarDate },
): z.ZodType<T> {
  return input.superRefine(({ awayFrom, awayUntil }, context) => {
    const refuse = (field: keyof AwayInput, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (awayFrom === '' && awayUntil !== '') refuse('awayFrom', 'directory:error.awayFrom')
    else if (awayFrom !== '' && awayUntil === '') refuse('awayUntil', 'directory:error.awayUntil')
    else if (awayUntil < awayFrom) refuse('awayUntil', 'directory:error.awayOrder')
    else if (awayUntil !== '' && awayUntil < today && awayUntil !== seen?.until)
      refuse('awayUntil', 'directory:error.awayOver')
  })
}

export function awayOf({ awayFrom, awayUntil }: AwayInput): Away | null {
  return awayFrom === '' ? null : { from: awayFrom, until: awayUntil }
}

export function awayValues(away: Away | null): AwayInput {
  return { awayFrom: away?.from ?? '', awayUntil: away?.until ?? '' }
}
