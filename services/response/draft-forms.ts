/** Putting the draft together from what is filed, and changing a section of it by hand. */
import { z } from 'zod'
import { composeResponse } from '../../router/coordinate/compose-response.ts'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import type { StaffParts } from '../staff/parts.ts'
import { responsesOf } from '../store/joint/response-file.ts'
import { composeVersion, editSection } from '../store/joint/response-versions.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'
import { putIntoWords } from './put-into-words.ts'

const nothing = z.object({ language: z.enum(['en', 'cy']).catch('en') })

export function compose({ pages }: StaffParts): CaseForm<z.infer<typeof nothing>> {
  return {
    path: 'response/compose',
    template,
    by: 'receiver',
    input: nothing,
    done: 'composed',
    then: backTo,
    start: ({ head }) =>
      Promise.resolve({
        values: { language: head.language === 'cy' ? 'cy' : 'en' },
        shows: formPage('compose', [{ kind: 'hidden', name: 'language' }]),
      }),
    act: ({ db, acting, rules, input }) =>
      composeVersion(db, acting, rules, (composer) =>
        putIntoWords(composeResponse(composer).sections, pages, input.language),
      ),
  }
}

const changed = z.object({
  response: z.uuid().transform((id) => asId<'response'>(id)),
  body: z.string().trim().min(1, 'answer:error.text').max(50_000, 'answer:error.long'),
})

export const edit: CaseForm<z.infer<typeof changed>> = {
  path: 'response/sections/:section',
  template,
  by: 'receiver',
  input: changed,
  done: 'edited',
  then: backTo,
  async start({ queries, head, parameters }) {
    const [current] = await responsesOf(queries, head)
    const section = current?.sections[Number(parameters['section'])]
    if (current === undefined || section === undefined) return null
    return {
      values: { response: current.id, body: section.text },
      shows: formPage('edit', [
        { kind: 'hidden', name: 'response' },
        { kind: 'text', name: 'body', rows: 16 },
      ]),
    }
  },
  act: ({ db, acting, input, parameters }) =>
    editSection(db, acting, {
      response: input.response,
      section: Number(parameters['section']),
      text: asSent(input.body),
    }),
}
