/** The rules of a fresh hub, assembled from their files; an administrator's versions follow after it. */
import type { Rules } from '../shared/knowledge.ts'
import { bankHolidays } from './bank-holidays.ts'
import { contacts } from './contacts.ts'
import { exclusions } from './exclusions.ts'
import { harmFloor } from './harm-floor.ts'
import { jointPeriods } from './joint-periods.ts'
import { matrixA } from './matrix.ts'
import { officeHours } from './office-hours.ts'
import { periods } from './periods.ts'
import { redFlags } from './red-flags.ts'
import { requests } from './requests.ts'
import { routing } from './routing.ts'
import { seriousnessRules } from './seriousness.ts'
import { serviceAreas } from './service-areas.ts'
import { staffRoles } from './staff-roles.ts'
import { subjects } from './subjects.ts'

export const seedRules: Rules = {
  matrix: matrixA,
  harmFloor,
  seriousness: seriousnessRules,
  redFlags,
  subjects,
  serviceAreas,
  exclusions,
  requests,
  staffRoles,
  routing,
  periods,
  officeHours,
  jointPeriods,
  bankHolidays,
  contacts,
}
