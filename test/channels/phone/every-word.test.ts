/** Whatever the format and however badly the file is made: no spoken word is lost, none changes places, nothing crashes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../../channels/phone/transcripts/read-transcript.ts'

const word = fc.stringMatching(/^[a-zŵŷâêéñøЖя中🙂']{1,9}$/u)
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const name = fc.constantFrom('Caller', 'Agent', 'Mrs Example', 'Speaker 2', 'Siân')
const turns = fc.array(fc.record({ name, words: sentence }), { minLength: 1, maxLength: 12 })
type Turns = readonly { readonly name: string; readonly words: string }[]

function wholeOf(transcript: string): string {
  const reading = readTranscript({ raw: Buffer.from(transcript) })
  return reading.outcome === 'submission' ? reading.submission.originalText : ''
}

/** Does every word stand in the text, one after the other? */
function expectInOrder(text: string, words: readonly string[]): void {
  let from = 0
  for (const each of words) {
    const at = text.indexOf(each, from)
    expect(at, `${each} is missing in ${text}`).toBeGreaterThanOrEqual(0)
    from = at + each.length
  }
}

const time = (seconds: number, point: string) =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}${point}000`

const formats: Readonly<Record<string, (turns: Turns) => string>> = {
  'WebVTT with voices': (given) =>
    `WEBVTT\n\n${given.map(({ name: who, words }, at) => `${time(at, '.')} --> ${time(at + 1, '.')} region:a\n<v.loud ${who}>${words}</v>\n`).join('\n')}`,
  'WebVTT whose cues are named like comments': (given) =>
    `WEBVTT\n\n${given.map(({ words }, at) => `Keynote ${at}\n${time(at, '.')} --> ${time(at + 1, '.')}\n<i>${words}\n`).join('\n')}`,
  'WebVTT without blank lines': (given) =>
    `WEBVTT\n${given.map(({ words }, at) => `${time(at, '.')} --> ${time(at + 1, '.')}\n${words}`).join('\n')}`,
  SRT: (given) =>
    given
      .map(
        ({ name: who, words }, at) =>
          `${at + 1}\n${time(at, ',')} --> ${time(at + 1, ',')}\n${who}: ${words}\n`,
      )
      .join('\n'),
  'SRT without blank lines': (given) =>
    given.map(({ words }, at) => `${at + 1}\n${time(at, ',')} --> ${time(at + 1, ',')}\n${words}`).join('\n'),
  'SRT with blank lines inside': (given) =>
    given
      .map(
        ({ words }, at) =>
          `${at + 1}\n${time(at, ',')} --> ${time(at + 1, ',')}\n${words.replace(' ', '\n\n')}\n`,
      )
      .join('\n'),
  'SRT with broken times': (given) =>
    given.map(({ words }, at) => `${at + 1}\n0${at}:99 ---> ${at}\n${words}\n`).join('\n'),
  'named lines': (given) => given.map(({ name: who, words }) => `${who}: ${words}`).join('\r\n'),
  'Contact Lens': (given) =>
    JSON.stringify({
      Transcript: given.map(({ name: who, words }) => ({ ParticipantId: who, Content: words })),
    }),
}

describe('a transcript', () => {
  test.each(Object.keys(formats))('as %s loses no word and keeps their order', (format) => {
    fc.assert(
      fc.property(turns, (given) => {
        const words = given.flatMap((turn) => turn.words.split(' '))
        expectInOrder(wholeOf(formats[format]?.(given) ?? ''), words)
      }),
    )
  })

  test.each(['WebVTT with voices', 'SRT', 'named lines', 'Contact Lens'])(
    'as %s says before each turn who speaks',
    (format) => {
      fc.assert(
        fc.property(turns, (given) => {
          const turnsApart = given.filter(({ name: who }, at) => given[at - 1]?.name !== who)
          const speakers = wholeOf(formats[format]?.(given) ?? '')
            .split('\n')
            .map((line) => line.replace(/^\[[\d:]+\] /, '').split(':')[0])
          expect(
            speakers.filter((who) =>
              ['Caller', 'Agent', 'Mrs Example', 'Speaker 2', 'Siân'].includes(who ?? ''),
            ),
          ).toEqual(turnsApart.map((turn) => turn.name))
        }),
      )
    },
  )

  test('of any bytes at all is read or is not, and never crashes', () => {
    const pieces = [
      'WEBVTT\n',
      '00:01.000 --> ',
      '<v ',
      '</v>',
      '&#x',
      ';',
      '{"Transcript":[',
      '\0',
      '\ud800',
      ':',
      '1\n',
      'NOTE ',
      '<UNSURE>',
    ]
    const broken = fc.array(
      fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })),
      { maxLength: 40 },
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      broken.map((all) => Buffer.from(all.join(''))),
    )
    fc.assert(
      fc.property(bytes, (raw) => {
        expect(['submission', 'nothing-to-route', 'unreadable']).toContain(readTranscript({ raw }).outcome)
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same whenever it is read', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const raw = Buffer.from(formats['SRT']?.(given) ?? '')
        expect(readTranscript({ raw })).toEqual(readTranscript({ raw }))
      }),
    )
  })
})
