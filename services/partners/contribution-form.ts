/** What an organisation says on one of its issues: kept as a draft as often as needed, filed once. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { outcomes } from '../../shared/joint/response.ts'
import type { Parameters } from '../staff/form-input.ts'
import { fileContribution, saveContribution } from '../store/joint/contribution-acts.ts'
import type { PartFile } from '../store/joint/part-file.ts'
import { dayBoxes, daySchema, withDay } from './day-input.ts'
import type { PartForm } from './part-form.ts'

const text = z.string().max(50_000, 'partners:error.long').catch('')

const input = z.preprocess(
  withDay('changeBy'),
  z
    .object({
      id: z.uuid().transform((id) => asId<'contribution'>(id)),
      step: z.enum(['save', 'file']),
      happened: text,
      outcome: z.enum(outcomes).nullable().catch(null),
      changes: text,
      changeBy: daySchema('partners:error.day'),
    })
    .superRefine(({ step, happened, outcome, changes, changeBy }, context) => {
      if (step === 'save') return
      const lacks = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (happened.trim() === '') lacks('happened', 'partners:error.happened')
      if (outcome === null) lacks('outcome', 'partners:error.outcome')
      if (outcome === null || outcome === 'not-upheld') return
      if (changes.trim() === '') lacks('changes', 'partners:error.changes')
      if (changeBy === null) lacks('changeBy', 'partners:error.changeBy')
    }),
)

export const contribution: PartForm<z.infer<typeof input>> = {
  path: 'issues/:issue',
  template: 'partners/contribution.njk',
  input,
  start({ file }, parameters) {
    const issue = issueIn(file, parameters)
    if (issue === undefined) return null
    const versions = file.contributions.filter((each) => each.issue === issue.position)
    const newest = versions.at(-1)
    return {
      values: {
        id: randomUUID(),
        happened: newest?.whatHappened ?? '',
        outcome: newest?.outcome ?? null,
        changes: newest?.whatChanges ?? '',
        ...dayBoxes('changeBy', newest?.changeBy ?? null),
      },
      shows: { issue, filed: versions.filter(({ state }) => state === 'filed'), outcomes },
    }
  },
  async act({ parts: { db }, acting, parameters, input }) {
    const draft = {
      issue: Number(parameters['issue']) - 1,
      whatHappened: asWritten(input.happened),
      outcome: input.outcome,
      whatChanges: asWritten(input.changes),
      changeBy: input.changeBy,
    }
    if (input.step === 'save' || input.outcome === null) return saveContribution(db, acting, draft)
    return fileContribution(db, acting, { ...draft, outcome: input.outcome, id: input.id })
  },
  done: ({ step }) => (step === 'file' ? 'filed' : 'saved'),
}

/** Counted from one in addresses, as people count. */
function issueIn(file: PartFile, parameters: Parameters): PartFile['issues'][number] | undefined {
  return file.issues.find(({ position }) => String(position + 1) === parameters['issue'])
}

/** Browsers end lines with two characters, which nobody means. */
function asWritten(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
