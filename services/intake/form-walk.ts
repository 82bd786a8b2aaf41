/** The way through a form: which question comes next, which is still open, what is shown before sending. Pure. */
import type { FormDoor } from '../../channels/channel.ts'
import type { Answers, FormContext, FormStep } from '../../shared/form.ts'

/** Address of the page that shows all answers, within the form. */
export const checkName = 'check'

/** The questions that are asked, given the answers so far. */
export function asked(door: FormDoor, answers: Answers, context: FormContext): readonly FormStep[] {
  return door.steps.filter((step) => step.isAsked(answers, context))
}

/** Only the answers to questions that are asked: an answer whose question fell away is not sent. */
export function answersToSend(door: FormDoor, answers: Answers, context: FormContext): Answers {
  const fields = new Set(asked(door, answers, context).flatMap((step) => step.fields))
  return Object.fromEntries(Object.entries(answers).filter(([field]) => fields.has(field)))
}

/** The first question that still lacks a good answer; null when all may be sent. */
export function firstOpen(door: FormDoor, answers: Answers, context: FormContext): FormStep | null {
  const open = asked(door, answers, context).find(
    (step) => Object.keys(step.problems(answers, context)).length > 0,
  )
  return open ?? null
}

/** Where to after this question was answered: the next one, or back to the check page and what it still lacks. */
export function nameAfter(
  door: FormDoor,
  step: FormStep,
  fromCheck: boolean,
  answers: Answers,
  context: FormContext,
): string {
  if (fromCheck) return firstOpen(door, answers, context)?.name ?? checkName
  const steps = asked(door, answers, context)
  return steps[steps.indexOf(step) + 1]?.name ?? checkName
}

/** Where the back link leads: the question before; the empty name is the start. */
export function nameBefore(
  door: FormDoor,
  step: FormStep,
  fromCheck: boolean,
  answers: Answers,
  context: FormContext,
): string {
  if (fromCheck) return checkName
  const steps = asked(door, answers, context)
  return steps[steps.indexOf(step) - 1]?.name ?? ''
}
