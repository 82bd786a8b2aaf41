/** Whom praise names. */
import { expect, it } from 'vitest'
import { isNamed } from '../../../shared/case/praise.ts'

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
