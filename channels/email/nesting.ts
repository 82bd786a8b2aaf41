/** Bounds how deep an HTML mail nests before a library sees it: they take the square of the depth, or break. Every word stays. */

/** Of chains answered for years; deeper is some program's fault, or somebody's malice. */
const deepest = 150

const empty = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)
/** What the end of the one before is left out of, in HTML as people's programs write it. */
const endsTheLast: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  option: ['option'],
}
const inline = new Set('a abbr b code em font i s small span strong sub sup u'.split(' '))

/** The same where it is shallow enough; else without the tags that lie deeper, a line break in place of a block's. */
export function withBoundedNesting(html: string): string {
  const open: string[] = []
  const count = new Map<string, number>()
  const kept: string[] = []
  let from = 0
  let isDeep = false
  const close = (): void => {
    const name = open.pop() ?? ''
    count.set(name, (count.get(name) ?? 1) - 1)
  }
  for (const tag of tagsOf(html)) {
    let isKept = true
    if (tag.closes) {
      isKept = open.length <= deepest
      // An end without a beginning is the library's to pass over; it closes nothing.
      if ((count.get(tag.name) ?? 0) > 0) {
        while (open.at(-1) !== tag.name) close()
        isKept = open.length <= deepest
        close()
      }
    } else if (!empty.has(tag.name)) {
      while (endsTheLast[tag.name]?.includes(open.at(-1) ?? '') === true) close()
      open.push(tag.name)
      count.set(tag.name, (count.get(tag.name) ?? 0) + 1)
      isKept = open.length <= deepest
    }
    if (isKept) continue
    isDeep = true
    kept.push(html.slice(from, tag.start), inline.has(tag.name) ? '' : '<br>')
    from = tag.end
  }
  return isDeep ? kept.join('') + html.slice(from) : html
}

export function isTooDeep(html: string): boolean {
  return withBoundedNesting(html) !== html
}

interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly start: number
  readonly end: number
}

const beginning = /<(?:!--|(\/?)([a-z][^\s/>]{0,60}))/gi

/**
 * One after the other, each character looked at a few times. In doubt something is a tag: a library that sees more of
 * them than this would nest too deep after all.
 */
function* tagsOf(html: string): Generator<Tag> {
  const looking = new RegExp(beginning)
  const endOfComment = endsOf(html, /--!?>/g)
  const endOfCode = endsOf(html, /<\/(?:style|script)/gi)
  for (let found = looking.exec(html); found !== null; found = looking.exec(html)) {
    const name = found[2]?.toLowerCase()
    if (name === undefined) {
      looking.lastIndex = endOfComment(found.index + 2) ?? looking.lastIndex
      continue
    }
    const end = html.indexOf('>', looking.lastIndex)
    if (end < 0) return
    looking.lastIndex = end + 1
    yield { name, closes: found[1] === '/', start: found.index, end: end + 1 }
    if (name === 'style' || name === 'script') looking.lastIndex = endOfCode(end) ?? end + 1
  }
}

/** Where the next one begins; asked again in vain it does not look again. */
function endsOf(html: string, end: RegExp): (from: number) => number | null {
  let isOver = false
  return (from) => {
    end.lastIndex = from
    const found = isOver ? null : end.exec(html)
    isOver = found === null
    return found === null ? null : found.index
  }
}
