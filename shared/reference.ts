/**
 * The public reference a person is given: short enough to read over the phone, with a check character.
 * Crockford base 32 (no I, L, O, U) and its mod-37 check symbol; see crockford.com/base32.html.
 */
declare const brand: unique symbol
export type Reference = string & { readonly [brand]: 'reference' }

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Mod 37 needs five more symbols than there are digits. Ours are letters and figures only where possible. */
const checkSymbols = `${digits}*~$=U`
const bodyLength = 8

/** `FB-` and two groups of four with a check character, such as FB-7K3M-9QX2-T. The 40 bits come from the caller. */
export function mintReference(random: Uint8Array): Reference {
  if (random.length < 5) throw new RangeError('A reference needs 5 random bytes')
  let number = 0n
  for (const byte of random.subarray(0, 5)) number = (number << 8n) | BigInt(byte)
  // The check symbols * ~ $ = are hard to say aloud: such a number is moved on to the next that avoids them.
  while (number % 37n >= 32n && number % 37n !== 36n) number = (number + 1n) % (1n << 40n)
  return print(number)
}

/** Reads what a person typed: any case, spaces or hyphens, O for 0 and I or L for 1. Null if it cannot be a reference. */
export function readReference(typed: string): Reference | null {
  const bare = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^FB/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (bare.length !== bodyLength + 1) return null
  let number = 0n
  for (const symbol of bare.slice(0, bodyLength)) {
    const value = digits.indexOf(symbol)
    if (value < 0) return null
    number = number * 32n + BigInt(value)
  }
  return checkSymbols[Number(number % 37n)] === bare[bodyLength] ? print(number) : null
}

function print(number: bigint): Reference {
  let body = ''
  for (let rest = number, i = 0; i < bodyLength; i++, rest >>= 5n)
    body = digits.charAt(Number(rest & 31n)) + body
  const check = checkSymbols[Number(number % 37n)]
  return `FB-${body.slice(0, 4)}-${body.slice(4)}-${check}` as Reference
}
