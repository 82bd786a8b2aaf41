/** A malware scanner on a port of its own that speaks clamd's INSTREAM. */
import { createServer, type Socket } from 'node:net'

export interface FakeClamd {
  /** As CLAMD_URL has it. */
  readonly url: string
  /** Sizes of the files it was asked about. */
  readonly seen: number[]
  /** False: takes the file and hangs up without an answer. */
  isAnswering: boolean
  /** True: was updated, and finds nothing any more in what it took for malware. */
  isMended: boolean
  close(): Promise<void>
}

/** Whatever holds this word is malware to it. */
export const malware = 'MALWARE-FOR-TESTS'

export async function startFakeClamd(): Promise<FakeClamd> {
  const open = new Set<Socket>()
  const seen: number[] = []
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (part) => {
      received = Buffer.concat([received, Buffer.from(part)])
      const said = answerTo(received, fake.isMended)
      if (said === null) return
      seen.push(said.size)
      if (fake.isAnswering) socket.end(said.answer)
      else socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The scanner has no port')
  const fake: FakeClamd = {
    url: `tcp://127.0.0.1:${at.port}`,
    seen,
    isAnswering: true,
    isMended: false,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return fake
}

/** Null while the request is not whole. */
function answerTo(
  received: Buffer,
  isMended: boolean,
): { readonly answer: string; readonly size: number } | null {
  const command = 'zINSTREAM\0'
  if (received.toString('latin1', 0, command.length) !== command) return null
  const content = chunksOf(received.subarray(command.length))
  if (content === null) return null
  const verdict = content.includes(malware) && !isMended ? 'Hub.Test.Malware FOUND' : 'OK'
  return { answer: `stream: ${verdict}\0`, size: content.length }
}

/** Each part with its length before it, big end first; an empty one ends them. */
function chunksOf(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
