/** How many segments a text is sent, and paid, as. */
import { SegmentedMessage } from 'sms-segments-calculator'

export interface Segments {
  readonly count: number
  /** GSM-7 has 160 characters to one segment. ŵ, ŷ and emoji force UCS-2, which has 70. */
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** As people count them: an emoji is one. */
  readonly characters: number
}

/** Curly quotes and long dashes count as the plain ones they are sent as (Twilio's smart encoding, which we ask for). */
export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text, 'auto', true)
  return {
    count: message.segmentsCount,
    encoding: message.encodingName,
    characters: message.numberOfCharacters,
  }
}
