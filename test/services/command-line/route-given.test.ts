/** `hub route` with a knowledge of somebody's own: their directory, their rules, who receives it and what came before. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { wholeRules } from '../../../services/command-line/rules-shape.ts'
import { tablesToJson } from '../../../shared/directory-file/from-json.ts'
import { writeDirectory } from '../../../shared/directory-file/write-directory.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'

const routedShape = z.looseObject({
  owners: z.array(z.object({ organisation: z.string(), team: z.string() })),
  likelihood: z.string(),
  careServices: z.array(z.string()),
  subjects: z.array(z.string()),
  clocks: z.array(z.object({ name: z.string(), dueOn: z.string() })),
})

const folder = mkdtempSync(join(tmpdir(), 'given-'))

function fileOf(name: string, content: string | object): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

function hubRoute(text: string, ...args: readonly string[]) {
  const input = `${JSON.stringify({ text, channel: 'web-form', kind: 'complaint' })}\n`
  const words = ['services/cli.ts', 'route', '--at', '2026-11-16', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { input, encoding: 'utf8' })
  return { status, stderr, routed: stdout === '' ? null : routedShape.parse(JSON.parse(stdout)) }
}

const { host } = exampleDirectory
const hostTeams = exampleDirectory.teams.filter(({ organisation }) => organisation === host)
const usual = hubRoute('The food was cold.').routed?.owners[0]?.team
const another = hostTeams.find(({ id }) => id !== usual)?.id ?? ''

const cold: RoutingRule = {
  id: 'cold',
  when: { words: ['cold'] },
  team: another,
  from: '2026-01-01',
  until: null,
  author: 'Ada',
  reason: 'The kitchen asked for it',
}

describe('hub route with a given knowledge', () => {
  it('lays the keys of a file of rules over the seeded ones', () => {
    const holiday = { date: '2026-11-18', title: 'A day of thanks', substitute: false }
    const rules = fileOf('rules.json', {
      routing: [cold],
      bankHolidays: [...seedRules.bankHolidays, holiday],
    })
    const { status, routed } = hubRoute('The food was cold.', '--rules', rules)
    expect(status).toBe(0)
    expect(routed?.owners[0]?.team).toBe(another)
    expect(routed?.clocks.find(({ name }) => name === 'acknowledge')?.dueOn).toBe('2026-11-20')
    expect(hubRoute('The tea was cold.').routed?.clocks[0]?.dueOn).toBe('2026-11-19')
  })

  it('takes a directory as hub directory export writes it, and routes to its teams', () => {
    const county = tablesToJson(writeDirectory(exampleDirectory))
    const directory = fileOf('own.json', county.replaceAll(`"${usual}"`, '"own-team"'))
    const { status, routed } = hubRoute('The food was cold.', '--directory', directory)
    expect(status).toBe(0)
    expect(routed?.owners[0]?.team).toBe('own-team')
  })

  it('lets another organisation receive it', () => {
    const other = exampleDirectory.organisations.find(({ id }) => id !== host)
    const { routed } = hubRoute('The food was cold.', '--received-by', other?.id ?? '')
    expect(routed?.owners[0]?.organisation).toBe(other?.id)
    const unknown = hubRoute('The food was cold.', '--received-by', 'nobody')
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toContain(`The directory lists no organisation nobody. It lists: `)
  })

  it('counts what came up before', () => {
    const text = `The food at ${exampleDirectory.careServices[0]?.name} was cold.`
    const first = hubRoute(text).routed
    const key = `${first?.careServices[0]}|${first?.subjects[0]}`
    const again = hubRoute(text, '--earlier', fileOf('earlier.json', { [key]: 60 })).routed
    expect(again?.likelihood).not.toBe(first?.likelihood)
  })

  it('says of a rule whose team the directory does not list that it is passed over', () => {
    const rules = fileOf('gone.json', { routing: [{ ...cold, team: 'gone' }] })
    const { status, stderr, routed } = hubRoute('The food was cold.', '--rules', rules)
    expect(status).toBe(0)
    expect(stderr).toContain('Routing rule 1 names “gone”, which the directory does not list')
    expect(routed?.owners[0]?.team).toBe(usual)
  })

  it.each([
    ['--rules', '/nowhere/rules.json', 'There is no file /nowhere/rules.json.'],
    ['--directory', '/nowhere/county', 'There is no file /nowhere/county.'],
    ['--rules', folder, 'is a folder'],
    ['--rules', fileOf('broken.json', '{"routing": ['), 'is no JSON'],
    ['--rules', fileOf('list.json', []), 'must be an object'],
    ['--rules', fileOf('key.json', { routting: [] }), 'routting'],
    ['--rules', fileOf('team.json', { routing: [cold, { ...cold, team: 7 }] }), 'routing[1].team: '],
    [
      '--rules',
      fileOf('day.json', { routing: [{ ...cold, from: 'May' }] }),
      'routing[0].from: must be a date',
    ],
    [
      '--rules',
      fileOf('none.json', { routing: [{ ...cold, when: {} }] }),
      'must name at least one condition',
    ],
    [
      '--rules',
      fileOf('flags.json', { redFlags: [{ ...seedRules.redFlags[0], patterns: ['('] }] }),
      'redFlags[0].patterns[0]: must be a regular expression',
    ],
    ['--directory', fileOf('half.json', { organisations: [] }), 'The table “care-services” is missing'],
    ['--earlier', fileOf('counts.json', { food: 3 }), 'food: '],
    ['--earlier', fileOf('minus.json', { 'ward-7|food': -3 }), 'ward-7|food: '],
  ])('refuses with 2 and a sentence: %s %s', (option, file, sentence) => {
    const { status, stderr, routed } = hubRoute('The food was cold.', option, file)
    expect(routed).toBeNull()
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
  })

  it('knows every field of the rules that come with the hub', () => {
    expect(wholeRules.parse(JSON.parse(JSON.stringify(seedRules)))).toEqual(seedRules)
  })
})
