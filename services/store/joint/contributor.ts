/** Who acts for an organisation on its part of a joint case: by an account, a signed link, a key or a hub of their own. */
import type { OrganisationId, PartnerLinkId, PeerHubId, StaffId } from '../../../shared/ids.ts'
import type { Actor } from '../audit.ts'

export type Contributor = { readonly organisation: OrganisationId } & (
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'link'; readonly id: PartnerLinkId }
  | { readonly kind: 'program'; readonly id: string }
  | { readonly kind: 'peer'; readonly id: PeerHubId }
)

export function actorOf(by: Contributor): Actor {
  switch (by.kind) {
    case 'staff':
      return { kind: 'staff', id: by.id }
    case 'link':
      return { kind: 'link', id: by.id }
    case 'program':
      return { kind: 'program', id: by.id }
    case 'peer':
      return { kind: 'peer', id: by.id }
  }
}

/** Only accounts stand in the rows themselves; the audit knows every one of them. */
export function staffIdOf(by: Contributor): StaffId | null {
  return by.kind === 'staff' ? by.id : null
}

export function asStaff({
  id,
  organisation,
}: {
  readonly id: StaffId
  readonly organisation: OrganisationId
}) {
  return { kind: 'staff', id, organisation } as const satisfies Contributor
}
