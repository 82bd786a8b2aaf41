/** Staff say that what the person told us of sharing does concern who is named: to send it on, or to keep a no. */
import { reason } from '../../../shared/finding.ts'
import { actOnCase, Refused, type ActResult, type Acting } from '../case-acts.ts'
import type { Database } from '../database.ts'
import type { Telling } from './telling.ts'
import { isToUse, loadTold, recordToldConsent } from './told-consent.ts'

/** Only a machine named them before. Of a joint case that is proposed they say it by confirming it. */
export async function useTold(db: Database, acting: Acting, telling: Telling): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head }) => {
    const told = await loadTold(queries, head.id)
    if (told === null || !isToUse(told)) throw new Refused(reason('joint:consent.refused.gone'))
    return { act: 'consent.use-told', waiting: await recordToldConsent(queries, head.id, told, telling) }
  })
}
