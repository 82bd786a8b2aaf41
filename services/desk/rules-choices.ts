/** What a routing rule can look at, with the words for each choice: the rows of its form and of the list. */
import type { Directory } from '../../shared/directory.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { requestCodes, type RoutingRule, type Rules } from '../../shared/knowledge.ts'
import { channelNames, flags, kinds, languages, levels } from '../../shared/words.ts'

export type Condition = keyof RoutingRule['when']

export interface Choice {
  readonly value: string
  /** As the directory or the code set has it. */
  readonly name?: string
  /** Where the desk has words of its own for it. */
  readonly words?: Reason
  /** Where it stands under a heading, such as the organisation of a care service. */
  readonly group?: string
  /** The rule names it, and neither the directory nor the code set has it any more. */
  readonly isGone?: true
}

/** In the order in which people ask. The other two, place and words, are written and not chosen. */
export const chosenConditions = [
  'kind',
  'subject',
  'organisation',
  'careService',
  'level',
  'flag',
  'channel',
  'language',
  'request',
] as const satisfies readonly Condition[]

type Choices = Readonly<Record<(typeof chosenConditions)[number], readonly Choice[]>>

/**
 * With what a rule names already, be it gone: left out, it would be lost from the rule when somebody changes something
 * else about it, and a rule that looks at less takes more.
 */
export function choicesFor(
  when: RoutingRule['when'],
  directory: Directory,
  rules: Pick<Rules, 'subjects'>,
): Choices {
  const choices = conditionChoices(directory, rules)
  const all = (name: keyof Choices) => [...choices[name], ...goneFrom(choices[name], when[name] ?? [])]
  return {
    kind: all('kind'),
    subject: all('subject'),
    organisation: all('organisation'),
    careService: all('careService'),
    level: all('level'),
    flag: all('flag'),
    channel: all('channel'),
    language: all('language'),
    request: all('request'),
  }
}

function goneFrom(choices: readonly Choice[], named: readonly string[]): readonly Choice[] {
  return named
    .filter((value) => choices.every((choice) => choice.value !== value))
    .map((value) => ({ value, name: value, isGone: true }))
}

function conditionChoices(directory: Directory, rules: Pick<Rules, 'subjects'>): Choices {
  return {
    kind: ours('desk:kind.', kinds),
    subject: rules.subjects.map(({ code, name }) => ({ value: code, name: name.en })),
    organisation: directory.organisations.map(({ id, name }) => ({ value: id, name })),
    careService: directory.careServices
      .map(({ id, name, organisation }) => ({
        value: id,
        name,
        group: organisationName(directory, organisation),
      }))
      .toSorted(byGroup),
    level: ours('desk:level.', levels),
    flag: ours('desk:flag.', flags),
    channel: ours('desk:channel.', channelNames),
    language: ours('desk:language.', [...languages, 'other']),
    request: ours('desk:rules.request.', requestCodes),
  }
}

/** Every team of the county, under its organisation. */
export function teamChoices(directory: Directory): readonly Choice[] {
  return directory.teams
    .map(({ id, name, organisation }) => ({
      value: id,
      name,
      group: organisationName(directory, organisation),
    }))
    .toSorted(byGroup)
}

function byGroup(one: Choice, other: Choice): number {
  const sortedBy = ({ group, name }: Choice): string => `${group ?? ''}|${name ?? ''}`
  return sortedBy(one).localeCompare(sortedBy(other), 'en')
}

function ours(room: string, values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, words: reason(room + value) }))
}

function organisationName({ organisations }: Directory, id: string): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? id
}
