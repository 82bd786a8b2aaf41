/** A call of ours reaches the public internet and nothing of our own network, however the address is dressed. */
import { createServer } from 'node:http'
import { afterAll, describe, expect, it, test } from 'vitest'
import { createCall } from '../../../services/outward/call.ts'
import { isPublicAddress, NotPublic } from '../../../services/outward/public-address.ts'
import { isSigned, sign } from '../../../services/outward/signature.ts'

const call = createCall({ allowPrivate: false })
const get = (url: string) => call({ method: 'GET', url, headers: {}, answerLimit: 100 })

const reached: string[] = []
const server = createServer((request, response) => {
  reached.push(request.url ?? '')
  if (request.url === '/away') response.writeHead(302, { location: '/elsewhere' }).end()
  else response.end('x'.repeat(request.url === '/long' ? 101 : 100))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const at = server.address()
const port = typeof at === 'object' && at !== null ? at.port : 0

describe('an address', () => {
  test.each(['10.1.2.3', '172.16.0.1', '192.168.1.1', '127.0.0.1', '0.0.0.0', '169.254.169.254'])(
    '%s of our own network is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
  test.each(['100.64.0.1', '224.0.0.1', '198.18.0.1', '192.0.2.7', '240.0.0.1', '255.255.255.255'])(
    '%s that nobody on the internet has is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
  test.each(['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', 'fec0::1', '2001:db8::1', '100::1'])(
    '%s is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
  test.each([
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '2002:a00:1::',
  ])('%s that hides another is not public', (address) => expect(isPublicAddress(address)).toBe(false))
  test.each(['8.8.8.8', '::ffff:8.8.8.8', '2a00:1450:4009::1'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})

describe('a call', () => {
  it('refuses whatever is written as an address that is not public, in any notation', async () => {
    const hosts = ['127.0.0.1', '0x7f.1', '2130706433', '017700000001', '[::1]', '[::ffff:127.0.0.1]']
    for (const host of hosts) {
      await expect(get(`https://${host}:${port}/`), host).rejects.toBeInstanceOf(NotPublic)
    }
    expect(reached).toEqual([])
  })

  it('refuses a name by what it resolves to when it is called', async () => {
    await expect(get(`https://localhost:${port}/`)).rejects.toBeInstanceOf(NotPublic)
  })

  it('goes by https only, even to the public', async () => {
    await expect(get('http://8.8.8.8/')).rejects.toBeInstanceOf(NotPublic)
  })

  it('follows no redirect and reads no more than asked for', async () => {
    const allowed = createCall({ allowPrivate: true })
    const ask = (path: string) =>
      allowed({ method: 'GET', url: `http://127.0.0.1:${port}${path}`, headers: {}, answerLimit: 100 })
    expect((await ask('/away')).status).toBe(302)
    expect(reached).toEqual(['/away'])
    expect((await ask('/')).body.length).toBe(100)
    await expect(ask('/long')).rejects.toThrow('larger than 100 bytes')
  })
})

describe('a signature', () => {
  const now = new Date('2026-11-25T12:00:00Z')
  const header = sign('{"a":1}', ['old', 'new'], now)

  it('is known by either secret while one is being replaced', () => {
    expect([['old'], ['new'], ['other']].map((secrets) => isSigned('{"a":1}', header, secrets, now))).toEqual(
      [true, true, false],
    )
  })

  it('holds for that body only, and for five minutes', () => {
    expect(isSigned('{"a":2}', header, ['old'], now)).toBe(false)
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
    expect([299, 301, -301].map((after) => isSigned('{"a":1}', header, ['old'], later(after)))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is refused without a moment or in pieces', () => {
    const [, mac = ''] = header.split(',')
    for (const broken of [
      '',
      mac,
      't=x,v1=1',
      `t=1,${mac}`,
      header.replace('v1', 'v0').replace(/,v1.*$/, ''),
    ]) {
      expect(isSigned('{"a":1}', broken, ['old'], now)).toBe(false)
    }
  })
})
