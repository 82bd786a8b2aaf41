/** What a channel read out of a delivery and its evidence: the one normalised shape. */
import type { CareServiceId, OrganisationId, StaffId } from './ids.ts'
import type { Reason } from './finding.ts'
import type { ChannelName, Kind, Language } from './words.ts'

export interface Submission {
  readonly channel: ChannelName
  /** What the person chose or wrote in, where the channel knows; null leaves it to the router. */
  readonly language: Language | null
  /** Only the person's new words. */
  readonly text: string
  /** Everything, quoted history and signature included: always one click away. */
  readonly originalText: string
  readonly subject: string | null
  /** Did the person themselves say what this is? */
  readonly kindChosen: Kind | null
  /** Which question were they answering, when the words are an answer? */
  readonly question: string | null
  /** 1 (very poor) to 5 (very good), if they gave one. */
  readonly rating: number | null
  readonly person: Person
  /** On whose behalf do they write? */
  readonly affected: Affected
  readonly about: About
  /** What would they like to happen? */
  readonly wantedOutcome: string | null
  readonly preferences: Preferences
  readonly attachments: readonly Attachment[]
  readonly thread: Thread
  /** The sender's own date, an ISO instant; never trusted for a clock. Null where absent or absurd. */
  readonly sentAt: string | null
  /** Staff recorded what came in writing, such as a letter: it was not said, so it cannot be settled as something said. */
  readonly inWriting?: true
  /** Said into a microphone or a camera and not written, by a way by which people mostly write. */
  readonly spoken?: true
  /** What they answered when asked whether it may be shared with other organisations, before anybody knew with which. */
  readonly consentTold?: ConsentTold
  /** May a machine answer this (RFC 3834), or would that risk a loop or a list? */
  readonly autoReply: 'allowed' | 'forbidden'
  /** Whoever took it in, out of an archive, chose that no machine writes to the person now. */
  readonly takenInQuietly?: true
  /** What a reader should know about how this was read: missing sender, date in the future, guessed charset. */
  readonly remarks: readonly Reason[]
}

/** Absent where it was not answered: that is neither. */
export type ConsentTold =
  | { readonly said: 'yes' | 'no'; readonly how: 'web-form' }
  | {
      readonly said: 'yes' | 'no'
      readonly how: 'recorded-call' | 'signed-letter' | 'in-person'
      /** Who wrote it down. */
      readonly by: StaffId
    }

export interface Person {
  readonly name: string | null
  readonly email: string | null
  /** As typed or received; the sms and phone channels bring it to E.164. */
  readonly phone: string | null
  readonly address: string | null
}

export type Affected =
  | { readonly who: 'self' }
  | { readonly who: 'unstated' }
  | {
      readonly who: 'other'
      readonly name: string | null
      /** How are they related, in the person's words? */
      readonly relationship: string | null
      /** On what authority may the one act for the other (SI 2009/309 reg 5(2))? */
      readonly authority: 'asked' | 'child' | 'no-capacity' | 'deceased' | 'unstated'
    }

export interface About {
  /** The organisation the person chose, having been told that it will receive this. */
  readonly organisation: OrganisationId | null
  readonly careService: CareServiceId | null
  /** A ward, a street, a clinic: in their words. */
  readonly place: string | null
  /** When did it happen, as a calendar date (YYYY-MM-DD), if they said? */
  readonly happenedOn: string | null
  /** When did they come to know, if later (reg 12)? */
  readonly knownSince: string | null
}

export interface Preferences {
  readonly contactBy: 'email' | 'sms' | 'phone' | 'post' | 'none' | null
  /** May we leave a message on an answering machine? */
  readonly answerphone: boolean | null
  /** Large print, an interpreter, Easy Read: what do they need (DAPB1605)? */
  readonly needs: string | null
}

/** One file that came along. The bytes stand beside the submission, found by hash. */
export interface Attachment {
  readonly name: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** What ties this to an earlier message. Never the subject line. */
export interface Thread {
  /** The channel's own id of this message, such as a Message-ID. */
  readonly messageId: string | null
  /** Ids it answers, oldest first. */
  readonly references: readonly string[]
  /** A signed reply token found in the address or Message-ID, unverified as yet. */
  readonly replyToken: string | null
  /** Was it only named in an id that this answers? What was sent elsewhere is not addressed to that case. */
  readonly tokenOnlyInIds?: true
  /** Both ends, theirs first, where the channel has no threads but goes on between the same two (SMS). */
  readonly conversation?: Conversation
}

export interface Conversation {
  readonly theirs: string
  readonly ours: string
}

/** A submission in which only the words are known; the rest is what silence means. */
export function submissionOf(given: Pick<Submission, 'channel' | 'text'> & Partial<Submission>): Submission {
  return {
    language: null,
    originalText: given.text,
    subject: null,
    kindChosen: null,
    question: null,
    rating: null,
    person: { name: null, email: null, phone: null, address: null },
    affected: { who: 'unstated' },
    about: { organisation: null, careService: null, place: null, happenedOn: null, knownSince: null },
    wantedOutcome: null,
    preferences: { contactBy: null, answerphone: null, needs: null },
    attachments: [],
    thread: { messageId: null, references: [], replyToken: null },
    sentAt: null,
    autoReply: 'allowed',
    remarks: [],
    ...given,
  }
}
