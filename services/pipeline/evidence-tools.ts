/** The only ways a channel may look outside when a delivery is read: DNS, and a download from its provider. */
import { resolve4, resolve6, resolveMx, resolveTxt } from 'node:dns/promises'
import type { EvidenceTools } from '../../channels/channel.ts'

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
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`Download answered ${response.status}`)
    return {
      contentType: response.headers.get('content-type'),
      content: new Uint8Array(await response.arrayBuffer()),
    }
  },
}
