/** One address and a plain name are used; a list of addresses or an advertisement for a name is not. */
import { describe, expect, test } from 'vitest'
import { isOneEmailAddress, isPlainName } from '../../shared/contact.ts'

describe('an address', () => {
  test.each([
    'ann@people.example',
    'ann.o’neill+nhs@mail.people.example',
    'ŵyn@pobl.example',
    'root@localhost',
  ])('%s is one', (text) => expect(isOneEmailAddress(text)).toBe(true))
  test.each([
    '',
    'ann',
    'a@x.example, b@x.example',
    'a@x.example;b@x.example',
    'a@x.example b@x.example',
    'Ann <ann@people.example>',
    'friends: a@x.example;',
    'a@x.example\r\nBcc: b@x.example',
    `${'a'.repeat(250)}@x.example`,
  ])('%j is not one', (text) => expect(isOneEmailAddress(text)).toBe(false))
})

describe('a name', () => {
  test.each(['Ann', 'Siân ap Rhys', "Mary O'Neill-Jones", 'Dr. B. Example', '李明'])(
    '%s is greeted',
    (text) => expect(isPlainName(text)).toBe(true),
  )
  test.each([
    '',
    'Win a prize at http://evil.example now',
    'Call 0900 123456',
    'You have won a very big prize today',
    'Ann\nBcc: all',
    'A'.repeat(61),
  ])('%j is not', (text) => expect(isPlainName(text)).toBe(false))
})
