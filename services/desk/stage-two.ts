/** A person who is not content with a council's answer asks for its second stage, whose clocks begin. */
import { z } from 'zod'
import { findStageOne } from '../store/answered-stage.ts'
import { beginStageTwo } from '../store/case-acts-period.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { dateInput } from './rules-input.ts'

const input = z.object({ askedOn: dateInput, why })

export const stageTwo: CaseForm<z.infer<typeof input>> = {
  path: 'stage-two',
  template: 'desk/stage-two.njk',
  by: 'receiver',
  input,
  done: 'stage-two',
  async start({ queries, head, who, today }) {
    const stageOne = await findStageOne(queries, head.id, who.organisation)
    return stageOne === null ? null : { values: { askedOn: today }, shows: { stageOne } }
  },
  act: ({ db, acting, input, rules }) => beginStageTwo(db, acting, input, rules),
}
