/** What it takes to tell people of an act, from what the pages of staff are made of. */
import type { Rules } from '../../shared/knowledge.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { Telling } from '../store/joint/telling.ts'
import type { CanSend } from '../store/way-of-reply.ts'

export type TellingParts = Pick<StaffParts, 'pages' | 'publicUrl' | 'now'>

export function tellingOf(
  { pages, publicUrl, now }: TellingParts,
  given: { readonly rules: Rules; readonly canSend: CanSend },
): Telling {
  return { words: pages, publicUrl, canSend: given.canSend, rules: given.rules, now: now() }
}
