/** Can words be made out at all? Broken encodings, bytes shown as letters and bare marks cannot; a face or a thumb can. */

/** Of what is not blank, so much must belong to words, numbers or pictures. */
const leastShare = 0.5
/** No word is longer, and no line of coded bytes is shorter; addresses of pages are no words and say nothing. */
const longestWord = 30
/** Whoever looks can tell from the start. */
const lettersRead = 2_000
const broken = /[\uFFFD\p{Cc}\p{Co}\p{Cn}]/gu
const speaking = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
const address = /https?:\/\/\S+|www\.\S+/gu
/** Letters as they come out where the bytes of one encoding were read as another. */
const misread = /(?:[ÃÂâ][\u0080-\u00BF€™œžŸ‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜š›]{1,2}|[\u00C0-\u00FF]{3,})/gu

/** An empty text is not legible. Time linear in what is looked at. */
export function isLegible(text: string): boolean {
  const tokens = text.slice(0, lettersRead).replace(address, ' ').match(/\S+/gu) ?? []
  const words = tokens.filter((token) => token.length <= longestWord && speaking.test(token)).join('')
  const spoilt = lengthOf(words.match(broken)) + lengthOf(words.match(misread))
  return words !== '' && words.length - spoilt >= leastShare * lengthOf(tokens)
}

function lengthOf(found: readonly string[] | null): number {
  return (found ?? []).reduce((sum, each) => sum + each.length, 0)
}
