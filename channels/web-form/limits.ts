/** How much a person may write. */

/** Characters in a box of several lines: about 20 pages, more than any real account of what happened. */
export const longestText = 50_000

/** Characters in a box of one line. */
export const longestLine = 500

/** Bytes of a whole request. 50,000 characters take up to 450,000 in a form post (%XX for each byte of UTF-8). */
export const largestRequest = 1_000_000
