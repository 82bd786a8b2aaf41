/** What makes a case jump the queue: words that make a person look within hours, whatever the score says. */
import type { RedFlagRule } from '../shared/knowledge.ts'
import { discrimination } from './red-flags/discrimination.ts'
import { candour } from './red-flags/duty-of-candour.ts'
import { immediateDanger } from './red-flags/immediate-danger.ts'
import { legalOrMedia } from './red-flags/legal-or-media.ts'
import { safeguardingAdult } from './red-flags/safeguarding-adult.ts'
import { safeguardingChild } from './red-flags/safeguarding-child.ts'
import { selfHarm } from './red-flags/self-harm.ts'
import { threat } from './red-flags/threat.ts'
import { whistleblowing } from './red-flags/whistleblowing.ts'

export const redFlags: readonly RedFlagRule[] = [
  immediateDanger,
  selfHarm,
  safeguardingAdult,
  safeguardingChild,
  threat,
  candour,
  legalOrMedia,
  whistleblowing,
  discrimination,
]
