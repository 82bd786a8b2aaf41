/** `hub read` prints one line per message in the order of its input, whatever the input, and says by its status how it went. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { mail } from '../../channels/email/mails.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'read-'))
afterAll(() => rmSync(folder, { recursive: true }))

const row = z.record(z.string(), z.unknown())

function hub(args: readonly string[], input: Buffer | string = '') {
  const run = spawnSync(process.execPath, ['services/cli.ts', ...args], { input, encoding: 'utf8' })
  const lines = run.stdout.split('\n').filter((line) => line !== '')
  return {
    status: run.status,
    rows: lines.map((line) => row.parse(JSON.parse(line))),
    stderr: run.stderr,
  }
}

function file(name: string, content: Buffer | string): string {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

test('files come out in their order, named as given, an mbox once per message', () => {
  const envelope = 'From ada@people.example Mon Nov  2 10:00:00 2026\n'
  const plain = mail({}).toString().replaceAll('\r\n', '\n')
  const inbox = file('inbox.mbox', `${envelope}${plain}\n\n${envelope}${plain}\n`)
  const bounce = file('bounce.eml', mail({ headers: { 'X-Failed-Recipients': 'ada@people.example' } }))
  const one = file('one.eml', mail({}))
  const { status, rows } = hub(['read', 'email', inbox, bounce, one])
  expect(status).toBe(0)
  expect(rows.map((one) => [one['file'], one['outcome'], one['why']])).toEqual([
    [inbox, 'submission', undefined],
    [inbox, 'submission', undefined],
    [bounce, 'nothing-to-route', 'bounce'],
    [one, 'submission', undefined],
  ])
  expect(rows[3]?.['submission']).toMatchObject({ text: 'The nurse on ward 4 was kind.', subject: 'Ward 4' })
})

test('standard input is read where no file is named', () => {
  const { status, rows } = hub(['read', 'email'], mail({}))
  expect(status).toBe(0)
  expect(rows).toMatchObject([{ outcome: 'submission', submission: { subject: 'Ward 4' } }])
})

test('a file that is not there has its own line and status 1, and the others are read', () => {
  const one = file('two.eml', mail({}))
  const { status, rows } = hub(['read', 'email', path.join(folder, 'none.eml'), one])
  expect(status).toBe(1)
  expect(rows).toMatchObject([{ outcome: 'unreadable' }, { outcome: 'submission' }])
})

test('no channel, or one that does not exist, is wrong use', () => {
  expect(hub(['read'])).toMatchObject({ status: 2, rows: [] })
  expect(hub(['read', 'pigeon']).stderr).toContain('Name a channel')
})
