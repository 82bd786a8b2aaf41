/** Texts that a telephone sends by itself while its owner is driving or busy. In doubt a person wrote it. */

/** A person's own words about driving or being away never begin with a whole formula of these. */
const formulas = [
  /^i['’]m driving with (?:do not disturb while driving|(?:the )?driving focus|focus) turned on\b/i,
  /^\(?i['’]m not receiving notifications\. if this is urgent, reply ["“”]urgent["“”]/i,
  /^\[?\(?(?:this is an )?auto(?:matic|mated)?[- ]?(?:reply|response)\b[\])]?\s*[:.\-–—]/i,
  /^i['’]m driving right now\b.{0,80}\bandroid auto\b/is,
  /^\[?\(?ateb awtomatig\b[\])]?\s*[:.\-–—]/i,
]
const longestFormula = 400

export function isAutomaticText(text: string): boolean {
  const words = text.trim()
  return words.length <= longestFormula && formulas.some((formula) => formula.test(words))
}
