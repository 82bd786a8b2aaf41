/** What an address shows of a part, for who asks: null for what does not exist and for what is not open to them, alike. */
import type { Request } from 'express'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { StaffParts } from '../staff/parts.ts'
import { withScope } from '../store/database.ts'
import { loadPartFile, type PartFile } from '../store/joint/part-file.ts'
import type { PartPlace, PartVisit } from './part-place.ts'

export interface PartOnRequest extends PartVisit {
  readonly file: PartFile
  readonly today: CalendarDate
}

/** Asked anew at every request: a consent taken back closes it at once. */
export async function partOnRequest(
  { db, now }: Pick<StaffParts, 'db' | 'now'>,
  place: Pick<PartPlace, 'visitOf'>,
  request: Request,
): Promise<PartOnRequest | null> {
  const visit = place.visitOf(request)
  if (visit === null) return null
  const today = londonDate(now().toISOString())
  const { organisation } = visit.by
  const file = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    loadPartFile(queries, organisation, visit.reference, today),
  )
  return file === null ? null : { ...visit, file, today }
}
