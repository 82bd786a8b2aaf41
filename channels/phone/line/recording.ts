/** What is fetched about a message that was left: the recording, and who rang where the post does not say. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Attachment } from '../../../shared/submission.ts'
import type { Evidence, EvidenceRequest, File } from '../../channel.ts'
import { callerNumber, type Call } from './call.ts'

export interface TwilioAccount {
  readonly accountSid: string
  readonly authToken: string
  /** Another address than Twilio's own, for trials; null: Twilio's. */
  readonly apiUrl: string | null
}

export function wantedOf(call: Call, account: TwilioAccount): readonly EvidenceRequest[] {
  if (call.recording === null || call.recording.isLost || call.transcription !== null) return []
  const api = new URL(account.apiUrl ?? 'https://api.twilio.com')
  const basic = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')
  const headers = { authorization: `Basic ${basic}` }
  const { url } = call.recording
  // The account's secret goes to Twilio and nowhere else.
  const isTheirs = URL.canParse(url) && new URL(url).origin === api.origin
  return [
    ...(isTheirs ? [downloaded('recording', `${url}.mp3`, headers)] : []),
    ...(call.isWithheld === null
      ? [
          downloaded(
            'call',
            `${api.origin}/2010-04-01/Accounts/${account.accountSid}/Calls/${call.id}.json`,
            headers,
          ),
        ]
      : []),
  ]
}

function downloaded(key: string, url: string, headers: Readonly<Record<string, string>>): EvidenceRequest {
  return {
    key,
    isContent: true,
    gather: async (tools) => {
      const { content } = await tools.download(url, headers)
      return { content: Buffer.from(content).toString('base64') }
    },
  }
}

const evidenceSchema = z.object({ content: z.base64() })
const callSchema = z.object({ from: z.string() })

function contentOf(evidence: Evidence, key: string): Buffer | null {
  const parsed = evidenceSchema.safeParse(evidence.get(key))
  return parsed.success ? Buffer.from(parsed.data.content, 'base64') : null
}

/** Null where it could not be had. */
export function audioIn(evidence: Evidence): { readonly attachment: Attachment; readonly file: File } | null {
  const content = contentOf(evidence, 'recording')
  if (content === null || content.length === 0) return null
  const sha256 = createHash('sha256').update(content).digest('hex')
  return {
    attachment: { name: 'message.mp3', contentType: 'audio/mpeg', size: content.length, sha256 },
    file: { sha256, content },
  }
}

/** Whose call it was, as Twilio answered; `isWithheld` null where it did not. */
export function callerIn(evidence: Evidence): Pick<Call, 'from' | 'isWithheld'> {
  const content = contentOf(evidence, 'call')
  try {
    const { from } = callSchema.parse(JSON.parse(content?.toString('utf8') ?? ''))
    return { from: callerNumber(from), isWithheld: callerNumber(from) === null }
  } catch {
    return { from: null, isWithheld: null }
  }
}
