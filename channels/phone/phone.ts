/** The phone channel: calls that were written down elsewhere, and the line that takes messages day and night. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import type { ChannelSettings } from '../settings.ts'
import type { Arrival, Channel, Delivery, DeliveryKey, Evidence, Reading } from '../channel.ts'
import { callIn } from './line/call.ts'
import { isLineDoor, keyOfCall, lineDoors } from './line/line-doors.ts'
import { readCall } from './line/read-call.ts'
import { wantedOf } from './line/recording.ts'
import { isSignedByTwilio } from './line/signature.ts'
import { readTranscript } from './transcripts/read-transcript.ts'
import { keyOfTranscript, transcriptDoor } from './transcripts/transcript-door.ts'

/** Without Twilio's settings there is no line, only transcripts. */
export function createPhone({ publicUrl, twilio }: Pick<ChannelSettings, 'publicUrl' | 'twilio'>): Channel {
  return {
    name: 'phone',
    doors: [transcriptDoor, ...(twilio === null ? [] : lineDoors(publicUrl))],
    isGenuine: (arrival) =>
      arrival.door === transcriptDoor.name ||
      (twilio !== null && isSignedByTwilio(twilio.authToken, publicUrl, arrival)),
    keyOf,
    sentTo: (arrival) => {
      const to = isFromLine(arrival) ? callIn(arrival)?.to : undefined
      return to === undefined || to === '' ? [] : [to]
    },
    wants: (delivery) => {
      const call = isFromLine(delivery) ? callIn(delivery) : null
      return call === null || twilio === null ? [] : wantedOf(call, twilio)
    },
    read: async (delivery, evidence) => read(delivery, evidence),
  }
}

/** Whatever stands at one of the line's doors; without a door, such as a file, what looks like one of its posts. */
function isFromLine({ door, raw }: Pick<Arrival, 'door' | 'raw'>): boolean {
  if (door === transcriptDoor.name) return false
  return isLineDoor(door) || /(?:^|&)CallSid=CA/.test(startOf(raw))
}

function startOf(raw: Uint8Array): string {
  return Buffer.from(raw.subarray(0, 2_000)).toString('latin1')
}

function keyOf(arrival: Arrival): DeliveryKey {
  if (!isFromLine(arrival)) return keyOfTranscript(arrival)
  const call = callIn(arrival)
  return call === null ? `unknown:${createHash('sha256').update(arrival.raw).digest('hex')}` : keyOfCall(call)
}

function read(delivery: Delivery, evidence: Evidence): Reading {
  try {
    return isFromLine(delivery) ? readCall(delivery, evidence) : readTranscript(delivery)
  } catch {
    return { outcome: 'unreadable', problem: reason('phone:unreadable.parser') }
  }
}
