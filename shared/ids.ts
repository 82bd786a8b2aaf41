/** Branded identifiers, so that the id of one thing cannot be handed where another is meant. */

declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type OrganisationId = Id<'organisation'>
export type CareServiceId = Id<'care-service'>
export type TeamId = Id<'team'>
export type StaffId = Id<'staff'>
export type DeliveryId = Id<'delivery'>
export type SubmissionId = Id<'submission'>
export type CaseId = Id<'case'>
export type IssueId = Id<'issue'>
export type HandoffId = Id<'handoff'>
export type MessageId = Id<'message'>
export type ClockId = Id<'clock'>
export type LeadProposalId = Id<'lead-proposal'>
export type PartId = Id<'part'>
export type ConsentId = Id<'consent'>
export type DisclosureId = Id<'disclosure'>
export type ContributionId = Id<'contribution'>
export type ExchangeId = Id<'exchange'>
export type DocumentId = Id<'document'>
export type ResponseId = Id<'response'>
export type MeetingId = Id<'meeting'>
export type PartnerLinkId = Id<'partner-link'>
export type WebhookEndpointId = Id<'webhook-endpoint'>
export type PeerHubId = Id<'peer-hub'>
export type FileId = Id<'file'>

/** Brands a string that is known to be such an id: a row's own key, or a value checked at an edge. */
export function asId<Name extends string>(value: string): Id<Name> {
  return value as Id<Name>
}
