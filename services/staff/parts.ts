/** What the pages of staff are made of, handed in by the composition root. */
import type { FileStore } from '../files/file-store.ts'
import type { FailureLog } from '../pages/failures.ts'
import type { SendNow } from '../outward/send-now.ts'
import type { Pages } from '../pages/pages.ts'
import type { Ring } from '../queue/bell.ts'
import type { Connection, Database } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import type { CanSend } from '../store/way-of-reply.ts'

export interface StaffParts {
  readonly db: Database
  /** For the library that keeps the sessions. */
  readonly pool: Connection['pool']
  readonly pages: Pages
  readonly envelope: Envelope
  /** What came along with feedback. */
  readonly files: Pick<FileStore, 'open' | 'keep'>
  readonly now: () => Date
  readonly ring: Ring
  /** As people reach it; where it is https, cookies travel on nothing else. */
  readonly publicUrl: string
  readonly sessionSecret: string
  readonly log: FailureLog
  /** Is there a way for a reply to leave? Absent: yes, by any channel. */
  readonly canSend?: CanSend
  /** For links and codes, which are kept nowhere. Absent: nothing goes. */
  readonly sendNow?: SendNow
}
