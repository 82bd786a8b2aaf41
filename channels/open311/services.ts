/** What civic apps can report about: the directory as Open311 services, and the questions that go with each. */
import type { Directory } from '../../shared/directory.ts'
import { reason } from '../../shared/finding.ts'
import { kinds, type Language } from '../../shared/words.ts'
import type { Say } from '../channel.ts'
import { contactWays } from './request-problems.ts'
import { notSure, readServiceCode, serviceCode } from './service-code.ts'
import type { Value } from './xml.ts'

export interface Service {
  readonly code: string
  readonly name: string
  /** The organisation that would receive it; empty for whoever is not sure. */
  readonly group: string
  readonly keywords: readonly string[]
}

export function servicesOf(directory: Directory, say: Say, language: Language): readonly Service[] {
  const ofOrganisations = directory.organisations.flatMap(({ id, name, aliases }) => [
    { code: serviceCode(id, null), name, group: name, keywords: aliases },
    ...directory.careServices
      .filter((service) => service.organisation === id)
      .map((service) => ({
        code: serviceCode(id, service.id),
        name: service.place === null ? service.name : `${service.name}, ${service.place}`,
        group: name,
        keywords: service.aliases,
      })),
  ])
  const name = say(reason('open311:not-sure'), language)
  return [...ofOrganisations, { code: notSure, name, group: '', keywords: [] }]
}

export function serviceRow({ code, name, group, keywords }: Service, say: Say, language: Language): Value {
  return {
    service_code: code,
    service_name: name,
    description: say(reason('open311:service', { service: name }), language),
    metadata: true,
    type: 'realtime',
    // A comma ends a keyword.
    keywords: keywords.map((keyword) => keyword.replaceAll(',', ' ')).join(','),
    group,
  }
}

/** The same few questions for every service; none of them must be answered. */
export function definitionRow(code: string, say: Say, language: Language): Value {
  const ask = (variable: string, datatype: string, values: readonly string[] = []) => ({
    variable: true,
    code: variable,
    datatype,
    required: false,
    datatype_description: '',
    order: asked.indexOf(variable) + 1,
    description: say(reason(`open311:ask.${variable}`), language),
    values: values.map((key) => ({ key, name: say(reason(`open311:choice.${key}`), language) })),
  })
  const asked = ['kind', 'happened_on', 'wanted_outcome', 'contact_by', 'needs']
  return {
    service_code: code,
    attributes: [
      ask('kind', 'singlevaluelist', kinds),
      ask('happened_on', 'datetime'),
      ask('wanted_outcome', 'text'),
      ask('contact_by', 'singlevaluelist', contactWays),
      ask('needs', 'text'),
    ],
  }
}

/** Is there such a service? */
export function isKnown(code: string, directory: Directory): boolean {
  const about = readServiceCode(code)
  if (about === null) return false
  if (about.organisation === null) return true
  const { organisation, careService } = about
  if (careService === null) return directory.organisations.some(({ id }) => id === organisation)
  return directory.careServices.some((each) => each.id === careService && each.organisation === organisation)
}
