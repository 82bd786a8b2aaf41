/** Reads what another hub asks our organisation to lead: by reference alone, and nothing taken on trust. */
import { z } from 'zod'
import { asId } from '../../../shared/ids.ts'
import { readReference, type Reference } from '../../../shared/reference.ts'
import type { LeadsTold } from '../../store/joint/peer-leads.ts'

const id = z.uuid().transform((given) => asId<'lead-proposal'>(given))
const reference = z.string().max(100).transform(readReference)

const leadsTold = z.object({
  leads: z.array(z.object({ id, reference, answerBy: z.iso.date() })).max(1_000),
  led: z.array(z.object({ id })).max(10_000).default([]),
})

/** Null for what is no such list. */
export function readLeadsTold(body: Buffer): LeadsTold | null {
  try {
    const read = leadsTold.safeParse(JSON.parse(body.toString()))
    if (!read.success) return null
    const leads = read.data.leads.filter(isNamed)
    return { leads, led: read.data.led.map((each) => each.id) }
  } catch {
    return null
  }
}

function isNamed<Lead extends { readonly reference: Reference | null }>(
  lead: Lead,
): lead is Lead & { readonly reference: Reference } {
  return lead.reference !== null
}
