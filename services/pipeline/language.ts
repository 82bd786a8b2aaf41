/** The language a person is answered in: what they chose, else what they write in, else English. */
import type { Routing } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Language } from '../../shared/words.ts'

export function languageOf(submission: Submission, routing: Routing): Language {
  if (submission.language !== null) return submission.language
  return routing.classification.language.value === 'cy' ? 'cy' : 'en'
}
