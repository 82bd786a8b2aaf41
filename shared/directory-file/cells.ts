/** Reads the cells of one row of a directory, noting everything that is wrong instead of stopping at the first. */
import { isCalendarDate } from '../dates/london.ts'
import { reason, type Reason } from '../finding.ts'
import type { NonEmpty } from '../words.ts'
import { listSeparator, type Row, type TableName } from './tables.ts'

/** What is wrong, where, and in the reason's words what to do about it. */
export interface RowProblem {
  readonly table: TableName
  /** As the person sees it in their file; null for the table as a whole. */
  readonly row: number | null
  readonly field: string | null
  readonly reason: Reason
}

/** An id as it stands in addresses and files. */
const idShape = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

export class Cells {
  readonly #table: TableName
  readonly #row: Row
  readonly #problems: RowProblem[]

  constructor(table: TableName, row: Row, problems: RowProblem[]) {
    this.#table = table
    this.#row = row
    this.#problems = problems
  }

  refuse(field: string, key: string, params: Reason['params'] = {}): void {
    const { number, fields } = this.#row
    const value = fields[field] ?? ''
    this.#problems.push({
      table: this.#table,
      row: number,
      field,
      reason: reason(`directory:${key}`, { field, value, ...params }),
    })
  }

  optional(field: string): string | null {
    const value = (this.#row.fields[field] ?? '').trim()
    return value === '' ? null : value
  }

  required(field: string): string {
    const value = this.optional(field)
    if (value === null) this.refuse(field, 'missing')
    return value ?? ''
  }

  id(field: string): string {
    const value = this.required(field)
    if (value !== '' && !idShape.test(value)) this.refuse(field, 'not-an-id')
    return value
  }

  /** One of a closed list. Where the cell is wrong its first stands in, so that the rest of the row is still read. */
  oneOf<T extends string>(field: string, allowed: NonEmpty<T>): T {
    const value = this.required(field)
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined && value !== '') {
      this.refuse(field, 'not-in-list', { allowed: allowed.join(', ') })
    }
    return found ?? allowed[0]
  }

  /** Empty where the cell holds no date. */
  date(field: string): string {
    const value = this.required(field)
    if (value === '' || isCalendarDate(value)) return value
    this.refuse(field, 'not-a-date')
    return ''
  }

  list(field: string): readonly string[] {
    return (this.#row.fields[field] ?? '')
      .split(listSeparator)
      .map((name) => name.trim())
      .filter((name) => name !== '')
  }

  isYes(field: string): boolean {
    const value = (this.optional(field) ?? 'no').toLowerCase()
    if (!['yes', 'true', 'no', 'false'].includes(value)) this.refuse(field, 'not-yes-or-no')
    return value === 'yes' || value === 'true'
  }
}
