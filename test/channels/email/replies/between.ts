/** Replies that answer between the lines or below them, and words of a fictional person that only look like a program's. */
import { words, type Written } from './written.ts'

const introduction = 'On Mon, 2 Nov 2026 at 09:15, Example Feedback <feedback@hub.example> wrote:'
const kept = (body: string): readonly [string, string] => [body, body]

/** What is expected stands in the third place. */
export const answeredOrKept: readonly Written[] = [
  [
    'answers between two questions',
    `${introduction}\n> Was the ward clean?\n\nNo, the floor was wet.\n\n> Did you feel safe?\n\nNot at night.`,
    '> Was the ward clean?\n\nNo, the floor was wet.\n\n> Did you feel safe?\n\nNot at night.',
  ],
  [
    'a greeting, then answers between',
    `Dear team, my answers:\n\n${introduction}\n> Was the ward clean?\nNo.\n> Did you feel safe?\nNot at night.\n> Kind regards`,
    'Dear team, my answers:\n\n> Was the ward clean?\nNo.\n> Did you feel safe?\nNot at night.',
  ],
  [
    'an answer below the whole quotation',
    `${introduction}\n\n> Was the ward clean?\n> Kind regards\n\n${words}`,
    words,
  ],
  [
    'an answer above and one below',
    `Short answer: no.\n\n${introduction}\n> Was the ward clean?\n\nAnd the floor was wet as well.`,
    'Short answer: no.\n\n> Was the ward clean?\n\nAnd the floor was wet as well.',
  ],
  [
    'a sentence about a confidential letter',
    ...kept(
      'The letter said:\nThis message may contain confidential information.\nIt lay open on the desk for an hour, and everybody could read it.',
    ),
  ],
  [
    'words below a disclaimer they complain about',
    ...kept(
      'Your mail ends so:\n\nIf you are not the intended recipient please delete it.\n\nBut I got it and it was about my neighbour.',
    ),
  ],
  [
    'a line that mentions the line',
    ...kept('I was told to sign above this line and I did.\nThen the form got lost.'),
  ],
  [
    'a marker mentioned in a sentence',
    ...kept(
      'Your form says "please reply above this line" but there was no line at all.\nSo where do I write?',
    ),
  ],
  [
    'a farewell and a second thought',
    ...kept(
      'I waited four hours.\n\nKind regards\nAda Sample\n\nPS: My mother fell as well, please look into that.',
    ),
  ],
  [
    'sent from the ward',
    ...kept(
      'I was sent home at night.\nSent from my ward to another ward at 3 in the morning.\nNobody told my family.',
    ),
  ],
  [
    'who wrote what, as they tell it',
    ...kept(
      'On 2 November 2026 at 09:15 the consultant wrote:\n"No further action".\nThat is not what he told me.',
    ),
  ],
  [
    'a list of people',
    ...kept('From: the ward\nTo: my GP\nNothing ever arrived. I called on Monday and on Tuesday.'),
  ],
  [
    'a heading of their own that programs use too',
    ...kept('You asked for it.\n\nOriginal message\n\nI fell on ward 4 and nobody came.'),
  ],
  [
    'a plea for secrecy',
    ...kept('I waited four hours.\n\nThis email is confidential and only for the complaints manager.'),
  ],
  ['one word and a rule', 'Yes\n\n---\n\n***', 'Yes'],
]
