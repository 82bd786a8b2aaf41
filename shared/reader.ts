/** What a door that goes out to read remembers from one start to the next: how far it has come, and what is wrong. */
import type { Reason } from './finding.ts'

/** What a reader remembers from one start to the next, and how it tells people what is wrong. */
export interface ReaderKeep {
  load(place: string): Promise<ReaderMark | null>
  save(place: string, mark: ReaderMark): Promise<void>
  /** Null: all is well. Logged, and shown on the desk. */
  tell(place: string, problem: Reason | null): Promise<void>
  /** Does it unless another process of this hub is doing it in the same place. False: it was not done. */
  alone(place: string, work: () => Promise<void>): Promise<boolean>
}

/** How far a reader has come in one place. */
export interface ReaderMark {
  /** The numbers hold only while this stays the same: UIDVALIDITY, RFC 3501 section 2.3.1.1. */
  readonly era: string
  /** All up to this number were looked at. */
  readonly upTo: number
  /** Of those, the ones that could not be taken: each is tried again. */
  readonly left: readonly number[]
  /** In this era: what was found there, and what was taken from it. The same number, where all is well. */
  readonly seen: number
  readonly taken: number
  /** Ones that could not be taken, of which staff were told, and that somebody then put elsewhere. */
  readonly removed: number
  /** When one was last found gone of which nobody had been told; ISO 8601. */
  readonly goneAt: string | null
}
