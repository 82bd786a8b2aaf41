/** The web application: what every request passes, the rooms, and what is said when nothing fits. */
import express, { type Express, type Router } from 'express'
import { assetsRouter } from './assets.ts'
import { failed, notFound, type FailureLog } from './failures.ts'
import { headers } from './headers.ts'
import { look } from './look.ts'
import type { Pages } from './pages.ts'

export interface AppParts {
  readonly pages: Pages
  /** As people reach it. Only where it is https do we promise https. */
  readonly publicUrl: string
  /** How many proxies of ours stand in front. */
  readonly trustedProxies: number
  /** In this order. Each parses the bodies it takes, with its own limit. */
  readonly rooms: readonly Router[]
  readonly log: FailureLog
}

export function createApp({ pages, publicUrl, trustedProxies, rooms, log }: AppParts): Express {
  const secure = new URL(publicUrl).protocol === 'https:'
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', trustedProxies)
  app.set('query parser', 'simple')
  app.use(look(secure), headers(secure), assetsRouter())
  for (const room of rooms) app.use(room)
  app.use(notFound(pages), failed(pages, log))
  return app
}
