/** Impact on the person and on the organisation, apart: the same matter may weigh very differently on each. */
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Risk } from '../../shared/routing.ts'
import { higherOf, seriousnesses, type Flag, type Seriousness } from '../../shared/words.ts'
import { notToShare } from './find-attention.ts'
import type { Harm } from './find-harm.ts'

export interface ImpactInput {
  readonly seriousness: Finding<Seriousness>
  readonly harms: readonly Harm[]
  readonly flags: readonly Finding<Flag>[]
  readonly attention: readonly Reason[]
}

/** The guide ties the organisation's side to litigation, publicity and lasting problems. */
const onOrganisation: ReadonlySet<Flag> = new Set<Flag>([
  'legal-or-media',
  'duty-of-candour',
  'whistleblowing',
  'discrimination',
  'safeguarding-adult',
  'safeguarding-child',
])

export function rateImpact(input: ImpactInput): Pick<Risk, 'impactOnPerson' | 'impactOnOrganisation'> {
  return { impactOnPerson: onPerson(input), impactOnOrganisation: forOrganisation(input) }
}

/** A vulnerable person is hit one step harder by the same thing. */
function onPerson({ seriousness, attention }: ImpactInput): Finding<Seriousness> {
  const first = attention.find(({ key }) => key !== notToShare)
  if (first === undefined || seriousness.value === 'Low') return seriousness
  const value = seriousnesses[Math.min(2, seriousnesses.indexOf(seriousness.value) + 1)] ?? seriousness.value
  return { value, because: [first, ...seriousness.because], confidence: seriousness.confidence * 0.9 }
}

function forOrganisation({ seriousness, harms, flags }: ImpactInput): Finding<Seriousness> {
  const flag = flags.find(({ value }) => onOrganisation.has(value))
  const harm = harms.find(({ attributed }) => attributed)
  if (flag === undefined && harm === undefined) return seriousness
  const floor: Seriousness = harm === undefined ? 'Medium' : 'High'
  const because = flag?.because[0] ?? reason('router:risk.organisation', {}, harm?.spans)
  const value = higherOf(seriousnesses, seriousness.value, floor)
  return { value, because: [because, ...seriousness.because], confidence: 0.6 }
}
