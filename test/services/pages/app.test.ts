/** What every request passes on its way through the web application, and what is said when nothing fits. */
import express, { Router } from 'express'
import { describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../services/pages/app.ts'
import type { FailureLog } from '../../../services/pages/failures.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { showPage } from '../../../services/pages/show.ts'
import { serve } from '../../support/serve.ts'
import { createVisitor, wordsOf } from '../../support/visitor.ts'

const site = { hostName: 'Marsh Hospitals (example)', example: true }
const pages = createPages({ site: () => site })
const error = vi.fn<FailureLog['error']>()

function room(): Router {
  const router = Router()
  const fail = () => {
    throw new Error('Mrs Example of 1 Example Street')
  }
  router.get('/fails', fail)
  router.get('/api/fails', fail)
  router.post('/takes', express.urlencoded({ extended: false, limit: 100 }), (request, response) =>
    showPage(pages, request, response, 'pages/failure.njk', { name: 'forbidden' }),
  )
  return router
}

function app(publicUrl: string) {
  return createApp({ pages, publicUrl, trustedProxies: 0, rooms: [room()], log: { error } })
}

const base = await serve(app('http://127.0.0.1'))
const secure = await serve(app('https://hub.example'))

describe('every answer', () => {
  test('allows nothing from elsewhere and no script but ours', async () => {
    const { headers, html } = await createVisitor(base).get('/nowhere')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes)
    expect(scripts.length).toBeGreaterThan(0)
    for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`)
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('has a nonce of its own', async () => {
    const [one, two] = await Promise.all([createVisitor(base).get('/a'), createVisitor(base).get('/a')])
    expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'))
  })

  test('promises https only where people reach us by https', async () => {
    const plain = (await createVisitor(base).get('/')).headers
    expect(plain.get('strict-transport-security')).toBeNull()
    expect(plain.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    const over = (await createVisitor(secure).get('/')).headers
    expect(over.get('strict-transport-security')).toContain('max-age=')
    expect(over.get('content-security-policy')).toContain('upgrade-insecure-requests')
  })

  test('keeps quiet about what it is made with', async () => {
    const { headers } = await createVisitor(base).get('/')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('what goes wrong', () => {
  test('a page that is not there is a page in plain words', async () => {
    const page = await createVisitor(base).get('/nowhere')
    expect(page.status).toBe(404)
    expect(wordsOf(page.html)).toContain('There is no page at this address.')
  })

  test('a program is told with problem+json', async () => {
    const { status, headers, html } = await createVisitor(base).get('/api/v1/nothing')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(html)).toMatchObject({ status: 404, title: 'Page not found' })
  })

  test.each(['/fails', '/api/fails'])(
    'a fault at %s is told by a number that stands in the log too',
    async (path) => {
      error.mockClear()
      const { status, html } = await createVisitor(base).get(path)
      expect(status).toBe(500)
      expect(html).not.toContain('Example Street')
      const [details] = error.mock.calls[0] ?? []
      expect(JSON.stringify(details)).not.toContain('Example Street')
      expect(details?.['fault']).toBe('Error')
      const requestId = String(details?.['requestId'])
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
      expect(html).toContain(requestId)
    },
  )

  test.each([
    ['/assets/images/%zz', {}, 400, 'We could not read what was sent'],
    [
      '/takes',
      { method: 'POST', body: new URLSearchParams({ text: 'x'.repeat(200) }) },
      413,
      'Your text is too long',
    ],
  ])('%s is the sender’s to mend, and is not logged as ours', async (path, init, status, title) => {
    error.mockClear()
    const response = await fetch(base + path, init)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(`<h1>${title}</h1>`)
    expect(error).not.toHaveBeenCalled()
  })
})

describe('the frame of a page', () => {
  test('is in Welsh when asked, and stays so', async () => {
    const visitor = createVisitor(base)
    const asked = await visitor.get('/nowhere?lang=cy')
    expect(asked.html).toContain('<html lang="cy">')
    expect((await visitor.get('/nowhere')).html).toContain('href="?lang=en"')
    expect((await visitor.get('/nowhere?lang=en')).html).toContain('<html lang="en">')
    expect((await visitor.get('/nowhere')).html).toContain('<html lang="en">')
  })

  test('does not take any word for a language', async () => {
    const visitor = createVisitor(base)
    const page = await visitor.get('/nowhere?lang=%3Cscript%3E&lang=xx')
    expect(page.html).toContain('<html lang="en">')
    expect(visitor.cookies.size).toBe(0)
  })

  test('says on every page that the directory is an example, and only then', async () => {
    const view = { language: 'en', nonce: '', path: '/', requestId: '' } as const
    expect(pages.render('pages/failure.njk', { name: 'failed' }, view)).toContain('made up')
    const real = createPages({ site: () => ({ ...site, example: false }) })
    expect(real.render('pages/failure.njk', { name: 'failed' }, view)).not.toContain('made up')
  })
})

describe('the assets', () => {
  test('are kept by browsers for ever, and are all there', async () => {
    const { html } = await createVisitor(base).get('/nowhere')
    const paths = [...html.matchAll(/(?:href|src)="(\/assets\/[0-9a-f]{12}\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths).toHaveLength(3)
    for (const path of paths) {
      const response = await fetch(base + path)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('immutable')
      expect(response.headers.get('content-encoding')).toBe('gzip')
      expect(await response.text()).not.toMatch(/url\(https?:/)
    }
  })

  test('of another version are not there', async () => {
    expect((await fetch(`${base}/assets/000000000000/hub.css`)).status).toBe(404)
  })

  test('do not lead out of their folder', async () => {
    expect((await fetch(`${base}/assets/..%2f..%2fpackage.json`)).status).toBe(404)
  })
})
