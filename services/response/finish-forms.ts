/** The last steps: every contributor's yes, the signature of whoever answers for it, and the one sending. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import type { StaffParts } from '../staff/parts.ts'
import { askApproval, sendResponse, signResponse } from '../store/joint/response-sending.ts'
import { signersOf } from '../store/joint/signers.ts'
import { backTo, formPage, template } from './form-page.ts'

const nothing = z.object({})
type Nothing = z.infer<typeof nothing>

export function askForApproval({ pages, publicUrl, now }: StaffParts): CaseForm<Nothing> {
  return {
    path: 'response/approval',
    template,
    by: 'receiver',
    input: nothing,
    done: 'approval-asked',
    then: backTo,
    start: () => Promise.resolve({ values: {}, shows: formPage('approval', []) }),
    act: ({ db, acting, rules, canSend }) =>
      askApproval(db, acting, { words: pages, publicUrl, canSend, rules, now: now() }),
  }
}

const signature = z.object({
  name: z.string().trim().min(1, 'answer:error.name').max(200, 'answer:error.long'),
  role: z.string().trim().min(1, 'answer:error.role').max(200, 'answer:error.long'),
})

/** Whoever is named as responsible is put there at first; a delegate writes their own name and role. */
export const sign: CaseForm<z.infer<typeof signature>> = {
  path: 'response/sign',
  template,
  by: 'receiver',
  input: signature,
  done: 'signed',
  then: backTo,
  async start({ queries, head, who }) {
    const signers = await signersOf(queries, who.organisation)
    const maySign = signers.some(({ id }) => id === who.id)
    const contact = await queries
      .selectFrom('organisation_contacts')
      .select('name')
      .where('organisation', '=', head.lead ?? head.received_by)
      .where('role', '=', 'responsible-person')
      .executeTakeFirst()
    return {
      values: { role: '' },
      shows: formPage(
        'sign',
        maySign
          ? [
              { kind: 'line', name: 'name' },
              { kind: 'line', name: 'role' },
            ]
          : [],
        {
          responsible: contact?.name ?? null,
          signing: maySign
            ? null
            : { organisation: who.organisationName, names: signers.map(({ name }) => name) },
        },
      ),
    }
  },
  act: ({ db, acting, input, rules }) => signResponse(db, acting, input, rules),
}

export const send: CaseForm<Nothing> = {
  path: 'response/send',
  template,
  by: 'receiver',
  input: nothing,
  done: 'response-sent',
  then: backTo,
  start: () => Promise.resolve({ values: {}, shows: formPage('send', []) }),
  act: ({ db, acting, canSend }) => sendResponse(db, acting, (signedAs) => signedAs, canSend),
}
