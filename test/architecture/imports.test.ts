/** Nobody imports what is not theirs: the walls of .dependency-cruiser.cjs stand, and each one holds. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { root } from './source-files.ts'

const reportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

async function cruise(house: string) {
  const folders = ['channels', 'router', 'services', 'shared', 'rules']
  const command = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const flags = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders]
  const report = await new Promise<string>((resolve) => {
    // It ends with the number of violations; the report is what counts.
    execFile(process.execPath, [command, ...flags], { cwd: house, maxBuffer: 1e9 }, (_, stdout) =>
      resolve(stdout),
    )
  })
  return reportSchema.parse(JSON.parse(report)).summary
}

const doors = [
  'channels/email',
  'router/hand-over',
  'services/desk',
  'services/queue',
  'rules',
  'shared',
  'test',
]
const packages = ['zod', 'pg', 'bullmq', 'nunjucks', 'nodemailer']
const to = (path: string) => `import { door } from '${path}'\nexport const way = door`
/** Each of these files breaks through one wall. */
const breaches: readonly (readonly [wall: string, file: string, content: string])[] = [
  ['shared-stands-alone', 'shared/a.ts', to('../router/hand-over/door.ts')],
  ['channels-know-only-shared', 'channels/sms/a.ts', to('../../services/desk/door.ts')],
  ['channels-do-not-know-each-other', 'channels/sms/b.ts', to('../email/door.ts')],
  ['router-knows-only-shared', 'router/classify/a.ts', to('../../rules/door.ts')],
  ['stages-do-not-know-each-other', 'router/classify/b.ts', to('../hand-over/door.ts')],
  ['router-and-shared-are-pure', 'shared/b.ts', "import { readFileSync } from 'node:fs'\nreadFileSync('x')"],
  ['rules-are-data', 'rules/a.ts', to('../services/desk/door.ts')],
  ['rooms-do-not-know-each-other', 'services/intake/a.ts', to('../desk/door.ts')],
  ['foundations-carry-the-rooms', 'services/store/a.ts', to('../desk/door.ts')],
  ['the-store-does-not-know-the-queue', 'services/store/b.ts', to('../queue/door.ts')],
  ['product-does-not-know-tests', 'services/desk/a.ts', to('../../test/door.ts')],
  ['nothing-unresolved', 'services/desk/b.ts', to('./nowhere.ts')],
  ['edges-check-shapes', 'router/a.ts', to('zod')],
  ['home-pg', 'services/desk/c.ts', to('pg')],
  ['home-bullmq', 'services/store/c.ts', to('bullmq')],
  ['home-nunjucks', 'channels/email/a.ts', to('nunjucks')],
  ['home-nodemailer', 'services/desk/d.ts', to('nodemailer')],
  ['no-cycles', 'shared/c.ts', "import { d } from './d.ts'\nexport const c = () => d"],
]

async function houseOfBreaches(): Promise<string> {
  const house = await mkdtemp(join(tmpdir(), 'hub-house-'))
  const files: readonly (readonly [string, string])[] = [
    ['tsconfig.json', '{}'],
    ['package.json', '{"type":"module"}'],
    ['shared/d.ts', "import { c } from './c.ts'\nexport const d = () => c"],
    ...doors.map((room) => [`${room}/door.ts`, 'export const door = 1'] as const),
    ...packages.map((name) => [`node_modules/${name}/index.js`, 'export const door = 1'] as const),
    ...breaches.map(([, path, content]) => [path, content] as const),
  ]
  for (const [path, content] of files) {
    await mkdir(join(house, dirname(path)), { recursive: true })
    await writeFile(join(house, path), content)
  }
  return house
}

test('imports keep to the walls of the house', async () => {
  const { totalCruised, violations } = await cruise(root)
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  expect(totalCruised).toBeGreaterThan(100)
})

test('every wall holds: the file that breaks through it is named', async () => {
  const house = await houseOfBreaches()
  onTestFinished(() => rm(house, { recursive: true, force: true }))
  const { violations } = await cruise(house)
  const found = violations.map(({ rule, from }) => `${rule.name} ${from}`)
  expect(
    breaches.map(([wall, file]) => `${wall} ${file}`).filter((breach) => !found.includes(breach)),
  ).toEqual([])
})
