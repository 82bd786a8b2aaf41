/** Whom praise names. */
import { expect, it } from 'vitest'
import { isNamed, surelyNamed } from '../../../shared/case/praise.ts'

it.each([
  ['Mary Okafor', 'Mary Okafor', true],
  ['Mary Okafor', 'Okafor', true],
  ['MARY O’NEIL', "Mary O'Neil", true],
  ['Jenny Marsh', 'Jenny', true],
  ['Jenny Marsh', 'Jen', false],
  ['Mary Okafor', 'Mary Patel', false],
  ['Mary Okafor', '', false],
])('%s by “%s”: %s', (name, phrase, named) => {
  expect(isNamed(name, phrase)).toBe(named)
})

it.each([
  ['the only one of that name', ['Jenny Marsh', 'Mary Okafor'], 'Jenny', 'Jenny Marsh'],
  ['nobody where several have it', ['Jenny Marsh', 'Jenny Dale'], 'Jenny', null],
  ['the one whose whole name it is', ['Jenny Marsh', 'Jenny Ann Marsh'], 'Jenny Marsh', 'Jenny Marsh'],
  ['nobody where two have that whole name', ['Jenny Marsh', 'Jenny Marsh'], 'Jenny Marsh', null],
  ['nobody where none has it', ['Mary Okafor'], 'Jenny', null],
])('%s is taken for the one who is meant', (_, names, phrase, meant) => {
  const people = names.map((name) => ({ name }))
  expect(surelyNamed(people, phrase)?.name ?? null).toBe(meant)
})
