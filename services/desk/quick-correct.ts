/** One click that says it is otherwise: another kind, level, team or subject; and one that takes the click back. */
import { z } from 'zod'
import { kinds, levels } from '../../shared/words.ts'
import { issuesOf } from '../store/case-file-parts.ts'
import { correctAtOnce } from '../store/case-acts-quick.ts'
import { undoQuick } from '../store/case-acts-undo.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { teamId } from './chosen-ids.ts'

const template = 'desk/quick-refused.njk'

/** Where the same is said with a reason of one's own. */
const onForm = (form: string) => () => Promise.resolve({ values: {}, shows: { form } })

const kindInput = z.object({ to: z.enum(kinds, 'desk:error.kind'), why })

export const quickKind: CaseForm<z.infer<typeof kindInput>> = {
  path: 'quick/kind',
  template,
  by: 'receiver',
  input: kindInput,
  done: 'quick',
  start: onForm('kind'),
  act: ({ db, acting, input, rules }) =>
    correctAtOnce(db, acting, { about: 'kind', kind: input.to }, input.why, rules),
}

const levelInput = z.object({ to: z.enum(levels, 'desk:error.choose'), why })

export const quickLevel: CaseForm<z.infer<typeof levelInput>> = {
  path: 'quick/level',
  template,
  by: 'receiver',
  input: levelInput,
  done: 'quick',
  start: onForm('grading'),
  act: ({ db, acting, input, rules }) =>
    correctAtOnce(db, acting, { about: 'level', level: input.to }, input.why, rules),
}

/** A button names a team; the button beside the list takes what is chosen there. */
const teamInput = z
  .object({ to: z.string().catch(''), other: z.string().catch(''), why })
  .transform(({ to, other, why }) => ({ to: to === 'other' ? other : to, why }))
  .pipe(z.object({ to: teamId, why: z.string() }))

export const quickOwner: CaseForm<z.infer<typeof teamInput>> = {
  path: 'quick/owner',
  template,
  by: 'receiver',
  input: teamInput,
  handsOn: true,
  done: 'quick',
  start: onForm('owner'),
  act: ({ db, acting, input, rules }) =>
    correctAtOnce(db, acting, { about: 'owner', team: input.to }, input.why, rules),
}

/** "remove:CODE" takes one away, "only:CODE" puts one in the place of all; "add" and "only" take it from the list. */
const subjectInput = z.object({
  to: z.string('desk:error.choose').regex(/^(?:add|only|(?:remove|only):[a-z0-9-]+)$/, 'desk:error.choose'),
  other: z.string().catch(''),
  why,
})

export const quickSubjects: CaseForm<z.infer<typeof subjectInput>> = {
  path: 'quick/issues/:number',
  template,
  by: 'receiver',
  input: subjectInput,
  done: 'quick',
  async start({ queries, head, parameters }) {
    const issues = await issuesOf(queries, head.id)
    const issue = issues.find(({ position }) => String(position + 1) === parameters['number'])
    return issue === undefined
      ? null
      : { values: {}, shows: { form: `issues/${String(issue.position + 1)}` } }
  },
  act: ({ db, acting, input: { to, other, why: said }, rules, parameters }) => {
    const [how = '', named] = to.split(':')
    const position = Number(parameters['number']) - 1
    const wish = { about: 'subjects', position, how: howOf(how), subject: named ?? other } as const
    return correctAtOnce(db, acting, wish, said, rules)
  },
}

function howOf(how: string): 'add' | 'remove' | 'only' {
  return how === 'add' || how === 'remove' ? how : 'only'
}

const undoInput = z.object({ why })
const numberOf = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

export const undoQuickCorrection: CaseForm<z.infer<typeof undoInput>> = {
  path: 'quick/undo/:correction',
  template,
  by: 'receiver',
  input: undoInput,
  done: 'undone',
  start: ({ parameters }) =>
    Promise.resolve(
      numberOf.safeParse(parameters['correction']).success ? { values: {}, shows: { form: null } } : null,
    ),
  act: ({ db, acting, input, rules, parameters }) =>
    undoQuick(db, acting, numberOf.parse(parameters['correction']), input.why, rules),
}
