/** Which care service was it, and where exactly? */
import { reason } from '../../../shared/finding.ts'
import type { Answers, FormContext, FormStep } from '../../../shared/form.ts'
import type { CareServiceId } from '../../../shared/ids.ts'
import { answerTo, shownWords, tooLong } from '../answers.ts'
import { longestLine } from '../limits.ts'
import { organisationChoice } from './organisation.ts'

const notSure = 'not-sure'

function choices(answers: Answers, context: FormContext) {
  return organisationChoice(answers, context)?.careServices ?? []
}

function choice(answers: Answers, context: FormContext) {
  return choices(answers, context).find(({ id }) => id === answerTo(answers, 'careService'))
}

/** Null where the person was not sure, or chose a service before they chose another organisation. */
export function careServiceAnswer(answers: Answers, context: FormContext): CareServiceId | null {
  return choice(answers, context)?.id ?? null
}

export const placeStep: FormStep = {
  name: 'place',
  template: 'place.njk',
  fields: ['careService', 'place'],
  isAsked: () => true,
  problems(answers, context) {
    const isAnswered =
      choices(answers, context).length === 0 ||
      answerTo(answers, 'careService') === notSure ||
      choice(answers, context) !== undefined
    return {
      ...(isAnswered ? {} : { careService: reason('form:place.missing') }),
      ...tooLong(answers, 'place', longestLine),
    }
  },
  shown(answers, context) {
    const where = shownWords('form:place.wordsShort', answers, 'place')
    if (choices(answers, context).length === 0) return [where]
    const name = choice(answers, context)?.name
    return [{ question: reason('form:place.short'), answer: name ?? reason('form:place.notSure') }, where]
  },
}
