/** Takes out of a text whatever says who the person is, for an organisation that may learn what happened and not to whom. */
import type { Affected, Person } from '../submission.ts'

/** Stands where something was. */
export const withheld = '[withheld]'

const mailAddress = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Seven digits or more with what people put between them: telephone, NHS and hospital numbers. */
const longNumber = /\+?\d(?:[\s().-]?\d){6,}/g
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi

/** Rather too much than too little: a part of a name is taken out wherever it stands as a word. */
export function withholdIdentity(text: string, person: Person, affected: Affected): string {
  const names = [person.name, person.address, affected.who === 'other' ? affected.name : null]
  const said = [person.email, person.phone, ...names].flatMap((each) => (each === null ? [] : [each.trim()]))
  const parts = names.flatMap((name) => (name === null ? [] : (name.match(/[\p{L}\p{N}]{2,}/gu) ?? [])))
  const wholes = said.filter((each) => each !== '').reduce(without, text)
  const plain = wholes
    .replace(mailAddress, withheld)
    .replace(longNumber, withheld)
    .replace(postcode, withheld)
  const words = new Set(parts.map((part) => part.toLowerCase()))
  return plain.replace(/\[withheld\]|[\p{L}\p{N}]+/gu, (word) =>
    words.has(word.toLowerCase()) ? withheld : word,
  )
}

function without(text: string, whole: string): string {
  const pattern = whole.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return text.replace(new RegExp(pattern, 'giu'), withheld)
}
