/** Where the words of the red flags come from. */
import type { Sourced } from '../../shared/knowledge.ts'

export const ours: Sourced = {
  source: 'design: words reviewed 2026-11, to be reviewed by the safeguarding lead',
  sureness: 'design',
}
export const act: Sourced = { source: 'Care Act 2014 ss.42-46 and the hub design', sureness: 'design' }
