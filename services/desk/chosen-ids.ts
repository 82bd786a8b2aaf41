/** Ids of the directory as a form sends them; whether there is such a one is asked by the store. */
import { z } from 'zod'
import { asId, type CareServiceId, type OrganisationId } from '../../shared/ids.ts'

const id = z.string().regex(/^[a-z0-9-]{1,64}$/)

export const teamId = z
  .string('desk:error.team')
  .regex(/^[a-z0-9-]{1,64}$/, 'desk:error.team')
  .transform((text) => asId<'team'>(text))

/** Empty is "none". */
export const organisationIdOrNone = z
  .union([z.literal(''), id])
  .transform((text): OrganisationId | null => (text === '' ? null : asId(text)))

export const careServiceIdOrNone = z
  .union([z.literal(''), id])
  .transform((text): CareServiceId | null => (text === '' ? null : asId(text)))
