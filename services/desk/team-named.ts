/** A team that somebody names, and why; where it is away or full, it is ticked that it is meant all the same. */
import { z } from 'zod'
import { why } from '../staff/form-input.ts'
import { teamId } from './chosen-ids.ts'

/** The tick holds for the team that it was shown for, and for no other that is chosen after. */
export const teamNamed = z
  .object({ to: teamId, why, anyway: z.string().optional() })
  .transform(({ to, why, anyway }) => ({ to, why, anyway: anyway === to }))
