/** Reads each row of the tables into the entry it stands for; references are checked afterwards. */
import {
  contactRoles,
  organisationTypes,
  type CareService,
  type DoorOwner,
  type HandoverMethod,
  type Organisation,
  type OrganisationContact,
  type Responsibility,
  type Team,
} from '../directory.ts'
import { reason } from '../finding.ts'
import { asId } from '../ids.ts'
import { channelNames, processes } from '../words.ts'
import { Cells, type RowProblem } from './cells.ts'
import { columns, tableNames, type DirectoryTables, type Row, type TableName } from './tables.ts'

/** An entry with the cells it was read from, so that what turns out wrong later is named by its row. */
export interface Read<T> {
  readonly value: T
  readonly cells: Cells
}

export interface ReadTables {
  readonly organisations: readonly Read<
    Organisation & { readonly host: boolean; readonly example: boolean }
  >[]
  readonly careServices: readonly Read<CareService>[]
  readonly teams: readonly Read<Team>[]
  readonly responsibilities: readonly Read<Responsibility>[]
  readonly doors: readonly Read<DoorOwner>[]
  readonly contacts: readonly Read<OrganisationContact>[]
}

export function readTables(tables: DirectoryTables, problems: RowProblem[]): ReadTables {
  for (const table of tableNames) refuseUnknownColumns(table, tables[table], problems)
  const read = <T>(table: TableName, entryOf: (cells: Cells) => T): readonly Read<T>[] =>
    tables[table].map((row) => {
      const cells = new Cells(table, row, problems)
      return { value: entryOf(cells), cells }
    })
  const [organisations, careServices, teams, responsibilities, doors, contacts] = tableNames
  return {
    organisations: read(organisations, organisationOf),
    careServices: read(careServices, careServiceOf),
    teams: read(teams, teamOf),
    responsibilities: read(responsibilities, responsibilityOf),
    doors: read(doors, doorOf),
    contacts: read(contacts, contactOf),
  }
}

/** A misspelt heading would otherwise read as an empty column, and an empty cell means "any". */
function refuseUnknownColumns(table: TableName, rows: readonly Row[], problems: RowProblem[]): void {
  const known: readonly string[] = columns[table]
  const present = new Set(rows.flatMap(({ fields }) => Object.keys(fields)))
  for (const field of present) {
    if (known.includes(field)) continue
    const params = { field, allowed: known.join(', ') }
    problems.push({ table, row: null, field, reason: reason('directory:unknown-column', params) })
  }
}

function organisationOf(cells: Cells): ReadTables['organisations'][number]['value'] {
  return {
    id: asId(cells.id('id')),
    name: cells.required('name'),
    type: cells.oneOf('type', organisationTypes),
    process: cells.oneOf('process', processes),
    aliases: cells.list('aliases'),
    triageTeam: asId(cells.id('triageTeam')),
    host: cells.isYes('host'),
    example: cells.isYes('example'),
  }
}

function careServiceOf(cells: Cells): CareService {
  return {
    id: asId(cells.id('id')),
    organisation: asId(cells.id('organisation')),
    name: cells.required('name'),
    aliases: cells.list('aliases'),
    place: cells.optional('place'),
    area: cells.required('area'),
    ...(cells.optional('process') === null ? {} : { process: cells.oneOf('process', processes) }),
  }
}

function teamOf(cells: Cells): Team {
  const fallback = cells.optional('fallback')
  return {
    id: asId(cells.id('id')),
    organisation: asId(cells.id('organisation')),
    name: cells.required('name'),
    handover: handoverOf(cells),
    fallback: fallback === null ? null : asId(fallback),
    ...awayOf(cells),
    ...capacityOf(cells),
    ...(cells.optional('manager') === null ? {} : { manager: asId(cells.id('manager')) }),
  }
}

/** A first day without a last would keep every case away for ever, so both are asked for. */
function awayOf(cells: Cells): Pick<Team, 'away'> {
  if (cells.optional('awayFrom') === null && cells.optional('awayUntil') === null) return {}
  const from = cells.date('awayFrom')
  const until = cells.date('awayUntil')
  if (from !== '' && until !== '' && until < from) cells.refuse('awayUntil', 'until-before-from')
  return { away: { from, until } }
}

function capacityOf(cells: Cells): Pick<Team, 'capacity'> {
  const value = cells.optional('capacity')
  if (value === null) return {}
  if (!/^\d{1,6}$/.test(value)) cells.refuse('capacity', 'not-a-number')
  return { capacity: Number(value) }
}

function handoverOf(cells: Cells): HandoverMethod {
  const by = cells.oneOf('handover', ['inbox', 'email', 'webhook'])
  if (by === 'inbox') {
    if (cells.optional('address') !== null) cells.refuse('address', 'address-not-used')
    return { by }
  }
  const address = cells.required('address')
  if (by === 'email') {
    if (address !== '' && !isEmail(address)) cells.refuse('address', 'not-an-email-address')
    return { by, address }
  }
  if (address !== '' && !isHttps(address)) cells.refuse('address', 'not-an-https-address')
  return { by, url: address }
}

function isEmail(address: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(address)
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}

function responsibilityOf(cells: Cells): Responsibility {
  const careService = cells.optional('careService')
  return {
    team: asId(cells.id('team')),
    careService: careService === null ? null : asId(careService),
    subject: cells.optional('subject'),
  }
}

function doorOf(cells: Cells): DoorOwner {
  return {
    channel: cells.oneOf('channel', channelNames),
    address: cells.required('address').toLowerCase(),
    organisation: asId(cells.id('organisation')),
  }
}

/** Whoever is senior is told by email where two disagree; whoever is responsible may be reached by telephone alone. */
function contactOf(cells: Cells): OrganisationContact {
  const role = cells.oneOf('role', contactRoles)
  const email = role === 'senior' ? cells.required('email') : cells.optional('email')
  if (email !== null && email !== '' && !isEmail(email)) cells.refuse('email', 'not-an-email-address')
  return {
    organisation: asId(cells.id('organisation')),
    role,
    name: cells.required('name'),
    email,
    phone: cells.optional('phone'),
  }
}
