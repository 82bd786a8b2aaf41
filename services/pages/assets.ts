/** Stylesheets, script and images, all from this machine: no page of ours asks another server for anything. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import express, { Router, type Request, type Response } from 'express'
import { nhsukFolder } from './template-loader.ts'

interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly gzipped: Buffer
}

const own = new URL('./assets/', import.meta.url)
const javascript = 'text/javascript; charset=utf-8'
const css = 'text/css; charset=utf-8'

// The fonts NHS England serves to nhs.uk are licensed for that site only, and would be a request to another server.
const withoutRemoteFonts = (sheet: string): string => sheet.replace(/@font-face\{[^}]*https:[^}]*\}/g, '')
const withoutSourceMap = (text: string): string =>
  text.replace(/\/\*# sourceMappingURL=.*?\*\/|\/\/# sourceMappingURL=.*/g, '')

const assets: Readonly<Record<string, Asset>> = {
  'nhsuk.css': asset(css, withoutSourceMap(withoutRemoteFonts(nhsukFile('nhsuk-frontend.min.css')))),
  'nhsuk.js': asset(javascript, withoutSourceMap(nhsukFile('nhsuk-frontend.min.js'))),
  'hub.css': asset(css, readFileSync(new URL('hub.css', own), 'utf8')),
  'hub.js': asset(javascript, readFileSync(new URL('hub.js', own), 'utf8')),
}

const version = createHash('sha256')
  .update(
    Object.values(assets)
      .map((one) => one.plain.toString())
      .join(),
  )
  .digest('hex')
  .slice(0, 12)

/** Changes with the content, so that browsers may keep what they have for ever. */
export const assetsBase = `/assets/${version}`

export function assetsRouter(): Router {
  const router = Router()
  router.get('/assets/:version/:name', (request, response, next) => {
    const found = assets[request.params.name]
    if (found === undefined || request.params.version !== version) next()
    else send(found, request, response)
  })
  router.use('/assets', express.static(join(nhsukFolder, 'assets'), { maxAge: '7d', index: false }))
  return router
}

function send(found: Asset, request: Request, response: Response): void {
  response.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': found.type,
    Vary: 'Accept-Encoding',
  })
  if (request.acceptsEncodings('gzip') === 'gzip') {
    response.set('Content-Encoding', 'gzip').send(found.gzipped)
  } else {
    response.send(found.plain)
  }
}

function asset(type: string, text: string): Asset {
  const plain = Buffer.from(text)
  return { type, plain, gzipped: gzipSync(plain) }
}

function nhsukFile(name: string): string {
  return readFileSync(join(nhsukFolder, name), 'utf8')
}
