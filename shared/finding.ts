/** A conclusion of the router never stands without its reasons and how sure it is. */
import type { NonEmpty } from './words.ts'

/** Where in the submission's text, in UTF-16 code units: from start up to but not including end. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A language key with its parameters, put into words only at the edge. Spans mark the words that led to it. */
export interface Reason {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly spans?: readonly Span[]
}

export interface Finding<T> {
  readonly value: T
  readonly because: NonEmpty<Reason>
  /** 0 (a guess) to 1 (stated outright). */
  readonly confidence: number
}

export function reason(key: string, params?: Reason['params'], spans?: readonly Span[]): Reason {
  return {
    key,
    ...(params === undefined ? {} : { params }),
    ...(spans === undefined || spans.length === 0 ? {} : { spans }),
  }
}
