/** Using what the person said of sharing before anybody knew with whom, once staff say that it does concern them. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import { isToUse, loadTold } from '../store/joint/told-consent.ts'
import { useTold } from '../store/joint/use-told.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({})

export function useToldForm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/told',
    template: 'response/use-told.njk',
    by: 'receiver',
    input,
    done: 'consent-recorded',
    async start({ queries, head }) {
      const told = await loadTold(queries, head.id)
      return told === null || !isToUse(told) ? null : { values: {}, shows: { told } }
    },
    act: (given) => useTold(given.db, given.acting, tellingOf(parts, given)),
  }
}
