/** Messages left on the line, their recordings and words, and transcripts that others made. */
import { twilioSettings, type Fields } from '../../channels/sms/texts.ts'
import type { ChannelExample, DoorExample, Message } from '../example.ts'
import type { Site } from '../site.ts'
import { bearer, noise, noiseOf, post, postTwilio } from './ask.ts'

const at = (name: string) =>
  `/channels/phone/twilio/${name}?step=recorded&language=en&to=${encodeURIComponent(twilioSettings.number)}`

const callOf = ({ id }: Message): Fields => ({
  CallSid: `CA${id}`,
  From: '+447700900123',
  To: twilioSettings.number,
})

/** The sound is fetched from Twilio; without a file it is silence of a kind. */
function recordingOf({ twilio }: Site, message: Message): Fields {
  const path = `/2010-04-01/Accounts/${twilioSettings.accountSid}/Recordings/RE${message.id}`
  twilio.pictures.set(`${path}.mp3`, message.file?.content ?? Buffer.from('a made-up sound'))
  return {
    ...callOf(message),
    RecordingSid: `RE${message.id}`,
    RecordingUrl: twilio.url + path,
    RecordingDuration: '7',
    RecordingStatus: 'completed',
  }
}

const transcriptionOf = (_: Site, message: Message): Fields => ({
  ...callOf(message),
  TranscriptionSid: `TR${message.id}`,
  TranscriptionStatus: 'completed',
  TranscriptionText: message.words,
})

function lineDoor(
  name: string,
  fieldsOf: (site: Site, message: Message) => Fields,
  carries: Pick<DoorExample, 'carriesWords' | 'carriesFile'>,
): DoorExample {
  return {
    bring: (site, message) => postTwilio(site, at(name), fieldsOf(site, message)),
    forge: (site, message) => postTwilio(site, at(name), fieldsOf(site, message), '/another/path'),
    garble: (site, id) => postTwilio(site, at(name), { [noise.toString('latin1')]: id }),
    gives: 'submission',
    ...carries,
  }
}

const transcriptPath = '/channels/phone/transcripts'
const captions = ({ words }: Message) => `WEBVTT\n\n00:01.000 --> 00:09.000\n<v Caller>${words}\n`

const transcripts: DoorExample = {
  bring: async (site, message) =>
    post(site, transcriptPath, 'text/vtt', captions(message), bearer(await site.keyFor('transcripts:write'))),
  forge: (site, message) => post(site, transcriptPath, 'text/vtt', captions(message), bearer('made-up')),
  garble: async (site, id) =>
    post(site, transcriptPath, 'text/vtt', noiseOf(id), bearer(await site.keyFor('transcripts:write'))),
  gives: 'submission',
  carriesWords: true,
  carriesFile: false,
}

export const phoneExample: ChannelExample = {
  doors: {
    'phone-transcripts': transcripts,
    'phone-voice': lineDoor('voice', recordingOf, { carriesWords: false, carriesFile: true }),
    'phone-recording': lineDoor('recording', recordingOf, { carriesWords: false, carriesFile: true }),
    'phone-transcription': lineDoor('transcription', transcriptionOf, {
      carriesWords: true,
      carriesFile: false,
    }),
  },
}
