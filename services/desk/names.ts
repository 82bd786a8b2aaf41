/** Codes of the code sets by their names. */
import type { CodeSetEntry, Rules } from '../../shared/knowledge.ts'

/** A code that the rules no longer have stands for itself. */
export function subjectNames(codes: readonly string[], rules: Pick<Rules, 'subjects'>): readonly string[] {
  return codes.map((code) => nameOf(rules.subjects, code))
}

function nameOf(entries: readonly CodeSetEntry[], code: string): string {
  return entries.find((entry) => entry.code === code)?.name.en ?? code
}
