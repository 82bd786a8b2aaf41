/** Asking the person: which organisations, in which words, by which way; and the same words for a letter or a call. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { askPerson } from '../store/joint/consent-by-staff.ts'
import { answerConsentBy, wordsOfRequest } from '../store/joint/consent-request.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { loadCaseToTell } from '../store/joint/telling.ts'
import { findWayOfReply } from '../store/way-of-reply.ts'
import { ticked } from './chosen.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({
  consents: ticked
    .refine((ids) => ids.length > 0, 'response:error.consents')
    .transform((ids) => ids.map((id) => asId<'consent'>(id))),
})

const askable = ['needed', 'asked', 'expired']

export function askConsent(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/consents/ask',
    template: 'response/ask-consent.njk',
    by: 'receiver',
    input,
    done: 'consent-asked',
    async start({ queries, head, rules, canSend }) {
      const file = await loadJointFile(queries, head.id)
      const consents = file?.consents.filter(({ state }) => askable.includes(state)) ?? []
      if (consents.length === 0) return null
      const wanted = consents.filter(({ isRefusedInWords }) => !isRefusedInWords)
      const ids = (wanted.length > 0 ? wanted : consents).map(({ id }) => id)
      const about = await loadCaseToTell(queries, head.id)
      const day = answerConsentBy(londonDate(parts.now()), rules)
      const words = await wordsOfRequest(queries, about, ids, day, tellingOf(parts, { rules, canSend }))
      const way = await findWayOfReply(queries, head, canSend)
      return {
        values: { consents: wanted.map(({ id }) => id) },
        shows: {
          consents,
          purposes: [...new Set(consents.map(({ purpose }) => purpose))],
          way,
          person: head.person,
          needs: head.preferences.needs,
          preview: words.body(way.channel),
          letter: words.letter,
          language: head.language === 'cy' ? 'cy' : 'en',
        },
      }
    },
    act: (given) => askPerson(given.db, given.acting, given.input.consents, tellingOf(parts, given)),
  }
}
