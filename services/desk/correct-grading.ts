/** Grading a case again: seriousness by likelihood, with the harm below which no grading goes. */
import { z } from 'zod'
import { likelihoods, seriousnesses } from '../../shared/words.ts'
import { gradeAgain, harmFloorKey } from '../store/case-acts-grade.ts'
import { gradingsOf } from '../store/case-file-parts.ts'
import type { CaseForm } from './case-form.ts'
import { why } from './form-input.ts'

const harms = ['serious-harm', 'death', 'abuse-or-neglect', 'gross-misconduct', 'crime'] as const
const stages = ['receipt', 'after-investigation'] as const

const input = z.object({
  stage: z.enum(stages, 'desk:error.stage'),
  seriousness: z.enum(seriousnesses, 'desk:error.choose'),
  likelihood: z.enum(likelihoods, 'desk:error.choose'),
  harm: z.union([z.literal('none').transform(() => null), z.enum(harms)], 'desk:error.harm'),
  why,
})

export const correctGrading: CaseForm<z.infer<typeof input>> = {
  path: 'correct/grading',
  template: 'desk/correct-grading.njk',
  by: 'receiver',
  input,
  done: 'graded',
  async start({ queries, head, rules }) {
    const { seriousness, likelihood, id } = head
    const [newest] = await gradingsOf(queries, id)
    // Chosen already where it held so far: nobody lowers a level by forgetting it.
    const harm = harms.find((code) => newest?.because.some(({ key }) => key === harmFloorKey(code))) ?? 'none'
    return {
      values: { stage: 'receipt', seriousness, likelihood, harm },
      shows: { stages, seriousnesses, likelihoods, harms, matrix: rules.matrix },
    }
  },
  act: ({ db, acting, input, rules }) => gradeAgain(db, acting, input, rules),
}
