/** The scanner: a verdict, or none; never a pass by silence. */
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScanner } from '../../../services/files/scanner.ts'
import { malware, startFakeClamd, type FakeClamd } from '../../support/fake-clamd.ts'

let clamd: FakeClamd
beforeAll(async () => {
  clamd = await startFakeClamd()
})
afterAll(() => clamd.close())

describe('a scan', () => {
  test('passes what the daemon passes, and tells what it found in the rest', async () => {
    const scan = createScanner(clamd.url)
    expect(await scan(Buffer.from('a letter'))).toBeNull()
    expect(await scan(Buffer.from(`x${malware}x`))).toBe('Hub.Test.Malware')
  })

  test('sends every byte of a large file', async () => {
    const scan = createScanner(clamd.url)
    const large = Buffer.alloc(3_000_000, 7)
    expect(await scan(large)).toBeNull()
    expect(clamd.seen.at(-1)).toBe(large.length)
    expect(await scan(Buffer.concat([large, Buffer.from(malware)]))).toBe('Hub.Test.Malware')
  })

  test('fails where the daemon hangs up without a verdict', async () => {
    clamd.isAnswering = false
    await expect(createScanner(clamd.url)(Buffer.from('a letter'))).rejects.toThrow()
    clamd.isAnswering = true
  })

  test('fails where no daemon listens', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    const port = typeof at === 'object' && at !== null ? at.port : 0
    await new Promise((resolve) => server.close(resolve))
    await expect(createScanner(`tcp://127.0.0.1:${port}`)(Buffer.from('a letter'))).rejects.toThrow()
  })
})
