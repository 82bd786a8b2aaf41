/** By when a person will have answered: what the form promises, from the same periods as the clocks. */
import { clocksFor } from '../../router/set-clocks/clocks-for.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { DirectoryView } from '../store/directory-view.ts'

/** The day by which the law wants a person to have answered what this organisation received on that day. */
export function answeredBy(
  directory: DirectoryView,
  receivedOn: string,
  chosen: OrganisationId | null,
): string | null {
  const { organisations, host } = directory.current()
  const receiver = chosen === null ? host : directory.receiverFor(chosen)
  const organisation = organisations.find(({ id }) => id === receiver)
  if (organisation === undefined) return null
  const matter = {
    organisation: organisation.id,
    process: organisation.process,
    receivedOn,
    kind: 'complaint',
    confirmed: false,
    level: 'Low',
    oral: false,
  } as const
  const clocks = clocksFor(matter, directory.rules())
  return clocks.find((clock) => clock.name === 'acknowledge')?.dueOn ?? null
}
