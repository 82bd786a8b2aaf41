/** Their name, if they want to give it, and the one address or number we need to reach them. */
import { reason, type Reason } from '../../../shared/finding.ts'
import type { Answers, FormStep, ShownAnswer } from '../../../shared/form.ts'
import type { NonEmpty } from '../../../shared/words.ts'
import { answerTo, shownWords, tooLong } from '../answers.ts'
import { longestLine } from '../limits.ts'
import { contactBy } from './reply.ts'

// An address is only proved by mail that arrives; this catches the slip of the finger.
const email = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/
/** The shortest number of any country, with its code, has 7 digits; E.164 allows 15. */
const phone = /^\D*(\d\D*){7,15}$/

const fieldOf = { email: 'email', phone: 'phone', post: 'address' } as const

export const detailsStep: FormStep = {
  name: 'details',
  template: 'details.njk',
  fields: ['name', 'email', 'phone', 'address', 'answerphone'],
  isAsked: (answers) => (contactBy(answers) ?? 'none') !== 'none',
  problems: (answers) => ({ ...tooLong(answers, 'name', longestLine), ...contactProblems(answers) }),
  shown,
}

function contactProblems(answers: Answers): Readonly<Record<string, Reason>> {
  const way = contactBy(answers)
  if (way === null || way === 'none') return {}
  const field = fieldOf[way]
  const answer = answerTo(answers, field)
  if (answer === '') return { [field]: reason(`form:details.missing.${field}`) }
  if (way === 'email' && !email.test(answer)) return { email: reason('form:details.wrong.email') }
  if (way === 'phone' && !phone.test(answer)) return { phone: reason('form:details.wrong.phone') }
  return tooLong(answers, field, longestLine)
}

function shown(answers: Answers): NonEmpty<ShownAnswer> {
  const name = shownWords('form:details.name', answers, 'name')
  const way = contactBy(answers)
  if (way === null || way === 'none') return [name]
  const contact = shownWords(`form:details.${fieldOf[way]}`, answers, fieldOf[way])
  if (way !== 'phone') return [name, contact]
  const mayLeaveMessage = answerTo(answers, 'answerphone') === 'yes'
  const answerphone = reason(mayLeaveMessage ? 'form:details.answerphoneYes' : 'form:details.answerphoneNo')
  return [name, contact, { question: reason('form:details.answerphone'), answer: answerphone }]
}
