/** A file of JSON that somebody names on the command line: its value, or a sentence for them about what is wrong with it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { z } from 'zod'

/** What a person is told who named a file that is missing, no JSON, or of another shape. */
export class WrongFile extends Error {}

export function readJsonFile(file: string): unknown {
  needsFile(file)
  if (statSync(file).isDirectory()) throw new WrongFile(`${file} is a folder. Name a file of JSON.`)
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new WrongFile(`${file} is no JSON: ${error.message}`)
  }
}

export function needsFile(file: string): void {
  if (!existsSync(file)) throw new WrongFile(`There is no file ${file}.`)
}

/** The value in its shape; else the sentence names the first field that is wrong. */
export function inShape<T>(shape: z.ZodType<T>, value: unknown, file: string): T {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = (first?.path ?? []).map(step).join('').replace(/^\./, '')
  throw new WrongFile(`${file} cannot be used: ${place === '' ? '' : `${place}: `}${first?.message ?? ''}`)
}

function step(key: PropertyKey): string {
  return typeof key === 'number' ? `[${key}]` : `.${String(key)}`
}
