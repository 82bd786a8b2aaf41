/** However a gateway writes a number, it is one number. */
import { expect, test } from 'vitest'
import { asDialled, e164 } from '../../../channels/sms/phone-number.ts'

test.each([
  ['+447700900123', '+447700900123'],
  ['447700900123', '+447700900123'],
  ['07700 900 123', '+447700900123'],
  ['(+44)7700900123', '+447700900123'],
  ['+44 (0)7700 900123', '+447700900123'],
  ['(01632) 960 123', '+441632960123'],
  ['00447700900123', '+447700900123'],
  ['\u202a+44 7700 900123\u202c', '+447700900123'],
  ['+353871234567', '+353871234567'],
  ['353871234567', '+353871234567'],
])('%s is %s', (written, number) => {
  expect(e164(written)).toBe(number)
})

test.each(['EXAMPLE CO', 'NHSnoreply', '60777', '', '+', '1800EXAMPLE', 'whatsapp:+447700900123'])(
  '%s can be answered by nobody',
  (written) => {
    expect(e164(written)).toBeNull()
  },
)

test.each([
  ['+442079460000', '020 7946 0000'],
  ['+447700900123', '07700 900123'],
  ['+441632960001', '01632 960001'],
  ['+353201234567', '+353 20 123 4567'],
  ['FEEDBACK', 'FEEDBACK'],
])('%s is written for people as %s', (number, written) => {
  expect(asDialled(number)).toBe(written)
})
