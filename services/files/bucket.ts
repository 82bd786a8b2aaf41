/** S3-compatible storage, as far as we need it: an object put, got and removed, each request signed (AWS SigV4). */
import { AwsClient } from 'aws4fetch'

export interface Bucket {
  put(name: string, content: Uint8Array): Promise<void>
  /** Null where there is no such object. */
  get(name: string): Promise<Buffer | null>
}

/** Longer than any of our files takes on a slow line, and less than a worker's lease. */
const limitMs = 20_000

/** `url`: https://KEY:SECRET@host/bucket?region=eu-west-2, path style. */
export function createBucket(url: string): Bucket {
  const at = new URL(url)
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(at.username),
    secretAccessKey: decodeURIComponent(at.password),
    region: at.searchParams.get('region') ?? 'eu-west-2',
    service: 's3',
    // The step that asked tries again by its own rules.
    retries: 0,
  })
  const base = `${at.origin}${at.pathname.replace(/(?<!\/)\/+$/, '')}`
  const ask = (name: string, init: RequestInit) =>
    client.fetch(`${base}/${name}`, { ...init, signal: AbortSignal.timeout(limitMs) })
  return {
    async put(name, content) {
      const response = await ask(name, { method: 'PUT', body: Buffer.from(content) })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`The storage answered ${String(response.status)} to a file`)
    },
    async get(name) {
      const response = await ask(name, { method: 'GET' })
      const content = Buffer.from(await response.arrayBuffer())
      if (response.status === 404) return null
      if (!response.ok) throw new Error(`The storage answered ${String(response.status)} for a file`)
      return content
    },
  }
}
