/**
 * Ordered routing rules of a fresh hub: none. The directory's responsibilities decide, until an administrator adds a
 * rule on the desk; a rule names a team, and the teams of a real county are not known here.
 */
import type { RoutingRule } from '../shared/knowledge.ts'

export const routing: readonly RoutingRule[] = []
