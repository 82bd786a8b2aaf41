/** WebVTT and SRT: timed captions, read so that no spoken word falls out however badly the file is made. */
import { doubtfulBelow, markDoubtful } from './doubtful.ts'
import { voicesIn, type Voice } from './caption-words.ts'
import { spokenLine } from './speaker-lines.ts'
import { joinTurns, type Transcript, type Turn } from './turn.ts'

/** Lenient where the standards are strict: "--->" and a comma for a point are times too. */
const timing = /^\s*(\d+(?::\d{1,2}){1,2})(?:[.,]\d+)?\s*-{2,}>\s*\d[\d:.,]*/
/** As Microsoft's captions note it before each cue. */
const confidenceNote = /^NOTE\s+Confidence:\s*([\d.]+)/i

export function looksLikeCaptions(text: string): boolean {
  return /^WEBVTT(?:[\s]|$)/.test(text) || text.split('\n').some((line) => timing.test(line))
}

interface Cue {
  readonly at: string | null
  readonly confidence: number
  readonly lines: string[]
}

export function readCaptions(text: string): Transcript {
  const isWebVtt = /^WEBVTT(?:[\s]|$)/.test(text)
  const lines = text.split('\n')
  const [, language] = /^Language:\s*([\w-]+)/im.exec(isWebVtt ? headerOf(lines).join('\n') : '') ?? []
  const cues = cuesIn(isWebVtt ? lines.slice(headerOf(lines).length) : lines, isWebVtt)
  return { turns: joinTurns(cues.flatMap(turnsOf)), language: language ?? null, callId: null }
}

/** The first line and what follows it directly, up to a blank line or the first cue. */
function headerOf(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(
    (line, at) => line.trim() === '' || timing.test(line) || (at > 0 && timing.test(lines[at + 1] ?? '')),
  )
  return end === -1 ? lines.slice(0, 1) : lines.slice(0, end)
}

/**
 * A timing line begins a cue and the line before it, where it stands first in its block, names it.
 * Words that stand in no cue are kept as if they had one.
 */
function cuesIn(lines: readonly string[], isWebVtt: boolean): readonly Cue[] {
  const cues: Cue[] = []
  let confidence = 1
  let isAside = false
  for (const [at, line] of lines.entries()) {
    const startsBlock = (lines[at - 1] ?? '').trim() === ''
    const [, begins] = timing.exec(line) ?? []
    if (begins !== undefined) {
      cues.push({ at: begins, confidence, lines: [] })
      confidence = 1
      isAside = false
      continue
    }
    if (line.trim() === '') isAside = false
    else if (isWebVtt && startsBlock && isAsideStart(line)) {
      isAside = true
      confidence = Number(confidenceNote.exec(line)?.[1] ?? confidence)
    } else if (!isAside && !namesNext(lines, at, startsBlock, cues.length)) wordsInto(cues, line)
  }
  return cues
}

/** Comments and looks of WebVTT are nothing that anybody said. */
function isAsideStart(line: string): boolean {
  return /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)
}

/** SRT numbers its cues from 1; some writers leave out the blank line before the number. */
function namesNext(lines: readonly string[], at: number, startsBlock: boolean, cuesBefore: number): boolean {
  if (!timing.test(lines[at + 1] ?? '')) return false
  return startsBlock || lines[at]?.trim() === String(cuesBefore + 1)
}

function wordsInto(cues: Cue[], line: string): void {
  const last = cues.at(-1)
  if (last === undefined) cues.push({ at: null, confidence: 1, lines: [line] })
  else last.lines.push(line)
}

function turnsOf(cue: Cue): readonly Turn[] {
  const at = cue.at === null ? null : withHours(cue.at)
  return voicesIn(cue.lines.join('\n')).flatMap((voice) => {
    const spoken = linesOf(voice)
    return spoken.map(({ speaker, text }) => ({
      speaker,
      part: null,
      at,
      text: marked(text, cue.confidence),
    }))
  })
}

/** A break inside a caption is only where its line was full, unless the next line names or marks a new speaker. */
function linesOf({ speaker, text }: Voice): readonly Voice[] {
  const voices: { speaker: string | null; text: string }[] = []
  for (const line of text.split('\n')) {
    const spoken = speaker === null ? spokenLine(line) : null
    const last = voices.at(-1)
    if (spoken !== null) voices.push({ speaker: spoken.speaker, text: spoken.text })
    else if (last === undefined) voices.push({ speaker, text: line })
    else last.text += `${/^\s*[-–]/.test(line) ? '\n' : ' '}${line.trim()}`
  }
  return voices
}

function marked(text: string, confidence: number): string {
  return confidence < doubtfulBelow ? markDoubtful(text) : text
}

function withHours(time: string): string {
  const parts = time.split(':').map((part) => part.padStart(2, '0'))
  return (parts.length === 2 ? ['00', ...parts] : parts).join(':')
}
