/** Requests of civic apps, in both formats. */
import type { ChannelExample, DoorExample, Message } from '../example.ts'
import type { Site } from '../site.ts'
import { noise, post } from './ask.ts'

function requests(format: 'json' | 'xml'): DoorExample {
  const ask = (site: Site, id: string, fields: Readonly<Record<string, string>>) =>
    post(
      site,
      `/open311/v2/requests.${format}`,
      'application/x-www-form-urlencoded',
      new URLSearchParams(fields).toString(),
      { 'idempotency-key': `${format}-${id}` },
    )
  const inParts = async (site: Site, { id, words, file }: Message) => {
    const form = new FormData()
    form.append('service_code', 'not-sure')
    form.append('description', words)
    if (file !== null) form.append('media', new File([Buffer.from(file.content)], file.name))
    const sent = new Response(form)
    return post(
      site,
      `/open311/v2/requests.${format}`,
      sent.headers.get('content-type') ?? '',
      Buffer.from(await sent.arrayBuffer()),
      { 'idempotency-key': `${format}-${id}` },
    )
  }
  const fieldsOf = ({ words }: Message) => ({ service_code: 'not-sure', description: words })
  return {
    bring: (site, message) =>
      message.file === null ? ask(site, message.id, fieldsOf(message)) : inParts(site, message),
    forge: (site, message) => ask(site, message.id, { ...fieldsOf(message), api_key: 'made-up' }),
    garble: (site, id) => ask(site, id, { [noise.toString('latin1')]: id }),
    gives: 'submission',
    carriesWords: true,
    carriesFile: true,
  }
}

export const open311Example: ChannelExample = {
  doors: { 'open311-json': requests('json'), 'open311-xml': requests('xml') },
}
