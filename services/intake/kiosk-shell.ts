/** What a kiosk keeps to open without a network: its scripts and stylesheet, and the worker that answers with them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Router } from 'express'
import { languages } from '../../shared/words.ts'

const folder = new URL('../../channels/kiosk/assets/', import.meta.url)
const templates = new URL('../../channels/kiosk/templates/', import.meta.url)
const workerName = 'worker.js'

const files: ReadonlyMap<string, string> = readAll(folder)

const paths = [
  '/kiosk',
  ...languages.map((language) => `/kiosk/${language}`),
  ...[...files.keys()].filter((name) => name !== workerName).map((name) => `/kiosk/assets/${name}`),
]

/** Changes with whatever a kiosk shows, so that it fetches all of it anew. */
const version = createHash('sha256')
  .update(JSON.stringify([...files, ...readAll(templates)]))
  .digest('hex')
  .slice(0, 12)

export function kioskShell(): Router {
  const router = Router()
  router.get(`/kiosk/${workerName}`, (_request, response) => {
    // It stands in a folder and serves the page above it too, which a browser allows only when told so.
    response.set('Service-Worker-Allowed', '/kiosk').set('Cache-Control', 'no-cache').type('text/javascript')
    response.send(`self.shell = ${JSON.stringify({ version, paths })}\n${files.get(workerName) ?? ''}`)
  })
  router.get('/kiosk/assets/:name', (request, response, next) => {
    const found = files.get(request.params.name)
    if (found === undefined) {
      next()
      return
    }
    const type = request.params.name.endsWith('.css') ? 'text/css' : 'text/javascript'
    response.set('Cache-Control', 'no-cache').type(type).send(found)
  })
  return router
}

function readAll(from: URL): ReadonlyMap<string, string> {
  return new Map(readdirSync(from).map((name) => [name, readFileSync(new URL(name, from), 'utf8')]))
}
