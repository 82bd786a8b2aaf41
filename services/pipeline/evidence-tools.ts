/** The only ways a channel may look outside when a delivery is read: DNS, and a download from its provider. */
import { resolve4, resolve6, resolveMx, resolveTxt } from 'node:dns/promises'
import type { EvidenceTools } from '../../channels/evidence-tools.ts'

/** Larger than any picture or recording that a provider passes on. */
const largestDownload = 50 * 1024 * 1024
const downloadMs = 10_000
/** Providers hand a file's address on to their store once or twice. */
const mostRedirects = 3

export const evidenceTools: EvidenceTools = {
  async resolve(name, type) {
    switch (type) {
      case 'TXT':
        return resolveTxt(name)
      case 'MX':
        return resolveMx(name)
      case 'A':
        return resolve4(name)
      case 'AAAA':
        return resolve6(name)
      default:
        throw new TypeError(`Nothing of ours asks for ${type} records`)
    }
  },
  async download(url, headers = {}) {
    const response = await follow(new URL(url), headers, AbortSignal.timeout(downloadMs))
    if (!response.ok) throw new Error(`Download answered ${String(response.status)}`)
    return { contentType: response.headers.get('content-type'), content: await contentOf(response) }
  },
}

/** Passwords go to the first address only, and from https nothing leads back to http: that would be another machine's word. */
async function follow(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  let at = url
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const sent = at.origin === url.origin ? headers : {}
    const response = await fetch(at, { headers: sent, signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    const next = new URL(location, at)
    if (next.protocol !== 'https:' && next.origin !== url.origin) {
      throw new Error('The download led to an address that is not https')
    }
    at = next
  }
  throw new Error('The download was passed on too often')
}

/** Stops at the limit, whatever length was promised. */
async function contentOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    const chunk: unknown = part
    if (!(chunk instanceof Uint8Array)) throw new TypeError('A download gives bytes')
    size += chunk.byteLength
    if (size > largestDownload) throw new Error('The download is larger than any that we take')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
