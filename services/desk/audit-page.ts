/** Who did what: for administrators, of their own organisation, newest first. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { readReference } from '../../shared/reference.ts'
import { showPage } from '../pages/show.ts'
import { listActors, listAudit } from '../store/audit-list.ts'
import { findVisibleCase } from '../store/case-file-scope.ts'
import { withScope } from '../store/database.ts'
import type { StaffMember } from '../store/staff.ts'
import { acts } from './acts.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

/** What is not understood counts as not asked. */
const query = z.object({
  act: z.enum(acts).nullable().catch(null),
  staff: z
    .uuid()
    .transform((id) => asId<'staff'>(id))
    .nullable()
    .catch(null),
  reference: z.string().trim().max(100).catch(''),
  before: z.coerce.number().int().positive().nullable().catch(null),
})

type Asked = z.infer<typeof query>

export function auditPage(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/audit', async (request, response, next) => {
    const who = staffOf(request)
    // For everybody else there is no such page.
    if (who.role !== 'administrator') next()
    else showPage(parts.pages, request, response, 'desk/audit.njk', await audit(parts, request, who))
  })
  return router
}

async function audit({ db, pages }: StaffParts, request: Request, who: StaffMember): Promise<object> {
  const asked = query.parse(request.query)
  const { organisation } = who
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const reference = readReference(asked.reference)
    const found = reference === null ? null : await findVisibleCase(queries, who, reference)
    const isUnknown = asked.reference !== '' && found === null
    const page = isUnknown
      ? { rows: [], next: null }
      : await listAudit(queries, who, { ...asked, case: found?.id ?? null })
    return {
      asked,
      acts,
      actors: await listActors(queries, organisation),
      rows: page.rows.map((row) => ({ ...row, words: wordsOf(row.act, (key) => pages.knows(key)) })),
      nextHref: page.next === null ? null : addressOf(asked, page.next),
    }
  })
}

/** An act that has no words yet is told by its name rather than left out. */
function wordsOf(act: string, knows: (key: string) => boolean) {
  const key = `desk:act.${act}`
  return knows(key) ? reason(key) : reason('desk:act.other', { act })
}

function addressOf({ act, staff, reference }: Asked, before: number): string {
  const given = { act: act ?? '', staff: staff ?? '', reference, before: String(before) }
  return `/desk/audit?${new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString()}`
}
