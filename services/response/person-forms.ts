/** The draft goes to the person before it is final; what they say of it is written down and answered. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import type { StaffParts } from '../staff/parts.ts'
import { shareDraft } from '../store/joint/response-sending.ts'
import { recordComments } from '../store/joint/response-versions.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'

const words = z.object({
  body: z.string().trim().min(1, 'answer:error.text').max(50_000, 'answer:error.long').transform(asSent),
})
type Written = z.infer<typeof words>

const usual = { template, by: 'receiver', input: words, then: backTo } as const
const oneText = [{ kind: 'text', name: 'body', rows: 8 }] as const

export function share({ pages }: StaffParts): CaseForm<Written> {
  return {
    ...usual,
    path: 'response/share',
    done: 'shared',
    start: ({ head }) => {
      const language = head.language === 'cy' ? 'cy' : 'en'
      const introduction = pages.translate('answer:letter.draft', {}, language)
      return Promise.resolve({ values: { body: introduction }, shows: formPage('share', oneText) })
    },
    act: ({ db, acting, input, canSend }) => shareDraft(db, acting, input.body, canSend),
  }
}

export const comments: CaseForm<Written> = {
  ...usual,
  path: 'response/comments',
  done: 'commented',
  start: () => Promise.resolve({ values: {}, shows: formPage('comments', oneText) }),
  act: ({ db, acting, input }) => recordComments(db, acting, { comments: input.body }),
}

export const answerComments: CaseForm<Written> = {
  ...usual,
  path: 'response/comments/answer',
  done: 'answered',
  start: () => Promise.resolve({ values: {}, shows: formPage('answer', oneText) }),
  act: ({ db, acting, input }) => recordComments(db, acting, { answer: input.body }),
}
