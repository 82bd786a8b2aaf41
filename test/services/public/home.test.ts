/** The front page names the ways to tell us that are there, and none that is not. */
import { expect, test } from 'vitest'
import { createApp } from '../../../services/pages/app.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { publicPages } from '../../../services/public/public.ts'
import { createRulesInForce } from '../../../services/staff/rules-in-force.ts'
import { connect } from '../../../services/store/database.ts'
import { testDatabase } from '../../support/database.ts'
import { serve } from '../../support/serve.ts'

const { connectionString } = await testDatabase()

async function homeOf(lineNumber: string | null, language = 'en'): Promise<string> {
  const { db } = connect(connectionString, { connections: 1 })
  const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
  const room = publicPages({
    db,
    pages,
    rules: createRulesInForce(db),
    publicUrl: 'https://hub.example',
    canSend: () => true,
    ring: () => undefined,
    now: () => new Date('2026-11-25T10:00:00Z'),
    mailAddress: 'Feedback <feedback@hub.example>',
    lineNumber,
    visitors: { exceededBy: () => Promise.resolve(null) },
  })
  const log = { error: () => undefined }
  const address = await serve(
    createApp({ pages, publicUrl: 'http://127.0.0.1', trustedProxies: 0, log, rooms: [room] }),
  )
  return (await fetch(`${address}/?lang=${language}`)).text()
}

test('where there is a line: its number, and how to ring it by text phone or Relay UK', async () => {
  expect(await homeOf('+441632960001')).toMatch(
    /href="tel:\+441632960001">01632 960001<[^]*text phone or the Relay UK app, dial 18001 before the number: 18001 01632 960001\./,
  )
  expect(await homeOf('+441632960001', 'cy')).toContain('deialwch 18001')
})

test('where there is none: no number to ring', async () => {
  const page = await homeOf(null)
  expect(page).toContain('feedback@hub.example')
  expect(page).not.toMatch(/tel:|Relay UK/)
})
