/** Whom a person does not want told, as they put it, and which organisations that leaves out. */
import type { Organisation, OrganisationType } from '../directory.ts'
import type { OrganisationId } from '../ids.ts'

/** One by its name, those of a kind ("my GP"), or every organisation but the one they wrote to. */
export type NotToTell = OrganisationId | OrganisationType | 'everyone'

/** Words, not a decision on record: staff may still ask the person about it. */
export function isLeftOut(
  { id, type }: Pick<Organisation, 'id' | 'type'>,
  refused: readonly NotToTell[],
): boolean {
  return refused.some((whom) => whom === 'everyone' || whom === id || whom === type)
}
