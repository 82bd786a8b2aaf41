/** Texts and what became of ours, from both providers. */
import { notifySettings, textFields, twilioSettings, type Fields } from '../../channels/sms/texts.ts'
import type { Bring, ChannelExample, DoorExample, Message } from '../example.ts'
import { waitFor, type Site } from '../site.ts'
import { bearer, noise, noiseOf, post, postTwilio } from './ask.ts'

const textPath = '/channels/sms/twilio'
const statePath = `${textPath}/status`

/** Everybody has a number of their own, so that nobody's text joins another's case. */
function numberOf({ id }: Message): string {
  const digits = Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 7)
  return `+447700${String(digits).padStart(6, '0')}`
}

/** A picture is fetched from Twilio; it is there before the text that names it. */
function fieldsOf({ twilio }: Site, message: Message): Fields {
  const fields = textFields({ MessageSid: `SM${message.id}`, From: numberOf(message), Body: message.words })
  if (message.file === null) return fields
  const path = `/media/${message.id}`
  twilio.pictures.set(path, message.file.content)
  return { ...fields, NumMedia: '1', MediaUrl0: twilio.url + path, MediaContentType0: 'image/png' }
}

const bringText: Bring = (site, message) => postTwilio(site, textPath, fieldsOf(site, message))

const twilioTexts: DoorExample = {
  bring: bringText,
  forge: (site, message) => postTwilio(site, textPath, fieldsOf(site, message), '/another/path'),
  garble: (site, id) => postTwilio(site, textPath, { [noise.toString('latin1')]: id }),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

const stateFields = ({ id }: Message) => ({
  MessageSid: `SM${id}`,
  MessageStatus: 'delivered',
  To: '+447700900123',
})

const twilioStates: DoorExample = {
  bring: (site, message) => postTwilio(site, statePath, stateFields(message)),
  forge: (site, message) => postTwilio(site, statePath, stateFields(message), textPath),
  garble: (site, id) => postTwilio(site, statePath, { [noise.toString('latin1')]: id }),
  gives: 'nothing-to-route',
  carriesWords: false,
  carriesFile: false,
}

function notify(path: string, documentOf: (message: Message) => object) {
  const ask = (site: Site, body: string | Buffer, token: string) =>
    post(site, path, 'application/json', body, bearer(token))
  return {
    bring: (site, message) => ask(site, JSON.stringify(documentOf(message)), notifySettings.callbackToken),
    forge: (site, message) => ask(site, JSON.stringify(documentOf(message)), 'another-token'),
    garble: (site, id) => ask(site, noiseOf(id), notifySettings.callbackToken),
    carriesFile: false,
  } satisfies Partial<DoorExample>
}

const notifyTexts: DoorExample = {
  ...notify('/channels/sms/notify', (message) => ({
    id: message.id,
    source_number: numberOf(message),
    destination_number: '07700900999',
    message: message.words,
    date_received: '2026-11-16T09:30:00.000000Z',
  })),
  gives: 'submission',
  carriesWords: true,
}

const notifyStates: DoorExample = {
  ...notify('/channels/sms/notify/status', ({ id }) => ({ id, status: 'delivered', to: '+447700900123' })),
  gives: 'nothing-to-route',
  carriesWords: false,
}

/** Back from the person's own number, as a forwarding telephone would, and as if we had texted ourselves. */
async function echo(site: Site, message: Message): Promise<number> {
  const to = numberOf(message)
  const Body = await waitFor(() => {
    const sent = site.twilio.sent.find(({ fields }) => fields['To'] === to)?.fields['Body']
    if (sent === undefined) throw new Error('Nothing was texted back yet')
    return sent
  })
  const senders = [to, twilioSettings.number]
  for (const [at, From] of senders.entries()) {
    await postTwilio(site, textPath, textFields({ MessageSid: `SM${message.id}echo${at}`, From, Body }))
  }
  return senders.length
}

export const smsExample: ChannelExample = {
  doors: {
    'sms-twilio': twilioTexts,
    'sms-twilio-status': twilioStates,
    'sms-notify': notifyTexts,
    'sms-notify-status': notifyStates,
  },
  echo: { bring: bringText, echo },
}
