/** Whose a delivery is: every address belongs to an organisation, and a mail to two of them is each one's own. */
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { asId } from '../../../shared/ids.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'

let hub: TestHub
beforeAll(async () => {
  const { connectionString } = await testDatabase()
  const first = await startTestHub(connectionString, { working: false })
  const council = {
    channel: 'email',
    address: 'council@hub.example',
    organisation: asId<'organisation'>('aldershire-council'),
  } as const
  const directory = { ...exampleDirectory, doors: [council] }
  const { db } = first.base.connection
  await saveKnowledge(db, { directory, rules: seedRules }, 'test', new Date())
  await first.close()
  hub = await startTestHub(connectionString, { working: false })
})
afterAll(() => hub.close())

async function receiversOf(subject: string, ...to: readonly string[]): Promise<readonly string[]> {
  const transport = createTransport({ host: '127.0.0.1', port: hub.mailPort, secure: false, ignoreTLS: true })
  const before = await hub.base.connection.db.selectFrom('deliveries').select('id').execute()
  await transport.sendMail({ from: 'ann@people.example', to: [...to], subject, text: 'Nobody came.' })
  const rows = await hub.base.connection.db.selectFrom('deliveries').select(['id', 'received_by']).execute()
  const known = new Set(before.map((row) => row.id))
  return rows.flatMap((row) => (known.has(row.id) ? [] : [row.received_by])).toSorted()
}

test('a mail to an address goes to the organisation whose address it is', async () => {
  expect(await receiversOf('one', 'Council@hub.example')).toEqual(['aldershire-council'])
})

test('a mail to an address that nobody claims goes to the host', async () => {
  expect(await receiversOf('two', 'anything@hub.example')).toEqual([exampleDirectory.host])
})

test('a mail to two organisations is a delivery to each, and sent again it is none', async () => {
  const both = ['council@hub.example', 'feedback@hub.example'] as const
  expect(await receiversOf('three', ...both)).toEqual(
    ['aldershire-council', exampleDirectory.host].toSorted(),
  )
})
