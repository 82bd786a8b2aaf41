/** Telling those whom praise is for: who is named, their team and its manager, in the person's words and without their name. */
import { z } from 'zod'
import type { Words } from '../pages/languages.ts'
import { loadPraise, passOnPraise } from '../store/case-acts-praise.ts'
import type { CaseForm } from '../staff/case-form.ts'

/** One ticked box comes as a text, several as a list, none not at all. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).max(50)])
  .optional()
  .transform((ids) => ids ?? [])

const input = z.object({
  tell: ticked,
  otherWay: z.literal('yes').optional(),
  // Browsers end lines with two characters, which nobody means.
  body: z
    .string('praise:error.body')
    .trim()
    .min(1, 'praise:error.body')
    .max(20_000, 'praise:error.long')
    .transform((text) => text.replace(/\r\n?/g, '\n')),
})

export function passPraise(words: Words): CaseForm<z.infer<typeof input>> {
  const say = (key: string, params = {}): string => words.translate(`praise:${key}`, params, 'en')
  return {
    path: 'praise',
    template: 'desk/pass-praise.njk',
    by: 'receiver',
    input,
    done: 'praised',
    async start({ queries, head }) {
      const praise = await loadPraise(queries, head)
      if (praise === null) return null
      const quoted = praise.words.map((text) => `“${text}”`).join('\n\n')
      const body = say('letter', { words: quoted, organisation: head.receivedByName })
      return {
        values: { body, tell: praise.readers.filter(({ isSure }) => isSure).map(({ id }) => id) },
        shows: { praise },
      }
    },
    act: ({ db, acting, input: { tell, otherWay, body }, canSend, rules }) =>
      passOnPraise(
        db,
        acting,
        { tell, otherWay: otherWay === 'yes', subject: say('subject'), body },
        canSend,
        rules,
      ),
  }
}
