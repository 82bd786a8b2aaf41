/** What the own team learned from the case: the receiver and the lead learn like any other. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readReference } from '../../shared/reference.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { asStaff } from '../store/joint/contributor.ts'
import { writeLesson } from '../store/joint/learning-acts.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'

const text = z.string().trim().min(1, 'answer:error.text').max(20_000, 'answer:error.long').transform(asSent)

const input = z.object({
  lesson: z.uuid(),
  learned: text,
  action: text,
  'action-by': z.union([z.literal('').transform(() => null), z.iso.date('answer:error.date')]),
})

export const ownLesson: CaseForm<z.infer<typeof input>> = {
  path: 'response/lessons/add',
  template,
  by: 'handed',
  input,
  done: 'lesson',
  then: backTo,
  start: () =>
    Promise.resolve({
      values: { lesson: randomUUID(), 'action-by': '' },
      shows: formPage('lesson', [
        { kind: 'hidden', name: 'lesson' },
        { kind: 'text', name: 'learned', rows: 5 },
        { kind: 'text', name: 'action', rows: 5 },
        { kind: 'date', name: 'action-by' },
      ]),
    }),
  async act({ db, acting: { who, now }, input: given, parameters }) {
    const reference = readReference(parameters['reference'] ?? '')
    if (reference === null) return { outcome: 'not-found' }
    const acting = { by: asStaff(who), reference, version: null, now }
    const { lesson: id, learned, action, 'action-by': actionBy } = given
    return writeLesson(db, acting, { id, issue: null, learned, action, actionBy })
  },
}
