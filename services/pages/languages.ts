/** The language files, loaded once: keys and parameters in, words out. */
import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type { Reason } from '../../shared/finding.ts'
import { languages, type Language } from '../../shared/words.ts'
import { dayInWords, momentInWords, monthInWords } from './dates-in-words.ts'

export type Params = Readonly<Record<string, string | number>>

export interface Words {
  /** The words for `room:path.key`; English where the language has none, the key itself where nobody has. */
  translate(key: string, params: Params, language: Language): string
  /** A reason of the router or of a form, in words. */
  readonly say: (reason: Reason, language: Language) => string
  /** Is there such a key at all? */
  knows(key: string): boolean
  /** Keys that this language lacks and English has, as `room:path.key`. */
  untranslated(language: Language): readonly string[]
}

const folder = new URL('./languages/', import.meta.url)

interface Tree {
  readonly [key: string]: string | Tree
}

/** Reads `<language>/<room>.json`; a room is an i18next namespace. Throws if a file is not such a tree. */
export function loadWords(): Words {
  const rooms = Object.fromEntries(languages.map((language) => [language, readRooms(language)]))
  const i18n = createInstance()
  void i18n.init({
    resources: rooms,
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(rooms['en'] ?? {}),
    initAsync: false,
    // Nunjucks escapes what it prints; escaping here as well would show entities to people.
    interpolation: { escapeValue: false },
  })
  // In a text: {{dueOn, day}} for a date (YYYY-MM-DD), {{at, moment}} for an instant.
  i18n.services.formatter?.add('day', (value: string, language) => dayInWords(value, asLanguage(language)))
  i18n.services.formatter?.add('month', (value: string, language) =>
    monthInWords(value, asLanguage(language)),
  )
  i18n.services.formatter?.add('moment', (value: string, language) =>
    momentInWords(value, asLanguage(language)),
  )
  const fixed = Object.fromEntries(languages.map((language) => [language, i18n.getFixedT(language)]))
  const translate: Words['translate'] = (key, params, language) => fixed[language]?.(key, params) ?? key
  return {
    translate,
    say: (reason, language) => translate(reason.key, reason.params ?? {}, language),
    knows: (key) => i18n.exists(key),
    untranslated: (language) => missing(keysOf(rooms['en'] ?? {}), keysOf(rooms[language] ?? {})),
  }
}

function asLanguage(code: string | undefined): Language {
  return languages.find((language) => language === code) ?? 'en'
}

function readRooms(language: Language): Readonly<Record<string, Tree>> {
  const own = new URL(`${language}/`, folder)
  const files = readdirSync(own).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => {
      const read: unknown = JSON.parse(readFileSync(new URL(name, own), 'utf8'))
      if (!isTree(read))
        throw new TypeError(`Language file ${language}/${name} may hold only texts and groups of texts`)
      return [name.slice(0, -'.json'.length), read]
    }),
  )
}

function isTree(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((item) => typeof item === 'string' || isTree(item))
}

function keysOf(rooms: Readonly<Record<string, Tree>>): readonly string[] {
  return Object.entries(rooms).flatMap(([room, tree]) => leaves(tree, []).map((path) => `${room}:${path}`))
}

function leaves(tree: Tree, path: readonly string[]): readonly string[] {
  return Object.entries(tree).flatMap(([key, item]) =>
    typeof item === 'string' ? [[...path, key].join('.')] : leaves(item, [...path, key]),
  )
}

/** Plural forms differ between languages, so they are compared by the key before the form. */
function missing(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const known = new Set(present.map(withoutPlural))
  return [...new Set(wanted.map(withoutPlural))].filter((key) => !known.has(key))
}

function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}
