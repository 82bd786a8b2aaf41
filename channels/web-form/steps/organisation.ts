/** Which organisation is it about? It will receive what is written. */
import { reason } from '../../../shared/finding.ts'
import type { Answers, FormContext, FormStep, OrganisationChoice } from '../../../shared/form.ts'
import { asId, type OrganisationId } from '../../../shared/ids.ts'
import { answerTo } from '../answers.ts'

const notSure = 'not-sure'

/** Null where the person was not sure, or did not say. */
export function organisationAnswer(answers: Answers): OrganisationId | null {
  const answer = answerTo(answers, 'organisation')
  return answer === '' || answer === notSure ? null : asId<'organisation'>(answer)
}

/** Null as above, and where the directory no longer has it. */
export function organisationChoice(answers: Answers, context: FormContext): OrganisationChoice | null {
  const id = organisationAnswer(answers)
  return context.organisations.find((organisation) => organisation.id === id) ?? null
}

export const organisationStep: FormStep = {
  name: 'organisation',
  template: 'organisation.njk',
  fields: ['organisation'],
  isAsked: () => true,
  problems(answers, context) {
    const isAnswered =
      answerTo(answers, 'organisation') === notSure || organisationChoice(answers, context) !== null
    return isAnswered ? {} : { organisation: reason('form:organisation.missing') }
  },
  shown(answers, context) {
    const chosen = organisationChoice(answers, context)
    const receiver = chosen?.receiverName ?? context.hostName
    return [
      {
        question: reason('form:organisation.short'),
        answer: chosen?.name ?? reason('form:organisation.notSure'),
      },
      { question: reason('form:organisation.receiver'), answer: receiver },
    ]
  },
}
