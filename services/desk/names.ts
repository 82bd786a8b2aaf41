/** Codes of the code sets and of staff roles by their names. */
import { z } from 'zod'
import type { CodeSetEntry, Rules } from '../../shared/knowledge.ts'

/** A code that the rules no longer have stands for itself. */
export function subjectNames(codes: readonly string[], rules: Pick<Rules, 'subjects'>): readonly string[] {
  return codes.map((code) => nameOf(rules.subjects, code))
}

function nameOf(entries: readonly CodeSetEntry[], code: string): string {
  return entries.find((entry) => entry.code === code)?.name.en ?? code
}

/** "Nurse: Mary" where a name was said, else the role alone. */
export function staffName(value: unknown, { staffRoles }: Pick<Rules, 'staffRoles'>): string {
  const named = staffNamed.parse(value)
  const role = nameOf(staffRoles ?? [], named.role)
  return named.name === null ? role : `${role}: ${named.name}`
}

const staffNamed = z.object({ role: z.string(), name: z.string().nullable() })
