/** What a calendar's invitation says in words (RFC 5545): what it is about, what was written, where. */

const told = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT']

/** A line for each that is there; empty where the text is no calendar or says nothing. */
export function wordsOfInvitation(calendar: string): string {
  const lines = calendar
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) =>
      /^([A-Z-]{1,20})(?:;[^:\n"]{0,200}|;[^:"\n]{0,99}"[^"\n]{0,99}"[^:"\n]{0,99})?:(.*)$/.exec(line),
    )
  const said = told.flatMap((name) =>
    lines.filter((line) => line?.[1] === name).map((line) => line?.[2] ?? ''),
  )
  return [...new Set(said.map(unescaped))].join('\n').trim()
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter)).trim()
}
