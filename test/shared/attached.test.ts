/** Is a file what its sender said it is? */
import { expect, test } from 'vitest'
import { isOtherThanDeclared, mayBeOpened } from '../../shared/attached.ts'

test.each([
  ['image/jpeg', 'image/jpeg', false],
  ['image/jpg', 'image/jpeg', false],
  ['IMAGE/JPEG; name=a.jpg', 'image/jpeg', false],
  ['application/octet-stream', 'application/x-msdownload', false],
  ['audio/webm;codecs=opus', 'video/webm', false],
  ['audio/x-m4a', 'video/mp4', false],
  ['application/msword', 'application/x-cfb', false],
  ['text/plain', null, false],
  ['text/csv', null, false],
  ['image/png', 'image/jpeg', true],
  ['image/jpeg', 'application/x-msdownload', true],
  ['application/pdf', 'application/zip', true],
  ['application/pdf', null, true],
  ['image/jpeg', null, true],
  ['image/png', 'application/x-cfb', true],
  ['text/plain', 'application/x-msdownload', true],
])('sent as %s and found to be %s: other than declared is %s', (declared, sniffed, isOther) => {
  expect(isOtherThanDeclared(declared, sniffed)).toBe(isOther)
})

test('only what somebody looked at, or nobody was set to look at, is handed over', () => {
  const states = ['coming', 'waiting', 'clean', 'infected', 'not-scanned', 'failed'] as const
  expect(states.filter(mayBeOpened)).toEqual(['clean', 'not-scanned'])
})
