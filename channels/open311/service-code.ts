/** The code of what can be told about: an organisation, one of its care services, or "I am not sure". */
import { asId, type CareServiceId, type OrganisationId } from '../../shared/ids.ts'

export const notSure = 'not-sure'
const between = '--'

export interface ToldAbout {
  readonly organisation: OrganisationId | null
  readonly careService: CareServiceId | null
}

export function serviceCode(organisation: OrganisationId, careService: CareServiceId | null): string {
  return careService === null ? organisation : `${organisation}${between}${careService}`
}

/** Null where it is not written like one of ours; whether there is such a service the directory knows. */
export function readServiceCode(code: string): ToldAbout | null {
  if (code === notSure) return { organisation: null, careService: null }
  if (!/^[\w.-]{1,200}$/.test(code)) return null
  const at = code.indexOf(between)
  return at === -1
    ? { organisation: asId(code), careService: null }
    : { organisation: asId(code.slice(0, at)), careService: asId(code.slice(at + between.length)) }
}
