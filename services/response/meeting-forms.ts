/** A joint meeting on the desk: arranged with a day, a time and a place, moved, cancelled, and minuted once it was held. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonDate, londonInstant, londonTime } from '../../shared/dates/london.ts'
import { asId } from '../../shared/ids.ts'
import type { Asked, CaseForm } from '../staff/case-form.ts'
import { idIn, type Parameters } from '../staff/form-input.ts'
import { arrangeMeeting, holdMeeting, meetingsOnCase } from '../store/joint/meeting-acts.ts'
import { cancelMeeting, moveMeeting } from '../store/joint/meeting-changes.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const text = z.string().trim().min(1, 'answer:error.text').max(50_000, 'answer:error.long').transform(asSent)
/** These go out by text too. */
const short = (error: string, most: number) =>
  z.string().trim().min(1, error).max(most, error).transform(asSent)

const when = {
  day: z.iso.date('answer:error.date'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'answer:error.time'),
  place: short('answer:error.place', 300),
}
const why = short('answer:error.why', 1_000)

const arranged = z.object({
  meeting: z.uuid().transform((id) => asId<'meeting'>(id)),
  ...when,
  purpose: short('answer:error.purpose', 1_000),
  person: z.enum(['yes', 'no'], 'answer:error.yes-no'),
})

const whenFields = [
  { kind: 'date', name: 'day' },
  { kind: 'line', name: 'time' },
  { kind: 'line', name: 'place' },
] as const

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
          ...whenFields,
          { kind: 'text', name: 'purpose', rows: 4 },
          { kind: 'yes-no', name: 'person' },
        ]),
      }),
    act(given) {
      const { meeting: id, day, time, place, purpose, person } = given.input
      const invitesPerson = person === 'yes'
      const meeting = { id, meetsAt: new Date(londonInstant(day, time)), place, purpose, invitesPerson }
      return arrangeMeeting(given.db, given.acting, meeting, tellingOf(parts, given))
    },
  }
}

const moved = z.object({ ...when, why })

export function move(parts: TellingParts): CaseForm<z.infer<typeof moved>> {
  return {
    path: 'response/meetings/:meeting/move',
    template,
    by: 'receiver',
    input: moved,
    done: 'meeting-moved',
    then: backTo,
    async start(asked) {
      const meeting = await meetingAsked(asked)
      if (meeting === null) return null
      const { meets_at, place } = meeting
      return {
        values: { day: londonDate(meets_at), time: londonTime(meets_at), place },
        shows: formPage('meeting-move', [...whenFields, { kind: 'text', name: 'why', rows: 3 }], { meeting }),
      }
    },
    act(given) {
      const { day, time, place, why: because } = given.input
      const to = {
        id: idOf(given.parameters),
        meetsAt: new Date(londonInstant(day, time)),
        place,
        why: because,
      }
      return moveMeeting(given.db, given.acting, to, tellingOf(parts, given))
    },
  }
}

const cancelled = z.object({ why })

export function cancel(parts: TellingParts): CaseForm<z.infer<typeof cancelled>> {
  return {
    path: 'response/meetings/:meeting/cancel',
    template,
    by: 'receiver',
    input: cancelled,
    done: 'meeting-cancelled',
    then: backTo,
    async start(asked) {
      const meeting = await meetingAsked(asked)
      if (meeting === null) return null
      return {
        values: {},
        shows: formPage('meeting-cancel', [{ kind: 'text', name: 'why', rows: 3 }], { meeting }),
      }
    },
    act(given) {
      const what = { id: idOf(given.parameters), why: given.input.why }
      return cancelMeeting(given.db, given.acting, what, tellingOf(parts, given))
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
    holdMeeting(db, acting, { id: idOf(parameters), minutes: input.minutes }),
}

/** One of this very case, whatever has become of it: what was sent is answered with what has become of it. */
async function meetingAsked({ queries, head, parameters }: Asked) {
  const meetings = await meetingsOnCase(queries, head)
  return meetings.find(({ id }) => id === parameters['meeting']) ?? null
}

function idOf(parameters: Parameters) {
  return asId<'meeting'>(idIn(parameters, 'meeting'))
}
