/** Plain text in which each line may begin with who speaks: "Caller: …", "[00:01:07] Speaker 2: …". */
import { markTagged } from './doubtful.ts'
import type { Transcript, Turn } from './turn.ts'

/** A line that names its speaker. */
export interface SpokenLine {
  readonly speaker: string
  readonly at: string | null
  readonly text: string
}

const time = String.raw`[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?\s{0,8}[-–]?\s{0,8}`
const name = String.raw`\p{L}[\p{L}\p{M}\p{N}'’.()&/ -]{0,39}`
const timedLine = new RegExp(`^\\s*(?:${time})?(${name}):(?!/)(.*)$`, 'su')

/** Nobody is announced with more words than this; a longer one is a sentence with a colon in it. */
const mostWordsOfName = 4

export function spokenLine(line: string): SpokenLine | null {
  const [, at, speaker = '', text = ''] = timedLine.exec(line) ?? []
  const label = speaker.trim()
  if (label === '' || label.split(/\s+/).length > mostWordsOfName) return null
  return { speaker: label, at: at ?? null, text: text.trimStart() }
}

/** Lines without a name belong to whoever spoke last. Text in which nobody is named is one turn, its lines kept. */
export function readSpeakerLines(text: string): Transcript {
  const lines = markTagged(text).split('\n')
  const turns = namesSpeakers(lines) ? turnsOf(lines) : [unnamed(lines.join('\n'))]
  return { turns: turns.filter((turn) => turn.text.trim() !== ''), language: null, callId: null }
}

/** A letter may hold one colon by chance: the first line has a name, or one name comes back. */
function namesSpeakers(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (spokenLine(first) !== null) return true
  const names = lines.flatMap((line) => spokenLine(line)?.speaker ?? [])
  return new Set(names).size < names.length
}

function turnsOf(lines: readonly string[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const line of lines) {
    const spoken = spokenLine(line)
    const last = turns.at(-1)
    if (spoken !== null && (last?.speaker !== spoken.speaker || spoken.at !== null)) {
      turns.push({ ...spoken, part: null })
    } else if (last === undefined) {
      turns.push(unnamed(line))
    } else {
      turns[turns.length - 1] = { ...last, text: `${last.text}\n${spoken?.text ?? line}`.trimEnd() }
    }
  }
  return turns
}

function unnamed(text: string): Turn {
  return { speaker: null, part: null, at: null, text }
}
