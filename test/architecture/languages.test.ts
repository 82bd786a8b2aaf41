/** Whatever is said to people stands in the language files, in every language the same, and nothing stands there unsaid. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../shared/words.ts'
import { root, sourceFiles } from './source-files.ts'

/** `room:path.key` → words, plural forms under one key. */
function textsOf(language: Language): ReadonlyMap<string, string> {
  const folder = join(root, 'services/pages/languages', language)
  const texts = readdirSync(folder).flatMap((file) => {
    const tree: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return leavesOf(tree, `${file.replace('.json', '')}:`)
  })
  return new Map(texts.map(([key, text]) => [key.replace(/_(zero|one|two|few|many|other)$/, ''), text]))
}

function leavesOf(tree: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree !== 'object' || tree === null)
    throw new TypeError(`${path} is neither a text nor a group of texts`)
  const separator = path.endsWith(':') ? '' : '.'
  return Object.entries(tree).flatMap(([key, branch]) => leavesOf(branch, path + separator + key))
}

const english = textsOf('en')
const rooms = new Set([...english.keys()].map((key) => key.split(':')[0] ?? ''))
/** What an API key may do is written like a language key and is none. */
const scopes = ['feedback:write', 'cases:read', 'email:write', 'transcripts:write']

const mention = /(['"`])([a-z][a-z0-9-]*):([A-Za-z][\w.-]*)?(.)/g
const mentions = sourceFiles(['.ts', '.njk'], ['channels', 'router', 'services', 'rules', 'shared'])
  .flatMap(({ path, content }) =>
    [...withoutComments(content).matchAll(mention)].map((match) => ({ path, match })),
  )
  .map(({ path, match: [, quote, room = '', rest = '', next] }) => ({
    path,
    room,
    key: `${room}:${rest}`,
    /** Else the rest of the key is only known when it runs. */
    whole: next === quote && rest !== '' && !rest.endsWith('.'),
  }))
  .filter(({ key }) => !scopes.includes(key))
/** A text may be made of others: `$t(room:path.{{which}})`. */
const nested = [...english.values()].flatMap((text) =>
  [...text.matchAll(/\$t\(([a-z][a-z0-9-]*:[\w.-]*)/g)].map((match) => match[1] ?? ''),
)
const ours = mentions.filter(({ room }) => rooms.has(room))

describe('the language files', () => {
  test('know every key that the code says', () => {
    expect(ours.length).toBeGreaterThan(100)
    const unknown = ours.filter(({ key, whole }) => {
      return whole ? !english.has(key) : ![...english.keys()].some((known) => known.startsWith(key))
    })
    expect(unknown.map(({ path, key }) => `${path}: ${key}`)).toEqual([])
  })

  test('have a room for whatever looks like a key', () => {
    const homeless = mentions.filter(
      ({ room, key, whole }) => whole && /:\w+\.\w/.test(key) && !rooms.has(room),
    )
    expect(homeless.map(({ path, key }) => `${path}: ${key}`)).toEqual([])
  })

  test('hold nothing that the code never says', () => {
    const said = new Set(ours.filter(({ whole }) => whole).map(({ key }) => key))
    const begun = [...new Set([...ours.filter(({ whole }) => !whole).map(({ key }) => key), ...nested])]
    const unsaid = [...english.keys()].filter(
      (key) => !said.has(key) && !begun.some((start) => key.startsWith(start)),
    )
    expect(unsaid).toEqual([])
  })

  const others = languages.filter((language) => language !== 'en')
  test.each(others)('have no key in %s that English lacks', (language) => {
    expect([...textsOf(language).keys()].filter((key) => !english.has(key))).toEqual([])
  })

  test.each(others)('ask in %s for the same parameters as in English', (language) => {
    const different = [...textsOf(language)].filter(
      ([key, text]) => parametersOf(text) !== parametersOf(english.get(key) ?? ''),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test.each(others)('leave no more untranslated in %s than the pages of staff', (language) => {
    const translated = textsOf(language)
    const untranslated = [...english.keys()].filter((key) => !translated.has(key))
    const forThePublic = untranslated.filter((key) =>
      /^(form|page|message|public|kiosk):(?!unreadable\.)/.test(key),
    )
    for (const room of rooms) {
      const keys = untranslated
        .filter((key) => key.startsWith(`${room}:`))
        .map((key) => key.slice(room.length + 1))
      if (keys.length > 0)
        process.stdout.write(`Not yet in ${language}, ${room} (${keys.length}): ${keys.join(' ')}\n`)
    }
    expect(forThePublic).toEqual([])
  })
})

function withoutComments(content: string): string {
  return content.replaceAll(/\/\*.*?\*\//gs, '')
}

function parametersOf(text: string): string {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? '')
  return [...new Set(names.filter((name) => name !== 'count'))].toSorted().join(' ')
}
