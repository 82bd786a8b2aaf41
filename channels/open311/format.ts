/** The two formats of GeoReport v2: the same values as JSON or XML. */
import type { Answer } from '../channel.ts'
import { toXml, type Value } from './xml.ts'

export const formats = ['json', 'xml'] as const
export type Format = (typeof formats)[number]

export type Root = 'services' | 'service_definition' | 'service_requests' | 'errors' | 'discovery'

export function answerIn(format: Format, status: number, root: Root, value: Value): Answer {
  return format === 'json'
    ? { status, type: 'application/json', body: JSON.stringify(value) }
    : { status, type: 'text/xml; charset=utf-8', body: toXml(root, value) }
}

/** One error for each sentence. */
export function errorIn(format: Format, status: number, sentences: readonly string[]): Answer {
  return answerIn(
    format,
    status,
    'errors',
    sentences.map((description) => ({ code: status, description })),
  )
}
