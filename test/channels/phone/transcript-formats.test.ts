/** One call, four ways of writing it down: who spoke, in which order, and the caller's words first. */
import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../../channels/phone/transcripts/read-transcript.ts'

function submissionIn(transcript: string | Uint8Array) {
  const reading = readTranscript({
    raw: typeof transcript === 'string' ? Buffer.from(transcript) : transcript,
  })
  if (reading.outcome !== 'submission') throw new Error(`It was read as ${JSON.stringify(reading)}`)
  return reading.submission
}

const caller = [
  'I waited five hours with my mother in Ashgrove.',
  'Nobody brought her water. Diolch am wrando 🙏',
]

const webVtt = `WEBVTT
Language: en-GB

NOTE an export of the telephone system

intro
00:00:01.000 --> 00:00:03.000
<v Agent>How can I help?</v>

00:00:04.000 --> 00:00:06.000
<v Mrs Example>I waited five hours</v>

00:00:06.000 --> 00:00:08.000
<v Mrs Example>with my mother in Ashgrove.</v>

00:00:09.000 --> 00:00:10.000
<v Agent>I am sorry.</v>

00:00:11.000 --> 00:00:14.000
<v Mrs Example>Nobody brought her water. Diolch am wrando 🙏</v>
`

const srt = `1
00:00:01,000 --> 00:00:03,000
Agent: How can I help?

2
00:00:04,000 --> 00:00:06,000
Mrs Example: I waited five hours
with my mother in Ashgrove.

3
00:00:09,000 --> 00:00:10,000
Agent: I am sorry.

4
00:00:11,000 --> 00:00:14,000
Mrs Example: Nobody brought her water. Diolch am wrando 🙏
`

const lines = `[00:00:01] Agent: How can I help?
[00:00:04] Mrs Example: I waited five hours with my mother in Ashgrove.
[00:00:09] Agent: I am sorry.
[00:00:11] Mrs Example: Nobody brought her water. Diolch am wrando 🙏`

const contactLens = JSON.stringify({
  Version: '1.1.0',
  LanguageCode: 'en-GB',
  Participants: [
    { ParticipantId: 'p1', ParticipantRole: 'AGENT' },
    { ParticipantId: 'p2', ParticipantRole: 'CUSTOMER' },
  ],
  CustomerMetadata: { ContactId: 'example-contact-1' },
  Transcript: [
    { ParticipantId: 'p1', Content: 'How can I help?', BeginOffsetMillis: 1000 },
    { ParticipantId: 'p2', Content: 'I waited five hours', BeginOffsetMillis: 4000 },
    { ParticipantId: 'p2', Content: 'with my mother in Ashgrove.', BeginOffsetMillis: 6000 },
    { ParticipantId: 'p1', Content: 'I am sorry.', BeginOffsetMillis: 9000 },
    {
      ParticipantId: 'p2',
      Content: 'Nobody brought her water. Diolch am wrando 🙏',
      BeginOffsetMillis: 11000,
    },
  ],
})

