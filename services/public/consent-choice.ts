/** What is shared with whom, for what and until when, on the progress page; and the person's yes or no to it. */
import { londonDate } from '../../shared/dates/london.ts'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { asId, type ConsentId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Pages } from '../pages/pages.ts'
import { showPage } from '../pages/show.ts'
import type { Ring } from '../queue/bell.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import type { Database } from '../store/database.ts'
import { loadPersonsConsents, sayAsPerson } from '../store/joint/person-consents.ts'
import { findProgress } from '../store/progress.ts'
import type { CanSend } from '../store/way-of-reply.ts'

export interface ConsentChoiceParts {
  readonly db: Database
  readonly pages: Pages
  readonly rules: RulesInForce
  readonly publicUrl: string
  readonly canSend: CanSend
  readonly ring: Ring
  readonly now: () => Date
}

/** The same proof as for looking; it travels in the body alone. */
export interface Proof {
  readonly reference: Reference
  readonly contact: string
}

const sent = z.object({
  consent: z.uuid().transform((id): ConsentId => asId<'consent'>(id)),
  said: z.enum(['yes', 'no']),
})

/** False where nothing of theirs was found. Words that mean neither are shown the page again. */
export async function showFound(
  parts: ConsentChoiceParts,
  request: Request,
  response: Response,
  proof: Proof,
): Promise<boolean> {
  const choice = sent.safeParse(request.body)
  const result = choice.success ? await say(parts, proof, choice.data) : null
  const today = londonDate(parts.now())
  const progress = await findProgress(parts.db, proof.reference, proof.contact, today)
  if (progress === null) return false
  const consents = await loadPersonsConsents(parts.db, proof.reference, proof.contact)
  const saved = result !== null && result.outcome !== 'refused'
  const notice = saved && choice.success ? choice.data.said : null
  showPage(parts.pages, request, response, 'public/progress-found.njk', { progress, consents, proof, notice })
  return true
}

async function say(parts: ConsentChoiceParts, proof: Proof, { consent, said }: z.infer<typeof sent>) {
  const { db, pages: words, publicUrl, canSend, now } = parts
  const telling = { words, publicUrl, canSend, rules: await parts.rules(), now: now() }
  const result = await sayAsPerson(db, proof, consent, said, telling)
  if (result?.outcome === 'done') for (const { step, id } of result.waiting) parts.ring(step, id)
  return result
}
