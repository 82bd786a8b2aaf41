/** Setting when a member of staff is away: by themselves, or by an administrator of their organisation. */
import { z } from 'zod'
import type { Away } from '../../shared/directory-settings.ts'
import { asId } from '../../shared/ids.ts'
import { listPeople, setAbsence, type PersonListed } from '../store/absences.ts'
import { idIn, why } from '../staff/form-input.ts'
import { maySetAbsenceOf } from './directory-access.ts'
import { awayFields, awayOf, awayValues, checkAway } from './directory-away.ts'
import type { DirectoryForm, OnDirectory } from './directory-form.ts'

interface Input {
  readonly awayFrom: string
  readonly awayUntil: string
  readonly why: string
}

/** Null where nobody of that id works in their organisation. */
async function personOn({ db, who, parameters }: OnDirectory): Promise<PersonListed | null> {
  const id = idIn(parameters, 'staff')
  const people = await listPeople(db, who.organisation)
  return people.find((person) => person.id === id) ?? null
}

export const absenceForm: DirectoryForm<Away | null, Input> = {
  path: 'staff/:staff',
  template: 'desk/directory-absence.njk',
  done: 'absence',
  async open(on) {
    const person = await personOn(on)
    if (person === null || !maySetAbsenceOf(on.who, person.id)) return null
    return {
      settings: person.away,
      values: awayValues(person.away),
      shows: { person },
      input: checkAway(z.object({ ...awayFields, why }), { seen: person.away, today: on.today }),
    }
  },
  wanted: awayOf,
  save: ({ db, parameters }, change) => setAbsence(db, asId<'staff'>(idIn(parameters, 'staff')), change),
}
