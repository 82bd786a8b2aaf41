/** Who works in care, by what they are called: in English and Welsh, one or many, rightly spelt or as people write it. */
import type { StaffRole } from '../shared/knowledge.ts'
import { caringRoles } from './staff-roles/caring.ts'
import { medicalRoles } from './staff-roles/medical.ts'
import { nursingRoles } from './staff-roles/nursing.ts'
import { runningRoles } from './staff-roles/running.ts'
import { therapyRoles } from './staff-roles/therapy.ts'

/** Of two that stand at the same place the longer holds: a district nurse is no nurse besides. */
export const staffRoles: readonly StaffRole[] = [
  ...nursingRoles,
  ...medicalRoles,
  ...caringRoles,
  ...therapyRoles,
  ...runningRoles,
]
