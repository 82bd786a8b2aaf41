/** One click on what the rules as they are now suggest: the case follows them, or stays as it is. */
import { z } from 'zod'
import { answerSuggestion, suggestionAnswers } from '../store/case-acts-suggestion.ts'
import { directoryNames, issuesOf } from '../store/case-file-parts.ts'
import { findSuggestion } from '../store/suggestions.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why, type Parameters } from '../staff/form-input.ts'
import { suggestionShown } from './suggestions-shown.ts'

const input = z.object({ why })
const inAddress = z.object({
  suggestion: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  answer: z.enum(suggestionAnswers),
})

export const answerOnSuggestion: CaseForm<z.infer<typeof input>> = {
  path: 'suggestions/:suggestion/:answer',
  template: 'desk/answer-suggestion.njk',
  by: 'receiver',
  input,
  done: 'suggestion',
  async start({ queries, head, rules, parameters }) {
    const asked = inAddress.safeParse(parameters)
    if (!asked.success) return null
    const row = await findSuggestion(queries, head.id, asked.data.suggestion)
    if (row === null) return null
    const issues = await issuesOf(queries, head.id)
    const beside = { head, issues, names: await directoryNames(queries), textOf: () => undefined }
    const suggestion = suggestionShown(row, beside, rules)
    return { values: {}, shows: { suggestion, answer: asked.data.answer } }
  },
  act: ({ db, acting, input, parameters, rules }) =>
    answerSuggestion(db, acting, { ...answerIn(parameters), why: input.why }, rules),
}

/** Throws where it is none: `start` was asked before and found none. */
function answerIn(parameters: Parameters): z.infer<typeof inAddress> {
  return inAddress.parse(parameters)
}
