/** The append-only audit: who did what to which thing, as ids. Never a person's words. */
import type { OrganisationId, PartnerLinkId, PeerHubId, StaffId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

export type Actor =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'system'; readonly id: 'hub' }
  | { readonly kind: 'program'; readonly id: string }
  | { readonly kind: 'public'; readonly id: 'visitor' }
  | { readonly kind: 'link'; readonly id: PartnerLinkId }
  | { readonly kind: 'peer'; readonly id: PeerHubId }

export const theHub: Actor = { kind: 'system', id: 'hub' }

export interface AuditEntry {
  readonly at: Date
  readonly actor: Actor
  /** A verb and its object, such as "handoff.accept". */
  readonly act: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly organisation: OrganisationId | null
  /** Ids, codes and dates only. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes in the caller's transaction: the act and its record stand or fall together. */
export async function record(queries: Queries, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await queries
    .insertInto('audit_entries')
    .values(
      entries.map((entry) => ({
        at: entry.at,
        actor_kind: entry.actor.kind,
        actor: entry.actor.id,
        act: entry.act,
        about_kind: entry.about.kind,
        about: entry.about.id,
        organisation: entry.organisation,
        details: JSON.stringify(entry.details ?? {}),
      })),
    )
    .execute()
}
