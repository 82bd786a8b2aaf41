/** A joint meeting on the desk: arranged with a day, a time and a place, and minuted once it was held. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonInstant } from '../../shared/dates/london.ts'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn } from '../staff/form-input.ts'
import { arrangeMeeting, holdMeeting } from '../store/joint/meeting-acts.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const text = z.string().trim().min(1, 'answer:error.text').max(50_000, 'answer:error.long').transform(asSent)

const arranged = z.object({
  meeting: z.uuid().transform((id) => asId<'meeting'>(id)),
  day: z.iso.date('answer:error.date'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'answer:error.time'),
  place: text,
  purpose: text,
})

export function arrange(parts: TellingParts): CaseForm<z.infer<typeof arranged>> {
  return {
    path: 'response/meetings/arrange',
    template,
    by: 'receiver',
    input: arranged,
    done: 'meeting-arranged',
    then: backTo,
    start: () =>
      Promise.resolve({
        values: { meeting: randomUUID() },
        shows: formPage('meeting', [
          { kind: 'hidden', name: 'meeting' },
          { kind: 'line', name: 'day' },
          { kind: 'line', name: 'time' },
          { kind: 'line', name: 'place' },
          { kind: 'text', name: 'purpose', rows: 4 },
        ]),
      }),
    act(given) {
      const { meeting: id, day, time, place, purpose } = given.input
      const meeting = { id, meetsAt: new Date(londonInstant(day, time)), place, purpose }
      return arrangeMeeting(given.db, given.acting, meeting, tellingOf(parts, given))
    },
  }
}

const held = z.object({ minutes: text })

export const minute: CaseForm<z.infer<typeof held>> = {
  path: 'response/meetings/:meeting/minutes',
  template,
  by: 'receiver',
  input: held,
  done: 'meeting-held',
  then: backTo,
  start: () =>
    Promise.resolve({
      values: {},
      shows: formPage('minutes', [{ kind: 'text', name: 'minutes', rows: 12 }]),
    }),
  act: ({ db, acting, input, parameters }) =>
    holdMeeting(db, acting, { id: asId<'meeting'>(idIn(parameters, 'meeting')), minutes: input.minutes }),
}
