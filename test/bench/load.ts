/** Load from outside: many HTTP posts and many SMTP transactions at once, each timed from first byte to the answer. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { rateOf, type Rate } from './figure.ts'

/** About 2 kB, as people write it; the same for every measurement. */
export const letter = `${'I waited on the ward for six hours and nobody told my mother what was going to happen next. '.repeat(21)}Thank you for reading this.`

export interface PostTarget {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts one JSON letter after another on each connection. Throws if one is not answered 202. */
export async function postFor(target: PostTarget, seconds: number, connections: number): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const until = performance.now() + seconds * 1_000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) latencies.push(await post(target, agent))
    }),
  )
  agent.destroy()
  return rateOf(latencies, (performance.now() - started) / 1_000)
}

function post({ url, headers = {} }: PostTarget, agent: Agent): Promise<number> {
  const body = JSON.stringify({ text: `${letter} ${randomUUID()}` })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 202) resolve(performance.now() - began)
          else reject(new Error(`Answered ${String(response.statusCode)} instead of 202`))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends one mail after another on each connection. Throws if one is not answered 250. */
export async function mailFor(port: number, seconds: number, connections: number): Promise<Rate> {
  const latencies: number[] = []
  const until = performance.now() + seconds * 1_000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await connectSmtp(port)
      while (performance.now() < until) latencies.push(await client.send())
      client.close()
    }),
  )
  return rateOf(latencies, (performance.now() - started) / 1_000)
}

/** One mail over a connection of its own; resolves when it is accepted. */
export async function mailOne(port: number): Promise<void> {
  const client = await connectSmtp(port)
  await client.send()
  client.close()
}

/** A plain SMTP client, so that the load costs less than what it measures. */
async function connectSmtp(port: number) {
  const socket: Socket = createConnection({ port, host: '127.0.0.1' })
  socket.setNoDelay(true)
  const answers: ((line: string) => void)[] = []
  let buffered = ''
  socket.on('data', (chunk) => {
    buffered += chunk.toString('latin1')
    for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
      const line = buffered.slice(0, end)
      buffered = buffered.slice(end + 2)
      if (line[3] !== '-') answers.shift()?.(line)
    }
  })
  const expecting = async (code: string, say: string | null): Promise<void> => {
    const answer = new Promise<string>((resolve) => answers.push(resolve))
    if (say !== null) socket.write(`${say}\r\n`)
    const line = await answer
    if (!line.startsWith(code)) throw new Error(`The server said "${line}" instead of ${code}`)
  }
  await expecting('220', null)
  await expecting('250', 'EHLO bench.example')
  return {
    async send(): Promise<number> {
      const began = performance.now()
      await expecting('250', 'MAIL FROM:<ann@people.example>')
      await expecting('250', 'RCPT TO:<feedback@hub.example>')
      await expecting('354', 'DATA')
      await expecting('250', `${mail()}\r\n.`)
      return performance.now() - began
    },
    close: () => socket.end('QUIT\r\n'),
  }
}

function mail(): string {
  const id = randomUUID()
  return [
    'From: Ann Example <ann@people.example>',
    'To: feedback@hub.example',
    'Subject: About the ward',
    `Message-ID: <${id}@people.example>`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    letter,
  ].join('\r\n')
}
