/** What a form knows besides the answers: the organisations of the directory, what each provides, and what was added. */
import { londonDate } from '../../shared/dates/london.ts'
import type { AddedFile, FormContext } from '../../shared/form.ts'
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'

export interface FormDirectory {
  readonly current: () => Directory
  readonly receiverFor: (organisation: OrganisationId) => OrganisationId
}

export function formContext(
  { current, receiverFor }: FormDirectory,
  files: readonly AddedFile[],
  now: Date,
): FormContext {
  const { organisations, careServices, host } = current()
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const provided = Map.groupBy(careServices, ({ organisation }) => organisation)
  return {
    today: londonDate(now.toISOString()),
    hostName: names.get(host) ?? '',
    organisations: organisations.map(({ id, name, type }) => ({
      id,
      name,
      type,
      receiverName: names.get(receiverFor(id)) ?? name,
      careServices: provided.get(id) ?? [],
    })),
    files,
  }
}
