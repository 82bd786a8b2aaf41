/** One request as GeoReport v2 shows it: how far it has come, to the organisation's own programs also about what. */
import type { Say } from '../../channels/channel.ts'
import { serviceCode } from '../../channels/open311/service-code.ts'
import type { Directory } from '../../shared/directory.ts'
import { reason } from '../../shared/finding.ts'
import type { Language } from '../../shared/words.ts'
import type { CivicRequest } from '../store/civic-requests.ts'

export interface ShownTo {
  readonly directory: Directory
  readonly say: Say
  readonly language: Language
  /** Asked with a key of the organisation that received it? */
  readonly isOwn: boolean
}

/** Every field that the standard names; what a person wrote, where it was and its pictures stay with us. */
export function requestRow(request: CivicRequest, shown: ShownTo): Readonly<Record<string, string | null>> {
  return {
    service_request_id: request.reference,
    status: request.status === 'closed' ? 'closed' : 'open',
    status_notes: shown.say(reason(`open311:status.${request.status}`), shown.language),
    ...(shown.isOwn ? serviceOf(request, shown.directory) : { service_name: null, service_code: null }),
    description: null,
    agency_responsible: shown.isOwn ? nameOf(request.receivedBy, shown.directory) : null,
    service_notice: null,
    requested_datetime: instant(request.receivedAt),
    updated_datetime: instant(request.updatedAt),
    expected_datetime: null,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}

/** As GeoReport writes it: to the second, in UTC. */
function instant(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}

function serviceOf({ about }: CivicRequest, directory: Directory) {
  const organisation = about?.organisation ?? null
  if (organisation === null) return { service_name: null, service_code: null }
  const careService = directory.careServices.find((each) => each.id === about?.careService)
  return {
    service_name: careService?.name ?? nameOf(organisation, directory),
    service_code: serviceCode(organisation, about?.careService ?? null),
  }
}

function nameOf(organisation: string, directory: Directory): string {
  return directory.organisations.find(({ id }) => id === organisation)?.name ?? organisation
}
