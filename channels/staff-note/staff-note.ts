/** The staff note channel: what was said at a desk or on a ward, or came by post, taken down by staff. */
import { createHash } from 'node:crypto'
import type { Arrival, Channel } from '../channel.ts'
import type { NoteDocument } from './note-document.ts'
import { writeNote } from './note-document.ts'
import { readNote, saidAtOf } from './read-note.ts'

/** No door of its own: only who is signed in writes notes, so the desk brings them. */
export function createStaffNote(): Channel {
  return {
    name: 'staff-note',
    doors: [],
    isGenuine: () => true,
    // A note is known by its draft, so that pressing Save twice is one.
    keyOf: ({ envelope, raw }) =>
      `note:${envelope['draft'] ?? createHash('sha256').update(raw).digest('hex')}`,
    wants: () => [],
    read: async (delivery) => readNote(delivery),
  }
}

/**
 * A note as it arrives. It was received when the person said it, not when somebody found time to write it down: the
 * clocks of the law run from there (SI 2009/309 reg 13(3)).
 */
export function arrivalOfNote(note: NoteDocument, draft: string, now: Date): Arrival {
  const said = saidAtOf(note.answers)
  const receivedAt = said !== null && said < now.toISOString() ? said : now.toISOString()
  return {
    ...writeNote(note),
    door: 'staff-note',
    envelope: { draft, 'taken-by': note.takenBy.id, 'written-at': now.toISOString() },
    peer: null,
    receivedAt,
  }
}
