/** How much a person may write, and add in files. */

/** Characters in a box of several lines: about 20 pages, more than any real account of what happened. */
export const longestText = 50_000

/** Characters in a box of one line. */
export const longestLine = 500

/** Bytes of a whole request. 50,000 characters take up to 450,000 in a form post (%XX for each byte of UTF-8). */
export const largestRequest = 1_000_000

/** Photos, letters, a recording: more than that is sent by email or post. */
export const mostFiles = 5

/** Of each file. Photos of a phone have 2 to 4. */
export const fileMegabytes = 5

/** Bytes of each file. */
export const largestFile = fileMegabytes * 1_048_576

/** Characters that so many bytes take in base64. */
export const longestContent = Math.ceil(largestFile / 3) * 4

/** Bytes of a whole request that carries its files in JSON. */
export const largestDocument = largestRequest + mostFiles * (longestContent + 2_000)
