/** What a kiosk sends, now or when its network is back: known by the id that it made, let in by its token. */
import { createHash } from 'node:crypto'
import { tokenFor } from '../../support/kiosk.ts'
import type { ChannelExample, DoorExample, Message } from '../example.ts'
import type { Site } from '../site.ts'
import { bearer, noiseOf, post } from './ask.ts'

const tokens = new WeakMap<Site, Promise<string>>()

function tokenOf(site: Site): Promise<string> {
  const token = tokens.get(site) ?? tokenFor(site.hub, 'Conformance')
  tokens.set(site, token)
  return token
}

/** The same id for the same message, in the shape of a random UUID (RFC 9562 section 5.4). */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function documentOf({ id, words, file }: Message): string {
  const content = file?.content.toString('base64')
  return JSON.stringify({
    id: uuidOf(id),
    language: 'en',
    text: words,
    ...(content === undefined
      ? {}
      : { agreedToRecording: true, recordings: [{ contentType: 'audio/webm', content }] }),
  })
}

const path = '/channels/kiosk/submissions'
const type = 'application/json'

const kiosk: DoorExample = {
  bring: async (site, message) => post(site, path, type, documentOf(message), bearer(await tokenOf(site))),
  forge: (site, message) => post(site, path, type, documentOf(message), bearer('kiosk_made-up')),
  garble: async (site, id) => post(site, path, type, noiseOf(id), bearer(await tokenOf(site))),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

export const kioskExample: ChannelExample = { doors: { kiosk } }
