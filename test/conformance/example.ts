/** What a channel shows of itself, door by door, so that the promises can be held against it. */
import type { Site } from './site.ts'

export interface ChannelExample {
  /** One for each door that the channel declares, by its name; a channel that the desk brings has one of its own. */
  readonly doors: Readonly<Record<string, DoorExample>>
  /** Absent where the channel sends nothing. */
  readonly echo?: EchoExample
}

export interface DoorExample {
  /** The same message is the same delivery, however often it is brought. */
  readonly bring: Bring
  /** The same with what proves the sender missing or wrong; null where anybody may come and proves nothing. */
  readonly forge: Bring | null
  /** Properly brought, and nothing that anybody could make sense of; with another id it is another delivery. */
  readonly garble: (site: Site, id: string) => Promise<Answered>
  readonly gives: 'submission' | 'nothing-to-route'
  readonly carriesWords: boolean
  readonly carriesFile: boolean
}

export type Bring = (site: Site, message: Message) => Promise<Answered>

export interface Message {
  /** Letters and digits. */
  readonly id: string
  readonly words: string
  readonly file: { readonly name: string; readonly content: Buffer } | null
}

export interface Answered {
  readonly isTaken: boolean
  /** The hub broke on it, which is no refusal. */
  readonly isFault: boolean
  /** All that the sender is told, the reference where the door gives one. */
  readonly said: string
}

/** A message that the hub answers by itself, and that answer sent back to us by a machine at the other end. */
export interface EchoExample {
  readonly bring: Bring
  /** Brings back the answer to that message once it has left, in every way in which a machine might; returns how many. */
  echo(site: Site, message: Message): Promise<number>
}
