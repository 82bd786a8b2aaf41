/** Which of the four Cs a message is: the person's own choice first, then their words, then how it reads. */
import { reason, type Finding, type Reason, type Span } from '../../shared/finding.ts'
import type { Kind, NonEmpty, Tone } from '../../shared/words.ts'

/** What the choice rests on. */
export interface KindEvidence {
  readonly chosen: Kind | null
  /** Words by which the person says what this is, heaviest first; places in the original. */
  readonly said: readonly { readonly kind: Kind; readonly spans: readonly Span[] }[]
  readonly tone: Finding<Tone>
  /** Of the matters within. */
  readonly issueTones: readonly Tone[]
  /** Does it speak of care at all, or is it everyday talk? */
  readonly ofCare: boolean
  /** Words of outrage, or that ask for an answer, an apology, a penalty; places in the original. Null where there are none. */
  readonly strong: readonly Span[] | null
  /** Can words be made out, and in a language the hub reads? */
  readonly readable: 'yes' | 'no-words' | 'other-language'
  /** Words for a fall, an injury, a death; places in the original. */
  readonly incidents: readonly Span[]
}

const sounds: Readonly<Record<Kind, Tone>> = {
  complaint: 'negative',
  concern: 'negative',
  comment: 'neutral',
  compliment: 'positive',
}

export function chooseKind(evidence: KindEvidence): Finding<Kind> {
  const read = readKind(evidence)
  const { chosen } = evidence
  if (chosen === null) return read
  const because: NonEmpty<Reason> = [
    reason('router:kind.chosen', { kind: chosen }),
    ...contrary(chosen, read),
    ...incident(chosen, evidence.incidents),
  ]
  return { value: chosen, because, confidence: 1 }
}

/** What speaks against the person's own choice is shown, never acted on. */
function contrary(chosen: Kind, read: Finding<Kind>): Reason[] {
  if (!isContrary(chosen, read.value)) return []
  return [
    reason('router:kind.disagrees', { kind: chosen, reading: read.value }, spansOf(read)),
    ...read.because,
  ]
}

function incident(chosen: Kind, incidents: readonly Span[]): Reason[] {
  if (incidents.length === 0 || sounds[chosen] === 'negative') return []
  return [reason('router:kind.describes-incident', { kind: chosen }, incidents)]
}

/** A complaint that reads like a concern is no contradiction; a compliment that blames is one. */
function isContrary(chosen: Kind, read: Kind): boolean {
  if (chosen === read || read === 'comment') return false
  return sounds[chosen] !== sounds[read]
}

function spansOf(finding: Finding<Kind>): readonly Span[] {
  return finding.because.flatMap(({ spans }) => spans ?? [])
}

/** What the hub cannot read is a person's to judge: it is never called sure, whatever the model makes of it. */
const unread = 0.2
/** Words of one language look like words of another. */
const mostInOtherLanguage = 0.4

function readKind(evidence: KindEvidence): Finding<Kind> {
  if (evidence.readable === 'no-words')
    return { value: 'comment', because: [reason('router:kind.no-words')], confidence: unread }
  const read = bySaying(evidence) ?? bySound(evidence)
  if (evidence.readable === 'yes') return read
  return {
    value: read.value,
    because: [reason('router:kind.other-language'), ...read.because],
    confidence: Math.min(read.confidence, mostInOtherLanguage),
  }
}

/** Praise that the model is so sure of leaves no room for "I was worried at first". */
const surePraise = 0.8

/**
 * Words of thanks in a message that blames are politeness; words of complaint count whatever the tone,
 * words of worry unless the whole clearly praises.
 */
function bySaying({ said, tone, issueTones, strong }: KindEvidence): Finding<Kind> | null {
  const blames = strong !== null || tone.value === 'negative' || issueTones.includes('negative')
  const worries = blames || tone.value !== 'positive' || tone.confidence < surePraise
  const counts = { complaint: true, concern: worries, compliment: !blames, comment: !blames }
  const first = said.find(({ kind }) => counts[kind])
  if (first === undefined) return null
  const because = reason('router:kind.said', { kind: first.kind }, first.spans)
  return { value: first.kind, because: [because], confidence: first.kind === 'complaint' ? 0.9 : 0.75 }
}

/** So sure must the model be that somebody is blamed where nothing speaks of care. */
const sureBlame = 0.8

/** So little praise that what is told may as well be what went wrong. */
const littlePraise = 0.65

/** Less than that, and nobody would call it praise: "N/A", "told me to go private". */
const somePraise = 0.55

function bySound({ tone, issueTones, ofCare, strong, said, incidents }: KindEvidence): Finding<Kind> {
  const toneReasons = tone.because
  const found = (value: Kind, key: string, spans: readonly Span[] = []): Finding<Kind> => ({
    value,
    because: [spans.length === 0 ? reason(key) : reason(key, {}, spans), ...toneReasons],
    confidence: tone.confidence * 0.9,
  })
  const blamesSurely = tone.value === 'negative' && tone.confidence >= sureBlame
  if (!ofCare && !blamesSurely) return found('comment', 'router:kind.everyday')
  if (strong !== null)
    return found(tone.value === 'negative' ? 'complaint' : 'concern', 'router:kind.outrage', strong)
  const suggests = said.some(({ kind }) => kind === 'comment') && incidents.length === 0
  if (tone.value === 'negative' && suggests) {
    return found('comment', 'router:kind.suggests')
  }
  if (tone.value === 'negative') return found('concern', 'router:kind.blames')
  if (issueTones.includes('negative')) return found('concern', 'router:kind.blames-in-part')
  if (tone.confidence < littlePraise && incidents.length > 0) {
    return { value: 'concern', because: [reason('router:kind.incident', {}, incidents)], confidence: unread }
  }
  return tone.value === 'positive' && tone.confidence >= somePraise
    ? found('compliment', 'router:kind.praises')
    : found('comment', 'router:kind.neither')
}
