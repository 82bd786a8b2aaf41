/** Who may change the rules: administrators of the organisation that runs this hub. Whoever works here may read them. */
import type { Directory } from '../../shared/directory.ts'
import type { StaffMember } from '../store/staff.ts'

export function mayEditRules(who: StaffMember, { host }: Pick<Directory, 'host'>): boolean {
  return who.role === 'administrator' && who.organisation === host
}
