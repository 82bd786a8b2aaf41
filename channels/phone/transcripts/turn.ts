/** What one person said before the next one spoke: the shape that every format of transcript comes to. */

export interface Turn {
  /** As the transcript names them; null where it does not. */
  readonly speaker: string | null
  /** Which end of the line, where the transcript itself knows. */
  readonly part: 'caller' | 'staff' | null
  /** How far into the recording, such as 00:01:07; null where it does not say. */
  readonly at: string | null
  readonly text: string
}

export interface Transcript {
  readonly turns: readonly Turn[]
  /** BCP 47, such as cy-GB. */
  readonly language: string | null
  /** The other system's own id of the call. */
  readonly callId: string | null
}

/** A sentence is cut over several captions and segments: what one speaker says in a row is one turn. */
export function joinTurns(turns: readonly Turn[]): readonly Turn[] {
  const joined: Turn[] = []
  for (const turn of turns) {
    const text = turn.text.trim()
    if (text === '') continue
    const last = joined.at(-1)
    if (last?.speaker === turn.speaker) joined[joined.length - 1] = { ...last, text: `${last.text} ${text}` }
    else joined.push({ ...turn, text })
  }
  return joined
}

/** 67000 → 00:01:07. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
