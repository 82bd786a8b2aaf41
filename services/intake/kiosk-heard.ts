/** Notes when a kiosk last sent a message, after it is safe; whether the note succeeds is nothing to the sender. */
import type { Accept } from './accept.ts'

export interface KioskHeardParts {
  readonly heardFromKiosk: (id: string, at: Date) => Promise<void>
  readonly complain: (door: string, error: unknown) => void
}

/** The same message again says nothing new. */
export function noteKiosks(accept: Accept, { heardFromKiosk, complain }: KioskHeardParts): Accept {
  return async (channel, arrival, options) => {
    const receipt = await accept(channel, arrival, options)
    const id = channel.name === 'kiosk' ? arrival.envelope['kiosk-id'] : undefined
    if (id !== undefined && !receipt.again) {
      await heardFromKiosk(id, new Date(arrival.receivedAt)).catch((error: unknown) =>
        complain(arrival.door, error),
      )
    }
    return receipt
  }
}
