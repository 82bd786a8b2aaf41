/** Where a page of work ended, as it stands in an address. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { WorkCursor } from '../store/joint/part-work.ts'

const shape = z.object({
  due: z.union([z.iso.date(), z.literal('none').transform(() => null)]),
  id: z.uuid().transform((id) => asId<'part'>(id)),
})

/** `2026-12-01.<id>` or `none.<id>`; null for what is none. */
export function readCursor(text: unknown): WorkCursor | null {
  const [due, id] = typeof text === 'string' ? text.split('.') : []
  const read = shape.safeParse({ due, id })
  return read.success ? { dueOn: read.data.due, id: read.data.id } : null
}

export function writeCursor({ dueOn, id }: WorkCursor): string {
  return `${dueOn ?? 'none'}.${id}`
}
