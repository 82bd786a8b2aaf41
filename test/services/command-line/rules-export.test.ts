/** `hub rules export`: what is in force, as `hub route --rules` takes it. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createRulesVerb } from '../../../services/command-line/rules.ts'
import { wholeRules } from '../../../services/command-line/rules-shape.ts'
import { connect } from '../../../services/store/database.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
const verb = createRulesVerb((work) => work(db))

async function hub(...args: readonly string[]) {
  let printed = ''
  const write = (text: string | Uint8Array) => (printed += String(text)) !== ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(write)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(write)
  const status = await verb.run(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return { status, printed }
}

const inForce = {
  ...seedRules,
  officeHours: { until: '16:00', source: 'House rules', sureness: 'design' },
} as const

test('the rules in force are printed or written whole, and can be read again', async () => {
  const content = { directory: exampleDirectory, rules: inForce }
  const version = await saveKnowledge(db, content, 'release', new Date('2026-11-16T09:00:00Z'))
  const { status, printed } = await hub('export')
  expect(status).toBe(0)
  expect(wholeRules.parse(JSON.parse(printed))).toEqual(inForce)
  const file = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules.json')
  expect(await hub('export', file)).toEqual({
    status: 0,
    printed: `${JSON.stringify({ version, wrote: [file] })}\n`,
  })
  expect(readFileSync(file, 'utf8')).toBe(printed)
})

test.each([[[]], [['import']], [['export', '--all']], [['export', 'one', 'two']]])(
  'anything else is refused with its use: %j',
  async (args) => {
    expect(await hub(...args)).toEqual({ status: 2, printed: 'Use: hub rules export [FILE.json]\n' })
  },
)