describe('a transcript', () => {
  test.each([
    ['WebVTT with voices', webVtt, 'Agent', 'Mrs Example'],
    ['SRT with names', srt, 'Agent', 'Mrs Example'],
    ['lines with names and times', lines, 'Agent', 'Mrs Example'],
    ['Contact Lens', contactLens, 'AGENT', 'CUSTOMER'],
  ])(
    'as %s gives the caller’s words, and the whole conversation beside them',
    (_, transcript, agent, name) => {
      const { text, originalText } = submissionIn(transcript)
      expect(text).toBe(caller.join('\n'))
      expect(originalText.split('\n')).toEqual([
        `[00:00:01] ${agent}: How can I help?`,
        `[00:00:04] ${name}: ${caller[0] ?? ''}`,
        `[00:00:09] ${agent}: I am sorry.`,
        `[00:00:11] ${name}: ${caller[1] ?? ''}`,
      ])
    },
  )

  test('says in which language it is, where it knows, and which call it was', () => {
    expect(submissionIn(webVtt).language).toBe('en')
    expect(submissionIn(contactLens)).toMatchObject({
      language: 'en',
      thread: { messageId: 'example-contact-1', references: ['example-contact-1'] },
    })
    expect(submissionIn(webVtt.replace('en-GB', 'cy')).language).toBe('cy')
    expect(submissionIn(lines).language).toBeNull()
  })

  test('of two callers names each of them', () => {
    const { text } = submissionIn('Agent: Hello.\nFather: We are cross.\nDaughter: Very.\nAgent: I see.')
    expect(text).toBe('Father: We are cross.\nDaughter: Very.')
  })

  test('keeps two people of the same part apart', () => {
    const three = ['AGENT', 'CUSTOMER', 'CUSTOMER']
    const { text } = submissionIn(
      JSON.stringify({
        Participants: three.map((ParticipantRole, at) => ({ ParticipantId: `p${at}`, ParticipantRole })),
        Transcript: [
          { ParticipantId: 'p1', Content: 'It was cold.' },
          { ParticipantId: 'p2', Content: 'It was not.' },
        ],
      }),
    )
    expect(text).toBe('CUSTOMER p1: It was cold.\nCUSTOMER p2: It was not.')
  })

  test('in which only staff seem to speak keeps everybody', () => {
    const { text } = submissionIn('Nurse: I want to complain.\nOperator: Go on.')
    expect(text).toBe('Nurse: I want to complain.\nOperator: Go on.')
  })

  test('that names nobody is kept line for line', () => {
    const words = 'She rang at noon.\nShe said this: it was cold.\nShe hung up.'
    expect(submissionIn(words)).toMatchObject({ text: words, originalText: words })
  })

  test('from a real-time stream and from call analytics is read like the others', () => {
    const items = [
      { ParticipantRole: 'AGENT', Content: 'Hello.' },
      { ParticipantRole: 'CUSTOMER', Content: 'The ward was cold.' },
    ]
    expect(submissionIn(JSON.stringify({ Transcript: items })).text).toBe('The ward was cold.')
    const segments = items.map((item) => ({ Transcript: item }))
    expect(submissionIn(JSON.stringify({ ContactId: 'c', Segments: segments })).text).toBe(
      'The ward was cold.',
    )
  })

  test('in UTF-16 or in old Windows letters keeps its accents, and a guess is said', () => {
    const words = 'Galwr: Roedd y tŷ bach yn fudr.'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])
    expect(submissionIn(utf16).text).toBe('Roedd y tŷ bach yn fudr.')
    const windows = submissionIn(Buffer.from('Caller: The café was closed.', 'latin1'))
    expect(windows.text).toBe('The café was closed.')
    expect(windows.remarks).toEqual([{ key: 'phone:remark.lettersGuessed' }])
  })

  test('in JSON that is closed once too often is whole all the same', () => {
    expect(submissionIn('{"Transcript":[{"Content":"It is \\"cold}\\"."}]}\n}').text).toBe('It is "cold}".')
  })

  test.each([
    ['a header and no words', 'WEBVTT\n\nNOTE nothing was said\n'],
    ['blanks', ' \n\t\n'],
    ['silence in JSON', '{"Transcript":[{"ParticipantId":"p1","Content":" "}]}'],
  ])('with %s is nothing to route', (_, transcript) => {
    expect(readTranscript({ raw: Buffer.from(transcript) })).toMatchObject({
      outcome: 'nothing-to-route',
      why: 'empty',
    })
  })

  test.each([
    ['a recording', Buffer.from(Array.from({ length: 400 }, (_, at) => at % 7)), 'phone:unreadable.notText'],
    ['half a JSON file', Buffer.from('{"Transcript":[{"Content":"He'), 'phone:unreadable.json'],
    ['two JSON files in one', Buffer.from('{"Transcript":[]}{"Transcript":[]}'), 'phone:unreadable.json'],
    ['another JSON file', Buffer.from('{"results":[]}'), 'phone:unreadable.shape'],
    ['a turn that is no text', Buffer.from('{"Transcript":[{"Content":7}]}'), 'phone:unreadable.shape'],
  ])('that is %s goes to a person', (_, raw, key) => {
    expect(readTranscript({ raw })).toEqual({ outcome: 'unreadable', problem: { key } })
  })
})
