/** What a person is told of a joint meeting that they are invited to: when, where and what for, and what became of it. */
import { segmentsOf } from '../../../channels/sms/segments.ts'
import { momentInWords } from '../../pages/dates-in-words.ts'
import { languageOfCase, type CaseToTell, type Telling, type ToPerson } from './telling.ts'

export interface MeetingToTell {
  readonly meetsAt: Date
  readonly place: string
  readonly purpose: string
  /** When it was to be before; null: that did not change. */
  readonly movedFrom: Date | null
  /** Why it was moved or cancelled. */
  readonly because: string
}

/** As many parts of a text as say it with the reason and are still read. */
const mostParts = 3

export function wordsOfMeeting(
  about: CaseToTell,
  organisation: string,
  what: 'invited' | 'moved' | 'cancelled',
  meeting: MeetingToTell,
  { words }: Telling,
): Pick<ToPerson, 'subject' | 'body'> {
  const language = languageOfCase(about)
  const { meetsAt, place, purpose, because } = meeting
  const params = {
    organisation,
    reference: about.reference,
    moment: momentInWords(meetsAt, language),
    before: momentInWords(meeting.movedFrom ?? meetsAt, language),
    place,
    purpose,
    because,
  }
  const say = (key: string) => words.translate(`consent:${key}`, params, language)
  const list = (...keys: readonly string[]) => keys.map((key) => `- ${say(`meeting.${key}`)}`).join('\n')
  const said = {
    invited: [
      say('meeting.invited'),
      list('when', 'where', 'what'),
      say('meeting.free'),
      say('meeting.answer'),
    ],
    moved: [say('meeting.moved'), list('when', 'where', 'why'), say('meeting.again'), say('meeting.answer')],
    cancelled: [say('meeting.cancelled'), list('why'), say('meeting.goes-on'), say('meeting.ask')],
  }
  return {
    subject: say('news.subject'),
    body(way) {
      if (way !== 'sms') return [say('elsewhere.hello'), ...said[what]].join('\n\n')
      const full = say(`meeting.text.${what}`)
      return segmentsOf(full).count <= mostParts ? full : say(`meeting.short.${what}`)
    },
  }
}
