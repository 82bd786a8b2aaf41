/** What staff should bear in mind before they answer: who is vulnerable or bereaved, and what speaks against the kind chosen. */
import type { FindingShown } from './findings-shown.ts'

type Reasons = FindingShown['because']

const toHeed: readonly string[] = ['request', 'not-to-tell', 'attention']

const aboutTheKind: readonly string[] = ['router:kind.disagrees', 'router:kind.describes-incident']

/** Each once, however many messages say so; first what it asks for, then who is not to be told. */
export function heedShown(findings: readonly FindingShown[]): Reasons {
  const attention = toHeed.flatMap((topic) =>
    findings.filter(({ about }) => about === topic).flatMap(({ because }) => because),
  )
  const kind = findings
    .filter(({ about, isEarlier }) => about === 'kind' && !isEarlier)
    .flatMap(({ because }) => because.filter(({ reason }) => aboutTheKind.includes(reason.key)))
  const seen = new Set<string>()
  return [...kind, ...attention].filter(({ reason }) => {
    const said = `${reason.key} ${reason.params?.['organisation'] ?? ''}`
    const isFirst = !seen.has(said)
    seen.add(said)
    return isFirst
  })
}

/** It has a place of its own on the page. */
export function isToHeed(about: string): boolean {
  return toHeed.includes(about)
}
