/** Who may set what in the directory: administrators of an organisation for it, everybody their own absence. */
import type { StaffId } from '../../shared/ids.ts'
import type { StaffMember } from '../store/staff.ts'

export function maySetDirectory({ role }: Pick<StaffMember, 'role'>): boolean {
  return role === 'administrator'
}

export function maySetAbsenceOf(who: Pick<StaffMember, 'id' | 'role'>, person: StaffId): boolean {
  return maySetDirectory(who) || who.id === person
}
