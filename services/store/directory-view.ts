/** The directory that holds now, kept at hand for pages and doors and looked up again every few seconds. */
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { isNonEmpty, type ChannelName, type NonEmpty } from '../../shared/words.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Database } from './database.ts'
import { doorOwners, organisationsTakingPart, type DoorOwners } from './directory.ts'
import { currentKnowledgeVersion, loadKnowledgeVersion, type StoredKnowledge } from './knowledge.ts'

export interface DirectoryView {
  current(): Directory
  rules(): Rules
  /** Who would receive what is sent to this organisation here: itself if its staff can sign in, else the host. */
  receiverFor(organisation: OrganisationId): OrganisationId
  /** Who claims each of these addresses of a channel; the host what nobody claims. */
  ownersOfDoor(channel: ChannelName, addresses: readonly string[]): NonEmpty<OrganisationId>
  site(): { readonly hostName: string; readonly example: boolean }
  close(): void
}

const lookAgainMs = 5_000

/** Throws on a database that was never set up. */
export async function createDirectoryView(db: Database): Promise<DirectoryView> {
  let knowledge: StoredKnowledge | null = null
  let takingPart: ReadonlySet<OrganisationId> = new Set()
  let owners: DoorOwners = new Map()

  async function look(): Promise<void> {
    const now = await currentKnowledgeVersion(db)
    if (now !== null && now !== knowledge?.version) knowledge = await loadKnowledgeVersion(db, now)
    takingPart = await organisationsTakingPart(db)
    owners = await doorOwners(db)
  }

  await look()
  // A look that fails leaves what was known; the next one comes soon.
  const timer = setInterval(() => void look().catch(() => undefined), lookAgainMs)
  timer.unref()

  const held = () => {
    if (knowledge === null) throw new Error('This database has no directory and rules yet')
    return knowledge
  }
  const current = () => held().directory
  return {
    current,
    rules: () => held().rules,
    receiverFor: (organisation) => (takingPart.has(organisation) ? organisation : current().host),
    ownersOfDoor(channel, addresses) {
      const { host } = current()
      const claimed = addresses.map((address) => owners.get(`${channel} ${address.toLowerCase()}`) ?? host)
      const each = [...new Set(claimed)]
      return isNonEmpty(each) ? each : [host]
    },
    site() {
      const { organisations, host, example } = current()
      return { hostName: organisations.find((each) => each.id === host)?.name ?? host, example }
    },
    close: () => clearInterval(timer),
  }
}
