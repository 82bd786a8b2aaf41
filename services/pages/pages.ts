/** Templates and words together: a page's name and what it shows in, HTML out. */
import nunjucks from 'nunjucks'
import type { Reason } from '../../shared/finding.ts'
import { safeName } from '../../shared/text/file-name.ts'
import type { Language } from '../../shared/words.ts'
import { assetsBase } from './assets.ts'
import { dayInWords, momentInWords } from './dates-in-words.ts'
import { loadWords, type Params, type Words } from './languages.ts'
import { templateLoader } from './template-loader.ts'
import type { View } from './view.ts'

/** What the frame of every page says about this hub. Asked anew for each page: the directory can change. */
export interface Site {
  /** The organisation that runs this hub. */
  readonly hostName: string
  /** Is the directory the fictional example? Then every page says so. */
  readonly example: boolean
}

export interface Pages extends Words {
  /** `template` such as 'public/home.njk'. In it: t(key, params), say(reason), wrong(problem), day(date), moment(instant), view, site; name | fileName for a file from outside. */
  render(template: string, context: object, view: View): string
}

export function createPages(parts: { readonly site: () => Site }): Pages {
  const words = loadWords()
  const environment = new nunjucks.Environment(templateLoader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  environment.addFilter('fileName', safeName)
  return {
    ...words,
    render: (template, context, view) =>
      environment.render(template, { ...context, ...frame(words, view, parts.site()) }),
  }
}

function frame(words: Words, view: View, site: Site): object {
  const { language } = view
  return {
    t: (key: string, params: Params = {}) => words.translate(key, params, language),
    say: (reason: Reason) => words.say(reason, language),
    wrong: (problem?: Reason) => problem && errorMessage(words, problem, language),
    day: (date: string) => dayInWords(date, language),
    moment: (instant: string | Date) => momentInWords(instant, language),
    otherLanguage: otherThan(language),
    htmlLang: language,
    cspNonce: view.nonce,
    assetsBase,
    view,
    site,
  }
}

/** What a component's errorMessage wants. */
function errorMessage(words: Words, problem: Reason, language: Language): object {
  const visuallyHiddenText = words.translate('page:error.word', {}, language)
  return { text: words.say(problem, language), visuallyHiddenText }
}

function otherThan(language: Language): Language {
  return language === 'en' ? 'cy' : 'en'
}
