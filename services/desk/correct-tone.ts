/** Saying that the words sound otherwise than the router took them. */
import { z } from 'zod'
import { tones } from '../../shared/words.ts'
import { correctTone as correct } from '../store/case-acts-correct.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'

const input = z.object({ tone: z.enum(tones, 'desk:error.choose'), why })

export const correctTone: CaseForm<z.infer<typeof input>> = {
  path: 'correct/tone',
  template: 'desk/correct-tone.njk',
  by: 'receiver',
  input,
  done: 'tone',
  start: ({ head }) => Promise.resolve({ values: { tone: head.tone }, shows: { tones } }),
  act: ({ db, acting, input }) => correct(db, acting, input),
}
