/** Setting when a team is away, how many open cases it takes at once, who stands in for it and who manages it. */
import { z } from 'zod'
import type { Team } from '../../shared/directory.ts'
import { settingsOf, type Away, type TeamSettings } from '../../shared/directory-settings.ts'
import { asId } from '../../shared/ids.ts'
import { setTeam } from '../store/directory-settings.ts'
import { why } from '../staff/form-input.ts'
import { maySetDirectory } from './directory-access.ts'
import { awayFields, awayOf, awayValues, checkAway } from './directory-away.ts'
import type { DirectoryForm, OnDirectory } from './directory-form.ts'

interface Input {
  readonly awayFrom: string
  readonly awayUntil: string
  readonly capacity: string
  readonly fallback: string
  readonly manager: string
  readonly why: string
}

/** Null where their organisation has no such team. */
function teamOn({ directory, who, parameters }: OnDirectory): Team | null {
  const found = directory.teams.find(({ id }) => id === parameters['team'])
  return found?.organisation === who.organisation ? found : null
}

function othersOf({ directory }: OnDirectory, { id, organisation }: Team): readonly Team[] {
  return directory.teams.filter((team) => team.organisation === organisation && team.id !== id)
}

function inputOf(others: readonly Team[], seen: Away | null, today: string): z.ZodType<Input> {
  const teamOrNone = z
    .string('desk:error.team')
    .refine((id) => id === '' || others.some((team) => team.id === id), 'desk:error.team')
  return checkAway(
    z.object({
      ...awayFields,
      capacity: z
        .string('directory:error.capacity')
        .trim()
        .regex(/^\d{0,6}$/, 'directory:error.capacity'),
      fallback: teamOrNone,
      manager: teamOrNone,
      why,
    }),
    { seen, today },
  )
}

export const teamForm: DirectoryForm<TeamSettings, Input> = {
  path: 'teams/:team',
  template: 'desk/directory-team.njk',
  done: 'team',
  open(on) {
    const team = maySetDirectory(on.who) ? teamOn(on) : null
    if (team === null) return Promise.resolve(null)
    const settings = settingsOf(team)
    const others = othersOf(on, team)
    return Promise.resolve({
      settings,
      values: {
        ...awayValues(settings.away),
        capacity: settings.capacity ?? '',
        fallback: settings.fallback ?? '',
        manager: settings.manager ?? '',
      },
      shows: {
        team,
        others,
        isTriage: team.id === on.who.triageTeam,
        triageName: on.directory.teams.find(({ id }) => id === on.who.triageTeam)?.name ?? on.who.triageTeam,
      },
      input: inputOf(others, settings.away, on.today),
    })
  },
  wanted: ({ capacity, fallback, manager, ...input }) => ({
    away: awayOf(input),
    capacity: capacity === '' ? null : Number(capacity),
    fallback: fallback === '' ? null : asId<'team'>(fallback),
    manager: manager === '' ? null : asId<'team'>(manager),
  }),
  save: ({ db, parameters }, change) => setTeam(db, asId<'team'>(parameters['team'] ?? ''), change),
}
