/** Which organisations and care services a message speaks of: chosen, named, or the only one of the kind it describes. */
import { reason, type Finding, type Span } from '../../../shared/finding.ts'
import type { CareServiceId, OrganisationId } from '../../../shared/ids.ts'
import type { Knowledge } from '../../../shared/knowledge.ts'
import type { Submission } from '../../../shared/submission.ts'
import type { PlainText } from '../../../shared/text/plain-text.ts'
import { findNames, type NameHit } from './find-names.ts'
import { codeHits, type CodeHit } from '../name-codes.ts'

/** One mention, settled on one organisation and perhaps one care service. */
export interface Mention {
  readonly organisation: OrganisationId
  readonly careService: CareServiceId | null
  /** In the plain text; null where the person chose it on the form. */
  readonly span: Span | null
  readonly how: 'chosen' | 'named' | 'by-area'
  readonly confidence: number
}

export function mentionsIn(
  submission: Submission,
  text: PlainText,
  knowledge: Knowledge,
): readonly Mention[] {
  const { hits, elsewhere } = findNames(text, submission.text, knowledge.directory)
  const home = homeOf(submission, hits, knowledge)
  const named = hits.flatMap((hit) => settle(hit, home))
  const taken = [...elsewhere, ...named.flatMap(({ span }) => span ?? [])]
  const areas = codeHits(text.text, knowledge.rules.serviceAreas)
  const described = areas.flatMap((hit) => describedBy(hit, home, knowledge, taken))
  return [...chosen(submission, knowledge), ...named, ...described]
}

/** Whose "Ward 4" is meant, where several have one. */
function homeOf(submission: Submission, hits: readonly NameHit[], knowledge: Knowledge): OrganisationId {
  const named = hits.flatMap(({ names }) => names).find(({ careService }) => careService === null)
  return submission.about.organisation ?? named?.organisation ?? knowledge.receivedBy
}

function chosen({ about }: Submission, { directory }: Knowledge): Mention[] {
  const service = directory.careServices.find(({ id }) => id === about.careService)
  const organisation = about.organisation ?? service?.organisation ?? null
  if (organisation === null) return []
  return [{ organisation, careService: about.careService, span: null, how: 'chosen', confidence: 1 }]
}

function settle({ names, span }: NameHit, home: OrganisationId): Mention[] {
  const organisation = names.find(({ careService }) => careService === null)
  const [itsOwn, other] = names.filter((name) => name !== organisation)
  const isPartOfIt = organisation !== undefined && itsOwn?.organisation === organisation.organisation
  const meant =
    (isPartOfIt && other === undefined ? itsOwn : organisation) ??
    names.find((name) => name.organisation === home) ??
    names[0]
  if (meant === undefined) return []
  const sure = names.length === 1 || meant.organisation === organisation?.organisation
  const { careService } = meant
  return [{ organisation: meant.organisation, careService, span, how: 'named', confidence: sure ? 0.9 : 0.6 }]
}

/** "The ward" of an organisation that has one ward; "the ambulance" where one organisation runs them. */
function describedBy(
  hit: CodeHit,
  home: OrganisationId,
  { directory }: Knowledge,
  taken: readonly Span[],
): Mention[] {
  const offering = directory.careServices.filter(({ area }) => area === hit.code)
  const atHome = offering.filter(({ organisation }) => organisation === home)
  const candidates = atHome.length > 0 ? atHome : offering
  const [only, second] = candidates
  if (only === undefined || second !== undefined) return []
  const confidence = atHome.length > 0 ? 0.5 : 0.4
  return hit.spans
    .filter((span) => !taken.some((other) => overlaps(other, span)))
    .map((span) => ({
      organisation: only.organisation,
      careService: only.id,
      span,
      how: 'by-area',
      confidence,
    }))
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** One finding per organisation, the surest first. */
export function organisationsOf(mentions: readonly Mention[], text: PlainText): Finding<OrganisationId>[] {
  return findingsBy(mentions, text, ({ organisation }) => organisation)
}

export function careServicesOf(mentions: readonly Mention[], text: PlainText): Finding<CareServiceId>[] {
  return findingsBy(mentions, text, ({ careService }) => careService)
}

function findingsBy<T>(
  mentions: readonly Mention[],
  text: PlainText,
  of: (mention: Mention) => T | null,
): Finding<T>[] {
  const groups = new Map<T, Mention[]>()
  for (const mention of mentions) {
    const value = of(mention)
    if (value === null) continue
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [mention])
    else group.push(mention)
  }
  return [...groups]
    .map(([value, group]): Finding<T> => ({
      value,
      because: [because(group, text)],
      confidence: surest(group).confidence,
    }))
    .sort((a, b) => b.confidence - a.confidence)
}

function because(group: readonly Mention[], text: PlainText) {
  const { how } = surest(group)
  const spans = group.flatMap(({ span }) => (span === null ? [] : [text.toOriginal(span)]))
  return reason(`router:subject.place-${how}`, {}, spans)
}

function surest(group: readonly Mention[]): Mention {
  return group.reduce((best, mention) => (mention.confidence > best.confidence ? mention : best))
}
