/** What the desk is made of beside what all pages of staff are. */
import type { Receipt } from '../../channels/channel.ts'
import type { NoteDocument } from '../../channels/staff-note/note-document.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { StaffParts } from '../staff/parts.ts'

export interface DeskParts extends StaffParts {
  /** Brings a note in by the way of every delivery. The same draft twice is one note. */
  readonly takeNote: (note: NoteDocument, draft: string, receivedBy: OrganisationId) => Promise<Receipt>
}
