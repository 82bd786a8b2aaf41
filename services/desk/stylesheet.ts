/** The desk's own stylesheet, beside those of every page. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router } from 'express'

const sheet = readFileSync(new URL('./assets/desk.css', import.meta.url), 'utf8')

/** Changes with the content, so that browsers may keep what they have. */
const version = createHash('sha256').update(sheet).digest('hex').slice(0, 12)

export const stylesheetPath = `/desk/assets/${version}/desk.css`

export function stylesheet(): Router {
  const router = Router()
  router.get(stylesheetPath, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/css').send(sheet)
  })
  return router
}
