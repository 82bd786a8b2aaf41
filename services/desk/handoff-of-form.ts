/** The handoff that the address of a form means: one of this case, to a team of the organisation of who asks. */
import { z } from 'zod'
import { asId, type HandoffId } from '../../shared/ids.ts'
import { findHandoff } from '../store/case-file-handoff.ts'
import type { Asked } from '../staff/case-form.ts'
import type { Parameters } from '../staff/form-input.ts'

/** Throws where it is no id: `handoffOf` was asked before and found none. */
export function handoffIn(parameters: Parameters): HandoffId {
  return asId<'handoff'>(z.uuid().parse(parameters['handoff']))
}

/** Null where there is none such. */
export async function handoffOf({ queries, head, who, parameters }: Asked) {
  if (!z.uuid().safeParse(parameters['handoff']).success) return null
  return findHandoff(queries, head.id, who.organisation, handoffIn(parameters))
}
