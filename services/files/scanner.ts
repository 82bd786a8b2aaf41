/** Asks a ClamAV daemon whether a file carries malware, over its INSTREAM command (clamd(8)). */
import { connect } from 'node:net'

/** Null: clean; else the name of what was found. Rejects where the daemon gave no verdict: then nothing is known. */
export type Scan = (content: Uint8Array) => Promise<string | null>

const defaultPort = 3310
/** Of silence; shorter than a worker's lease. */
const limitMs = 20_000
/** Far longer than any verdict. */
const longestAnswer = 1_000

/** `url`: tcp://host:3310. A connection for each file: a daemon that was started again is found at once. */
export function createScanner(url: string): Scan {
  const { hostname, port } = new URL(url)
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || defaultPort) }
  return (content) =>
    new Promise((resolve, reject) => {
      let answer = ''
      const socket = connect(at, () => {
        socket.write('zINSTREAM\0')
        if (content.length > 0) socket.write(lengthOf(content))
        socket.write(content)
        socket.write(theEnd)
      })
      socket.setTimeout(limitMs, () => socket.destroy(new Error('The scanner did not answer in time')))
      socket.on('data', (part) => {
        answer += part.toString('utf8')
        if (answer.length > longestAnswer) socket.destroy(new Error('The scanner answered at length'))
      })
      socket.on('error', reject)
      socket.on('close', () => {
        const verdict = verdictIn(answer)
        if (verdict === undefined) reject(new Error('The scanner gave no verdict'))
        else resolve(verdict)
      })
    })
}

/** Undefined where it is neither a pass nor a find, such as an error or half an answer. */
function verdictIn(answer: string): string | null | undefined {
  if (!answer.endsWith('\0')) return undefined
  const said = answer.slice(0, -1)
  if (said === 'stream: OK') return null
  return /^stream: (.+) FOUND$/.exec(said)?.[1]
}

/** A part of no length. */
const theEnd = Buffer.alloc(4)

function lengthOf(content: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return length
}
