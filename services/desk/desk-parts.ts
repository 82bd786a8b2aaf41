/** What the desk is made of beside what all pages of staff are. */
import type { Receipt } from '../../channels/channel.ts'
import type { NoteDocument } from '../../channels/staff-note/note-document.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { StaffParts } from '../staff/parts.ts'

/** A way in, as it was opened. */
export interface ChannelOpened {
  readonly name: ChannelName
  /** Names of its entrances; none where no setting opens one. */
  readonly doors: readonly string[]
  readonly canSend: boolean
}

export interface DeskParts extends StaffParts {
  /** Is there a scanner? Else the page says that nobody has looked for malware. */
  readonly isScanned: boolean
  readonly channels: readonly ChannelOpened[]
  /** Addresses and numbers that reach this hub; empty where there is none. */
  readonly reach: {
    readonly url: string
    readonly mail: string
    readonly smtp: string
    readonly number: string
  }
  /** Brings a note in by the way of every delivery. The same draft twice is one note. */
  readonly takeNote: (note: NoteDocument, draft: string, receivedBy: OrganisationId) => Promise<Receipt>
}
