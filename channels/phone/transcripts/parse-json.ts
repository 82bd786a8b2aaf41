/** JSON from text, also where the writer closed it once too often. */

/** Undefined where it is no JSON; JSON itself knows no undefined. Nothing but closing brackets is ever passed over. */
export function parseJson(text: string): unknown {
  for (const candidate of [text, text.slice(0, endOfFirst(text))]) {
    if (!/^[\s}\]]*$/.test(text.slice(candidate.length))) return undefined
    try {
      return JSON.parse(candidate)
    } catch {
      continue
    }
  }
  return undefined
}

/** Where the first object or list has been closed. */
function endOfFirst(text: string): number {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{[]|[}\]]/g)) {
    if (found === '{' || found === '[') depth++
    else if (found === '}' || found === ']') depth--
    if (depth === 0) return index + found.length
  }
  return text.length
}
