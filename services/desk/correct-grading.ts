/** Grading a case again: seriousness by likelihood, with the harm below which no grading goes. */
import { z } from 'zod'
import { harmOf } from '../../shared/case/harm-floor.ts'
import { likelihoods, seriousnesses } from '../../shared/words.ts'
import { gradeAgain } from '../store/case-acts-grade.ts'
import { gradingsOf } from '../store/case-file-parts.ts'
import type { Asked, CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { stagesOf } from './gradings-shown.ts'

const harms = ['serious-harm', 'death', 'abuse-or-neglect', 'gross-misconduct', 'crime'] as const
const stages = ['receipt', 'after-investigation'] as const

const grade = {
  seriousness: z.enum(seriousnesses, 'desk:error.choose'),
  likelihood: z.enum(likelihoods, 'desk:error.choose'),
  harm: z.union([z.literal('none').transform(() => null), z.enum(harms)], 'desk:error.harm'),
  why,
}
const input = z.object({ stage: z.enum(stages, 'desk:error.stage'), ...grade })

export const correctGrading: CaseForm<z.infer<typeof input>> = {
  path: 'correct/grading',
  template: 'desk/correct-grading.njk',
  by: 'receiver',
  input,
  done: 'graded',
  start: (asked) => start(asked, stages),
  act: ({ db, acting, input, rules }) => gradeAgain(db, acting, input, rules),
}

const inputAfterwards = z.object(grade)

/** Once it is known what happened; the grading on receipt stays beside it, and the drift between them is reported. */
export const gradeAfterInvestigation: CaseForm<z.infer<typeof inputAfterwards>> = {
  path: 'grade-after-investigation',
  template: 'desk/correct-grading.njk',
  by: 'receiver',
  input: inputAfterwards,
  done: 'graded',
  start: (asked) => start(asked, []),
  act: ({ db, acting, input, rules }) =>
    gradeAgain(db, acting, { ...input, stage: 'after-investigation' }, rules),
}

/** No stage to choose from: it is the one after the investigation. */
async function start({ queries, head, rules }: Asked, choices: readonly (typeof stages)[number][]) {
  const { seriousness, likelihood, id } = head
  const gradings = await gradingsOf(queries, id)
  const [newest] = gradings
  // Chosen already where it held so far: nobody lowers a level by forgetting it.
  const harm = harmOf(gradings, rules) ?? 'none'
  return {
    values: { stage: newest?.stage ?? 'receipt', seriousness, likelihood, harm },
    shows: {
      stages: choices,
      before: stagesOf(gradings).receipt,
      seriousnesses,
      likelihoods,
      harms,
      matrix: rules.matrix,
    },
  }
}
