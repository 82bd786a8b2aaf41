/** Secrets of others, read from standard input: as arguments they would stand in the list of processes and in the shell's history. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** What is asked; never what is typed. */
  readonly ask: (text: string) => void
}

const ourTerminal: Terminal = {
  input: process.stdin,
  ask: (text) => void process.stderr.write(text),
}

/** One line for each name. A person is asked for one after the other, and nothing they type is shown. Null: too few. */
export async function readSecrets(
  names: readonly string[],
  { input, ask }: Terminal = ourTerminal,
): Promise<readonly string[] | null> {
  const isPerson = input.isTTY === true
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: isPerson })
  const read: string[] = []
  const askNext = () => isPerson && ask(`${names[read.length] ?? ''}: `)
  try {
    askNext()
    for await (const line of lines) {
      if (isPerson) ask('\n')
      if (line.trim() === '') return null
      if (read.push(line.trim()) === names.length) return read
      askNext()
    }
    return null
  } finally {
    lines.close()
  }
}
