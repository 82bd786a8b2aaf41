/** How long each step of joint work may take. No law names these: the bodies agree them, and a hub starts with defaults. */
import type { JointPeriod } from '../shared/knowledge.ts'

const cooperate = 'SI 2009/309 reg 9 asks the bodies to co-operate and names no number of days'
const always = { from: '2026-11-01', until: null, sureness: 'design' } as const

export const jointPeriods: readonly JointPeriod[] = [
  {
    step: 'answer-consent',
    workingDays: 10,
    ...always,
    source:
      'Default of this hub; ten working days stood in regulations that are repealed (2006), and nothing took their place',
  },
  {
    step: 'answer-lead',
    workingDays: 3,
    ...always,
    source: `Default of this hub, as long as an acknowledgement may take; ${cooperate}`,
  },
  {
    step: 'part',
    workingDays: 15,
    ...always,
    source: `Default of this hub, time to ask those who were there; ${cooperate}`,
  },
  {
    step: 'finish',
    workingDays: 5,
    ...always,
    source: `Default of this hub, time to write, approve and sign one answer; ${cooperate}`,
  },
]
