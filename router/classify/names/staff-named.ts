/** Whom of the staff a message names: by the work they do, and by name where one is said. */
import { reason, type Finding, type Span } from '../../../shared/finding.ts'
import type { Rules, StaffRole } from '../../../shared/knowledge.ts'
import { onceFor } from '../../../shared/once-for.ts'
import type { StaffNamed } from '../../../shared/routing.ts'
import { phrases, type Phrases } from '../../../shared/text/phrases.ts'
import type { PlainText } from '../../../shared/text/plain-text.ts'
import { isNonEmpty } from '../../../shared/words.ts'
import { nameBeside } from './staff-name.ts'

interface Ready {
  readonly code: string
  readonly anywhere: Phrases
  readonly beforeName: Phrases
}

/** Few of the roles stand in a text: what only sounds like one is read out of its patterns when the role first does. */
const ready = onceFor((roles: readonly StaffRole[]) =>
  roles.map((role) => ({ role, mayStand: phrases([...role.patterns, ...role.beforeName]) })),
)
const wholly = onceFor(({ code, patterns, beforeName, unless }: StaffRole): Ready => ({
  code,
  anywhere: phrases(patterns, unless),
  beforeName: phrases(beforeName, unless),
}))

interface Mention extends StaffNamed {
  /** In the original, the name with it. */
  readonly span: Span
  readonly isTheirs: boolean
}

/** The same role and name is one finding, with all its places marked. */
export function staffIn(
  { text: original }: { readonly text: string },
  text: PlainText,
  { staffRoles }: Pick<Rules, 'staffRoles'>,
): Finding<StaffNamed>[] {
  const hits = ready(staffRoles ?? [])
    .filter(({ mayStand }) => mayStand.occurIn(text.text))
    .map(({ role }) => wholly(role))
    .flatMap(({ code, anywhere, beforeName }) => [
      ...anywhere.find(text.text).map((span) => ({ code, span, needsName: false })),
      ...beforeName.find(text.text).map((span) => ({ code, span, needsName: true })),
    ])
  const mentions = hits.flatMap(({ code, span, needsName }): Mention[] => {
    const at = text.toOriginal(span)
    const beside = nameBeside(original, at)
    if (beside === null && needsName) return []
    const isTheirs = theirThings.test(text.text.slice(span.end, span.end + longestThing))
    return [{ role: code, name: beside?.name ?? null, span: beside?.span ?? at, isTheirs }]
  })
  const named = Map.groupBy(apart(mentions), ({ role, name }) => `${role} ${name?.toLowerCase() ?? ''}`)
  return [...named.values()].flatMap((same) => (isNonEmpty(same) ? [findingOf(same)] : []))
}

/** "A doctor's appointment" may be missed without a word about the doctor. */
const theirThings =
  /^(?:'s?|s'?)? (?:appointments?|appts?|letters?|notes?|clinics?|referrals?|lists?|waiting|lines?|visits?|bookings?)\b/
const longestThing = 20

/** A district nurse is no nurse besides: of two at one place the earlier, then the longer. */
function apart(mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions.toSorted(byPlace)) {
    const last = kept.at(-1)
    if (last === undefined || mention.span.start >= last.span.end) kept.push(mention)
  }
  return kept
}

function byPlace({ span: a }: Mention, { span: b }: Mention): number {
  return a.start - b.start || b.end - a.end
}

function findingOf(same: readonly [Mention, ...Mention[]]): Finding<StaffNamed> {
  const [{ role, name }] = same
  const spans = same.map(({ span }) => span)
  const value = { role, name }
  if (name !== null) return { value, because: [reason('router:staff.by-name', {}, spans)], confidence: 0.9 }
  return same.every(({ isTheirs }) => isTheirs)
    ? { value, because: [reason('router:staff.theirs', {}, spans)], confidence: 0.3 }
    : { value, because: [reason('router:staff.by-role', {}, spans)], confidence: 0.7 }
}
