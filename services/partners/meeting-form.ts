/** An organisation says whether it comes to a joint meeting, and who comes. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { idIn } from '../staff/form-input.ts'
import { answerMeeting } from '../store/joint/learning-acts.ts'
import type { PartForm } from './part-form.ts'

const input = z.object({
  attends: z.enum(['yes', 'represented', 'no'], 'partners:error.attends'),
  who: z.string().trim().max(500, 'partners:error.long').catch(''),
})

export const attendMeeting: PartForm<z.infer<typeof input>> = {
  path: 'meetings/:meeting',
  template: 'partners/meeting.njk',
  input,
  start({ file }, parameters) {
    const meeting = file.meetings.find(
      ({ id, state }) => id === parameters['meeting'] && state === 'arranged',
    )
    if (meeting === undefined) return null
    return { values: { attends: meeting.attends, who: meeting.who ?? '' }, shows: { meeting } }
  },
  act: ({ parts: { db }, acting, parameters, input: { attends, who } }) =>
    answerMeeting(db, acting, {
      meeting: asId<'meeting'>(idIn(parameters, 'meeting')),
      attends,
      who: who === '' ? null : who,
    }),
  done: () => 'meeting',
}
