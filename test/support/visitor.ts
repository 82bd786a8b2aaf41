/** A browser without a script: keeps cookies, follows redirects, sends forms as a browser would. */
export interface Page {
  readonly status: number
  /** Path and query it ended at. */
  readonly at: string
  readonly html: string
  readonly headers: Headers
}

export interface Visitor {
  get(path: string): Promise<Page>
  /** Sends these fields, with those hidden in the page shown last. */
  send(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Page>
  /** Sends files chosen in the page's input of that name as well. */
  sendFiles(
    path: string,
    name: string,
    files: readonly File[],
    fields?: Readonly<Record<string, string>>,
  ): Promise<Page>
  download(path: string): Promise<Buffer>
  readonly cookies: Map<string, string>
}

/** `always`: headers of every request, such as those of a proxy that stands between. */
export function createVisitor(base: string, always: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>()
  let hidden: Readonly<Record<string, string>> = {}

  function fetchAs(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers({ ...always, ...Object.fromEntries(new Headers(init.headers)), cookie })
    return fetch(base + path, { ...init, headers, redirect: 'manual' })
  }

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const response = await fetchAs(path, init)
    for (const line of response.headers.getSetCookie()) keep(line)
    const location = response.headers.get('location')
    if (location !== null) {
      await response.arrayBuffer()
      return ask(location, {})
    }
    const html = await response.text()
    hidden = hiddenIn(html)
    return { status: response.status, at: path, html, headers: response.headers }
  }

  function keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name !== undefined && value !== undefined) cookies.set(name, value)
  }

  return {
    cookies,
    get: (path) => ask(path, {}),
    async download(path) {
      const response = await fetchAs(path, {})
      if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
      return Buffer.from(await response.arrayBuffer())
    },
    sendFiles(path, name, files, fields = {}) {
      const body = new FormData()
      for (const [field, value] of Object.entries({ ...hidden, ...fields })) body.append(field, value)
      for (const file of files) body.append(name, file)
      return ask(path, { method: 'POST', body, headers: { origin: base, 'sec-fetch-site': 'same-origin' } })
    },
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ ...hidden, ...fields }),
        headers: { origin: base, 'sec-fetch-site': 'same-origin', ...headers },
      }),
  }
}

function hiddenIn(html: string): Readonly<Record<string, string>> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

/** The words of a page as a person reads them: no tags, single blanks, entities undone. */
export function wordsOf(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html
  return main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
