/** Plain values as XML, safely: whatever a person or a directory wrote comes out as text and never as markup. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** Lists name their parts: `services` holds `service`. */
const partsOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

export function toXml(root: string, value: Value): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
}

function element(name: string, value: Value): string {
  const content = contentOf(name, value)
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
}

function contentOf(name: string, value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'object') return escaped(String(value))
  if (isList(value)) return value.map((part) => element(partsOf[name] ?? 'item', part)).join('')
  return Object.entries(value)
    .map(([field, part]) => element(field, part))
    .join('')
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Characters that XML 1.0 cannot hold at all are left out (its production 2, Char). */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => references[character] ?? '')
}
