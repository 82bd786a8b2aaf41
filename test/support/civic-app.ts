/** A civic app beside a running hub: it reports, reads rows, and waits until its report is a case. */
import { vi } from 'vitest'
import { z } from 'zod'
import { readReference } from '../../shared/reference.ts'
import type { TestHub } from './hub.ts'

const rowsSchema = z.array(z.record(z.string(), z.unknown()))
const createdSchema = z.tuple([z.object({ service_request_id: z.string() })])

export const rowsOf = async (answer: Response) => rowsSchema.parse(await answer.json())
export const idOf = async (answer: Response) => createdSchema.parse(await answer.json())[0].service_request_id

/** `hub`: asked for only when it is there. */
export function createCivicApp(hub: () => TestHub) {
  const at = (path: string) => `${hub().web.publicUrl}/open311/${path}`
  return {
    at,
    post: (body: URLSearchParams | FormData, format = 'json') =>
      fetch(at(`v2/requests.${format}`), { method: 'POST', body }),
    report: async (more: Readonly<Record<string, string>> = {}) => {
      const body = new URLSearchParams({ service_code: 'not-sure', description: 'Nobody came.', ...more })
      return idOf(await fetch(at('v2/requests.json'), { method: 'POST', body }))
    },
    rowsAt: async (path: string) => rowsOf(await fetch(at(path))),
    /** What became of it, once it is a case. */
    routed: (id: string) => {
      const reference = readReference(id)
      if (reference === null) throw new Error(`${id} is no reference`)
      return vi.waitFor(
        () =>
          hub()
            .base.connection.db.selectFrom('submissions')
            .innerJoin('cases', 'cases.id', 'submissions.case')
            .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
            .select(['cases.id', 'submissions.content', 'deliveries.sealed'])
            .where('deliveries.reference', '=', reference)
            .executeTakeFirstOrThrow(),
        { timeout: 30_000, interval: 100 },
      )
    },
  }
}
