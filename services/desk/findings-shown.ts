/** Findings as a person reads them: what was concluded, why, by whom, and what was concluded before. */
import type { Reason, Span } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { CaseFile } from '../store/case-file.ts'
import { staffName, subjectNames } from './names.ts'

export interface FindingShown {
  readonly id: number
  readonly about: string
  /** A language key where the value is one of our own words; else a name or the value itself. */
  readonly value: { readonly key: string | null; readonly text: string }
  readonly because: readonly { readonly reason: Reason; readonly quotes: readonly string[] }[]
  readonly sureness: 'sure' | 'fairly' | 'unsure'
  readonly at: Date
  /** Null: the router. */
  readonly by: string | null
  readonly correction: string | null
  /** Has a newer finding taken its place? */
  readonly isEarlier: boolean
  /** Did whoever said so take it back? */
  readonly isUndone: boolean
}

type Row = CaseFile['findings'][number]

/** What there is but one of: a newer finding takes the place of an older. */
const single: readonly string[] = ['kind', 'tone', 'language', 'seriousness', 'likelihood', 'level', 'lead']

/** In the order of the file: newest first. */
export function findingsShown(file: CaseFile, rules: Rules): readonly FindingShown[] {
  const texts = new Map(file.submissions.map(({ id, content }) => [id, content.text]))
  const seen = new Set<string>()
  return file.findings.map((row) => {
    const isUndone = row.undone_at !== null
    const isEarlier = isUndone || isSuperseded(row, seen)
    if (!isUndone) seen.add(row.about)
    if (!isUndone && row.corrected_by !== null) seen.add(`${row.about} corrected`)
    return {
      id: row.id,
      about: row.about,
      value: valueShown(row, file.names, rules),
      because: becauseShown(row.because, row.submission === null ? undefined : texts.get(row.submission)),
      sureness: row.confidence >= 0.85 ? 'sure' : row.confidence >= 0.6 ? 'fairly' : 'unsure',
      at: row.found_at,
      by: row.correctedByName,
      correction: row.correction,
      isEarlier,
      isUndone,
    }
  })
}

/** Each reason with the words that led to it, where the text they stand in is at hand. */
export function becauseShown(
  because: readonly Reason[],
  text: string | undefined,
): readonly { readonly reason: Reason; readonly quotes: readonly string[] }[] {
  return because.map((reason) => ({ reason, quotes: quotesOf(reason, text) }))
}

/** Several owners or subjects may stand beside one another, until a person says which it is. */
function isSuperseded(row: Row, seen: ReadonlySet<string>): boolean {
  if (single.includes(row.about)) return seen.has(row.about)
  return seen.has(`${row.about} corrected`) || seen.has(`${row.about}s corrected`)
}

/** Where the reasons of one submission's findings lie in its text. */
export function spansOf(file: CaseFile, submission: string): readonly Span[] {
  return file.findings
    .filter((row) => row.submission === submission)
    .flatMap((row) => row.because.flatMap((reason) => reason.spans ?? []))
}

/** Longer ones are seen better as marks in the text itself. */
const longestQuote = 80

function quotesOf(reason: Reason, text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const quotes = (reason.spans ?? []).map(({ start, end }) => text.slice(start, end).trim())
  return [...new Set(quotes)].filter((quote) => quote !== '' && quote.length <= longestQuote).slice(0, 4)
}

const ownWords: Readonly<Record<string, string>> = {
  kind: 'kind',
  tone: 'tone',
  language: 'language',
  flag: 'flag',
  wants: 'wants',
}

function valueShown(
  { about, value }: Row,
  names: ReadonlyMap<string, string>,
  rules: Rules,
): FindingShown['value'] {
  const topic = about.replace(/^issue\.\d+\./, '')
  if (topic === 'subject' || topic === 'subjects') {
    const codes = [value].flat().map(asText)
    return {
      key: codes.length === 0 ? 'desk:issue.noSubject' : null,
      text: subjectNames(codes, rules).join(', '),
    }
  }
  if (topic === 'staff') return { key: null, text: staffName(value, rules) }
  const plain = asText(topic === 'owner' ? teamIn(value) : value)
  const word = ownWords[topic]
  if (word !== undefined) return { key: `desk:${word}.${plain}`, text: plain }
  return { key: value === null ? 'desk:none' : null, text: names.get(plain) ?? plain }
}

function teamIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'team' in value ? value.team : value
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
