/** SPF, DKIM and DMARC are concluded from the name servers' answers of the first time, and from nothing else. */
import { expect, test } from 'vitest'
import type { EvidenceTools } from '../../../channels/evidence-tools.ts'
import { createEmail } from '../../../channels/email/email.ts'
import { deliveryOf, mail, settings } from './mails.ts'

const absent = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
const records: Readonly<Record<string, readonly string[][]>> = {
  'TXT people.example': [['v=spf1 ip4:192.0.2.7 -all']],
  'TXT _dmarc.people.example': [['v=DMARC1; p=reject']],
}
const tools = (resolve: EvidenceTools['resolve']): EvidenceTools => ({
  resolve,
  download: () => Promise.reject(new Error('nothing is downloaded for mail')),
})
const fromDns = tools((name, type) =>
  records[`${type} ${name}`] ? Promise.resolve(records[`${type} ${name}`]) : absent(),
)

const email = createEmail(settings)
const delivery = {
  ...deliveryOf(mail({}), { 'mail-from': 'ada@people.example', helo: 'mx.people.example' }),
  peer: '192.0.2.7',
}

async function evidenceOf(given: EvidenceTools, from = delivery) {
  const evidence = new Map<string, unknown>()
  for (const request of email.wants(from)) {
    // Stored as JSON in between, as the pipeline does.
    evidence.set(request.key, JSON.parse(JSON.stringify(await request.gather(given))))
  }
  return evidence
}

async function checks(evidence: ReadonlyMap<string, unknown>, from = delivery) {
  const reading = await email.read(from, evidence)
  const remarks = reading.outcome === 'submission' ? reading.submission.remarks : []
  return Object.fromEntries(remarks.map(({ key, params }) => [key, params?.['result']]))
}

test('a server that may send for the address passes SPF and DMARC', async () => {
  expect(await checks(await evidenceOf(fromDns))).toEqual({
    'email:check.spf': 'pass',
    'email:check.dkim': 'none',
    'email:check.dmarc': 'pass',
  })
})

test('another server fails both', async () => {
  const from = { ...delivery, peer: '198.51.100.9' }
  expect(await checks(await evidenceOf(fromDns, from), from)).toMatchObject({
    'email:check.spf': 'fail',
    'email:check.dmarc': 'fail',
  })
})

test('reading again from the stored answers gives the same', async () => {
  const evidence = await evidenceOf(fromDns)
  expect(await email.read(delivery, evidence)).toEqual(await email.read(delivery, evidence))
})

test('name servers out of reach: the gathering fails, the mail is read without', async () => {
  const broken = tools(() => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })))
  await expect(evidenceOf(broken)).rejects.toThrow('could not be reached')
  expect(await checks(new Map())).toEqual({})
})

test('evidence that makes no sense is not believed', async () => {
  const found = await checks(new Map([['sender-dns', [{ name: 1 }, null, 'x']]]))
  expect(Object.keys(found)).toContain('email:check.spf')
})
