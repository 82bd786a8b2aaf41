/** Which typed names are the signer's own, and which are somebody else's. */
import { expect, test } from 'vitest'
import { isOwnName } from '../../../shared/joint/signature.ts'

test.each([
  ['Rowan Holt', 'Rowan Holt', true],
  ['R. Holt', 'Rowan Holt', true],
  ['dr rowan HOLT', 'Rowan Holt', true],
  ['Rowan Holt', 'R. Holt', true],
  ['Holt', 'Rowan Holt', true],
  ['Siân O’Brien', "Sian O'Brien", true],
  ['R. B. Holt', 'Rowan Bea Holt', true],
  ['Hari Vaughan', 'Rowan Holt', false],
  ['H. Holt', 'Rowan Holt', false],
  ['Rowan', 'Rowan Holt', false],
  ['Rowan Holt Vaughan', 'Rowan Holt', false],
  ['', 'Rowan Holt', false],
  ['…', '…', false],
])('%j signed by %j: %s', (typed, own, isTheirs) => {
  expect(isOwnName(typed, own)).toBe(isTheirs)
})
