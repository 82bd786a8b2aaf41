/** Are two plain values the same, in whatever order their parts stand? The database has an order of its own. */

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOneOrder) === JSON.stringify(other, inOneOrder)
}

/** Handed to JSON.stringify: the same content gives the same text. */
export function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
