/** The phone channel: calls that were written down elsewhere, and the line that takes messages day and night. */
import { reason } from '../../shared/finding.ts'
import type { Channel, Delivery, Reading } from '../channel.ts'
import { readTranscript } from './transcripts/read-transcript.ts'
import { keyOfTranscript, transcriptDoor } from './transcripts/transcript-door.ts'

export function createPhone(): Channel {
  return {
    name: 'phone',
    doors: [transcriptDoor],
    isGenuine: () => true,
    keyOf: keyOfTranscript,
    wants: () => [],
    read: async (delivery) => read(delivery),
  }
}

function read(delivery: Delivery): Reading {
  try {
    return readTranscript(delivery)
  } catch {
    return { outcome: 'unreadable', problem: reason('phone:unreadable.parser') }
  }
}
