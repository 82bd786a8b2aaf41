/** The composed draft as the person reads it, in their language: sentences from the language files, kept words as they are. */
import type { ComposedSection, Paragraph } from '../../shared/joint/composition.ts'
import type { ResponseText } from '../../shared/joint/response.ts'
import type { Language } from '../../shared/words.ts'
import { dayInWords } from '../pages/dates-in-words.ts'
import type { Words } from '../pages/languages.ts'

type Translate = Pick<Words, 'translate'>

export function putIntoWords(
  sections: readonly ComposedSection[],
  words: Translate,
  language: Language,
): ResponseText {
  return sections.map(({ name, issue, organisation, paragraphs }) => ({
    name,
    issue,
    organisation,
    text: paragraphs.map((paragraph) => said(paragraph, words, language)).join('\n\n'),
  }))
}

function said(paragraph: Paragraph, words: Translate, language: Language): string {
  if ('kept' in paragraph) return paragraph.kept
  const { key, params = {} } = paragraph.says
  const inWords: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params)) inWords[name] = inLanguage(name, value, language)
  return words.translate(key, inWords, language)
}

function inLanguage(name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  if (name === 'day') return dayInWords(value, language)
  if (name === 'numbers' || name === 'organisations') {
    return new Intl.ListFormat(language === 'cy' ? 'cy' : 'en-GB').format(value.split('|'))
  }
  return value
}
