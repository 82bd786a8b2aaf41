/** One call to a machine of a partner: https, to public addresses only, ten seconds, no redirect, no more than asked for. */
import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { checkHost, lookupPublic, NotPublic } from './public-address.ts'

export interface OutwardCall {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Null: what is answered beside the status is nothing to us. */
  readonly answerLimit: number | null
}

export interface OutwardAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
}

/** Rejects with NotPublic where it may not go, else with what the network said. Any status is an answer. */
export type Call = (call: OutwardCall) => Promise<OutwardAnswer>

export interface CallSettings {
  /** For hubs on one network of their own: then plain http will do as well. */
  readonly allowPrivate: boolean
}

const patienceMs = 10_000

export function createCall({ allowPrivate }: CallSettings): Call {
  return async (call) => {
    const url = new URL(call.url)
    checkAddress(url, allowPrivate)
    const signal = AbortSignal.timeout(patienceMs)
    return new Promise((resolve, reject) => {
      const begin = url.protocol === 'https:' ? requestSecure : requestPlain
      const lookup = allowPrivate ? {} : { lookup: lookupPublic }
      const options = { method: call.method, headers: call.headers, signal, agent: false as const, ...lookup }
      const request: ClientRequest = begin(url, options, (response) => {
        read(response, call.answerLimit).then((body) => {
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body,
          })
        }, reject)
      })
      request.on('error', reject)
      request.end(call.body)
    })
  }
}

/** Throws NotPublic. The name itself is judged when it is resolved, by the very answer that is used. */
export function checkAddress(url: URL, allowPrivate: boolean): void {
  if (allowPrivate && ['http:', 'https:'].includes(url.protocol)) return
  if (url.protocol !== 'https:') throw new NotPublic('Only https leaves the hub')
  checkHost(url.hostname)
}

async function read(response: IncomingMessage, limit: number | null): Promise<Buffer> {
  if (limit === null) {
    response.destroy()
    return Buffer.alloc(0)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const part of response) {
    const chunk: unknown = part
    if (!(chunk instanceof Uint8Array)) throw new TypeError('An answer gives bytes')
    size += chunk.byteLength
    if (size > limit) throw new Error(`The answer is larger than ${limit} bytes`)
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks)
}
