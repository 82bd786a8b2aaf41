/** Whom praise names. */
import { expect, it } from 'vitest'
import { isNamed, surelyNamed } from '../../../shared/case/praise.ts'

it.each([
  ['Mary Okafor', 'Sister Mary Okafor', true],
  ['Mary Okafor', 'Sister Okafor', true],
  ['MARY O’NEIL', "nurse called Mary O'Neil", true],
  ['Jenny Marsh', 'nurse called Jenny', true],
  ['Jenny Marsh', 'Nurse Jen', false],
  ['Mary Okafor', 'Dr Mary Patel', false],
  ['Sister Act', 'Sister', false],
  ['Mary Okafor', '', false],
])('%s by “%s”: %s', (name, phrase, named) => {
  expect(isNamed(name, phrase)).toBe(named)
})

it.each([
  ['the only one of that name', ['Jenny Marsh', 'Mary Okafor'], 'Nurse Jenny', 'Jenny Marsh'],
  ['nobody where several have it', ['Jenny Marsh', 'Jenny Dale'], 'Nurse Jenny', null],
  ['the one whose whole name it is', ['Jenny Marsh', 'Jenny Ann Marsh'], 'Nurse Jenny Marsh', 'Jenny Marsh'],
  ['nobody where two have that whole name', ['Jenny Marsh', 'Jenny Marsh'], 'Nurse Jenny Marsh', null],
  ['nobody where none has it', ['Mary Okafor'], 'Nurse Jenny', null],
])('%s is taken for the one who is meant', (_, names, phrase, meant) => {
  const people = names.map((name) => ({ name }))
  expect(surelyNamed(people, phrase)?.name ?? null).toBe(meant)
})
