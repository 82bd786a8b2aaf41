/** Writes a directory as the tables it is read from; reading them gives the same directory again. */
import type { Directory, HandoverMethod } from '../directory.ts'
import { listSeparator, type DirectoryTables, type Row } from './tables.ts'

export function writeDirectory(directory: Directory): DirectoryTables {
  return {
    organisations: rowsOf(directory.organisations, (organisation) => ({
      id: organisation.id,
      name: organisation.name,
      type: organisation.type,
      process: organisation.process,
      aliases: listOf(organisation.aliases),
      triageTeam: organisation.triageTeam,
      host: organisation.id === directory.host ? 'yes' : 'no',
      example: directory.example ? 'yes' : 'no',
    })),
    'care-services': rowsOf(directory.careServices, (service) => ({
      id: service.id,
      organisation: service.organisation,
      name: service.name,
      aliases: listOf(service.aliases),
      place: service.place ?? '',
      area: service.area,
      process: service.process ?? '',
    })),
    teams: rowsOf(directory.teams, (team) => ({
      id: team.id,
      organisation: team.organisation,
      name: team.name,
      handover: team.handover.by,
      address: addressOf(team.handover),
      fallback: team.fallback ?? '',
      awayFrom: team.away?.from ?? '',
      awayUntil: team.away?.until ?? '',
      capacity: team.capacity === undefined ? '' : String(team.capacity),
      manager: team.manager ?? '',
    })),
    responsibilities: rowsOf(directory.responsibilities, (responsibility) => ({
      team: responsibility.team,
      careService: responsibility.careService ?? '',
      subject: responsibility.subject ?? '',
    })),
    doors: rowsOf(directory.doors ?? [], ({ channel, address, organisation }) => ({
      channel,
      address,
      organisation,
    })),
    contacts: rowsOf(directory.contacts ?? [], ({ organisation, role, name, email, phone }) => ({
      organisation,
      role,
      name,
      email: email ?? '',
      phone: phone ?? '',
    })),
  }
}

/** Row 1 is the heading, so the first entry is row 2, as a spreadsheet shows it. */
function rowsOf<T>(entries: readonly T[], fieldsOf: (entry: T) => Row['fields']): readonly Row[] {
  return entries.map((entry, position) => ({ number: position + 2, fields: fieldsOf(entry) }))
}

function listOf(names: readonly string[]): string {
  return names.join(`${listSeparator} `)
}

function addressOf(handover: HandoverMethod): string {
  switch (handover.by) {
    case 'inbox':
      return ''
    case 'email':
      return handover.address
    case 'webhook':
      return handover.url
  }
}
