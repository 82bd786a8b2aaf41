/** STOP, START, HELP and CALL BACK are told from feedback that merely has those words in it. */
import { describe, expect, test } from 'vitest'
import { agreesToACall, asksForCallBack, beginsWithStop, keywordOf } from '../../../channels/sms/keywords.ts'

describe('a keyword', () => {
  test.each([
    ['STOP', 'stop', 'en'],
    [' stop. ', 'stop', 'en'],
    ['Stop please', 'stop', 'en'],
    ['STOP TEXTING ME!!', 'stop', 'en'],
    ['Unsubscribe', 'stop', 'en'],
    ['STOPIWCH', 'stop', 'cy'],
    ['Stopiwch, os gwelwch yn dda', 'stop', 'cy'],
    ['Stop sending me texts', 'stop', 'en'],
    ['Don’t text me again', 'stop', 'en'],
    ['please do not send me any more messages', 'stop', 'en'],
    ['No more texts please', 'stop', 'en'],
    ['Peidiwch â thecstio fi eto', 'stop', 'cy'],
    ['Dim mwy o negeseuon, diolch', 'stop', 'cy'],
    ['START', 'start', 'en'],
    ['Dechrau', 'start', 'cy'],
    ['help', 'help', 'en'],
    ['CYMORTH', 'help', 'cy'],
  ])('is the whole text: %s', (text, word, language) => {
    expect(keywordOf(text)).toEqual({ word, language })
  })

  test.each([
    'Stop the bleeding first, they said, and then they left',
    'Nobody came to help',
    'No more',
    'They do not text',
    'Stop sending me carers',
    'Help me, I have been waiting since Monday',
    'The start was late',
    'YES',
    'no',
    '',
    '😀',
  ])('is not found in what a person tells us: %s', (text) => {
    expect(keywordOf(text)).toBeNull()
  })

  test.each([
    'STOP. Also my appointment was cancelled again.',
    'STOP, the ward was filthy',
    '“STOP” \nand the ward was filthy',
    'Stop. The ward was filthy',
    'stop\nThe ward was filthy',
    'Please stop texting me. The ward was filthy',
    'Stopiwch. Roedd y ward yn fudr',
    'Don’t text me. The ward was filthy',
  ])('before other words is an order: %s', (text) => {
    expect(beginsWithStop(text)).toBe(true)
    expect(keywordOf(text)).toBeNull()
  })

  test.each([
    'Stop smoking clinic was closed',
    'STOP sending carers at 6 in the morning',
    'Stop, I told the nurse. She went on',
    'Cancel. That is all they said.',
    'End. Of. My tether.',
    'STOP SHARING. I did not agree',
    'Help. Nobody comes',
  ])('is no order in: %s', (text) => {
    expect(beginsWithStop(text)).toBe(false)
  })
})

describe('CALL BACK', () => {
  test.each([
    'CALL BACK',
    'callback',
    'Please call me back',
    'ring me back after 5',
    'The clinic was closed. Please ring me on 07700 900456',
    'FFONIWCH FI',
    'Ffoniwch fi yn ôl os gwelwch yn dda',
  ])('is asked for by: %s', (text) => {
    expect(asksForCallBack(text)).toBe(true)
  })

  test.each([
    'They said they would call me back and never did',
    'Nobody rang back',
    'I had to ring back five times',
    'The call bell did not work',
  ])('is not asked for by: %s', (text) => {
    expect(asksForCallBack(text)).toBe(false)
  })

  test.each([
    'YES',
    'yes please!',
    'Y',
    'OK thanks',
    'Yes. It was ward 4',
    'Yes, 07700 900456',
    'yes after 5',
    'Ie os gwelwch yn dda',
    'Ydw',
  ])('is agreed to by: %s', (text) => {
    expect(agreesToACall(text)).toBe(true)
  })

  test.each(['No', 'No thanks, yes it was cold', 'Yesterday', 'yes and nobody came', 'Na', ''])(
    'is not agreed to by: %s',
    (text) => {
      expect(agreesToACall(text)).toBe(false)
    },
  )
})
