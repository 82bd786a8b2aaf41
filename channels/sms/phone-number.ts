/** Telephone numbers as gateways write them, brought to one form: E.164. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * `+447700900123`, or null for what nobody can be answered at: a name (alphanumeric sender) or a short code.
 * A possible number is enough: numbers come into use faster than the tables that call them valid.
 */
export function e164(written: string): string | null {
  // Contact programs wrap numbers in invisible marks of direction.
  const text = written
    .replace(/\p{Cf}/gu, '')
    .replace('(0)', '')
    .replace(/[()]/g, '')
    .trim()
  return possible(text) ?? (/^\d{8,15}$/.test(text) ? possible(`+${text}`) : null)
}

function possible(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false })
  return number?.isPossible() === true ? number.number : null
}

/** As people here dial and read it: `020 7946 0000`; a number of another country as it is dialled from here. */
export function asDialled(number: string): string {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: 'GB', extract: false })
  if (parsed === undefined) return number
  return parsed.countryCallingCode === '44' ? parsed.formatNational() : parsed.formatInternational()
}
