/** An address for programs that is asked in another way than it takes is told which ways it takes (RFC 9110, 15.5.6). */
import { Router } from 'express'
import type { Channel } from '../../channels/channel.ts'
import { answer } from '../pages/failures.ts'
import { isProgram } from '../pages/look.ts'
import type { Pages } from '../pages/pages.ts'

/** `path` as express has it, `methods` in capitals. */
export interface Opening {
  readonly path: string
  readonly methods: readonly string[]
}

/** To be asked after every room that opens one of them. */
export function otherMethods(pages: Pages, openings: readonly Opening[]): Router {
  const router = Router()
  const taken = Map.groupBy(openings, ({ path }) => path)
  for (const [path, at] of taken) {
    const methods = at.flatMap((opening) => opening.methods)
    const allowed = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
    router.all(path, (request, response, next) => {
      if (!isProgram(request)) {
        next()
        return
      }
      response.set('Allow', allowed.join(', '))
      if (request.method === 'OPTIONS') response.status(204).end()
      else answer(pages, request, response, 405)
    })
  }
  return router
}

export function openingsOf(channels: readonly Channel[]): readonly Opening[] {
  return channels
    .flatMap(({ doors }) => doors)
    .flatMap((door) => (door.opens === 'http' ? [{ path: door.path, methods: ['POST'] }] : []))
}
