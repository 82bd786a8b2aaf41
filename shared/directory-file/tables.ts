/** A directory as six tables of text, which is what people keep in spreadsheets and what is imported and exported. */

export const tableNames = [
  'organisations',
  'care-services',
  'teams',
  'responsibilities',
  'doors',
  'contacts',
] as const
export type TableName = (typeof tableNames)[number]

/** Columns of each table, in the order they are written. */
export const columns = {
  organisations: ['id', 'name', 'type', 'process', 'aliases', 'triageTeam', 'host', 'example'],
  'care-services': ['id', 'organisation', 'name', 'aliases', 'place', 'area', 'process'],
  teams: [
    'id',
    'organisation',
    'name',
    'handover',
    'address',
    'fallback',
    'awayFrom',
    'awayUntil',
    'capacity',
    'manager',
  ],
  responsibilities: ['team', 'careService', 'subject'],
  doors: ['channel', 'address', 'organisation'],
  contacts: ['organisation', 'role', 'name', 'email', 'phone'],
} as const satisfies Readonly<Record<TableName, readonly string[]>>

/** May be left out: then every door belongs to the host, and each organisation is told by its team alone. */
export const optionalTables: readonly TableName[] = ['doors', 'contacts']

/** One row with the number a person sees beside it in their file. A column left out is the same as one left empty. */
export interface Row {
  readonly number: number
  readonly fields: Readonly<Record<string, string>>
}

export type DirectoryTables = Readonly<Record<TableName, readonly Row[]>>

/** Stands between the names of one cell: "the General; AGH". */
export const listSeparator = ';'
