/** The form at /feedback: fourteen short questions at most, most of which may be left empty. */
import type { FormDoor } from '../channel.ts'
import type { Answers, FormContext, FormFile } from '../../shared/form.ts'
import { kinds, type Language } from '../../shared/words.ts'
import { answerOrNull, answerTo } from './answers.ts'
import type { Feedback } from './feedback.ts'
import { largestRequest } from './limits.ts'
import { detailsStep } from './steps/details.ts'
import { filesStep } from './steps/files.ts'
import { kindStep } from './steps/kind.ts'
import { knownStep } from './steps/known.ts'
import { needsStep } from './steps/needs.ts'
import { organisationAnswer, organisationStep } from './steps/organisation.ts'
import { outcomeStep } from './steps/outcome.ts'
import { careServiceAnswer, placeStep } from './steps/place.ts'
import { contactBy, replyStep } from './steps/reply.ts'
import { authorityAnswer, someoneElseStep } from './steps/someone-else.ts'
import { sharingAnswer, sharingStep } from './steps/sharing.ts'
import { whatHappenedStep } from './steps/what-happened.ts'
import { whenStep } from './steps/when.ts'
import { whoStep } from './steps/who.ts'
import { dateIn } from './typed-date.ts'

export const formDoor: FormDoor = {
  opens: 'form',
  name: 'form',
  path: '/feedback',
  limitBytes: largestRequest,
  steps: [
    kindStep,
    organisationStep,
    placeStep,
    whatHappenedStep,
    whenStep,
    knownStep,
    outcomeStep,
    filesStep,
    whoStep,
    someoneElseStep,
    replyStep,
    detailsStep,
    needsStep,
    sharingStep,
  ],
  startTemplate: 'start.njk',
  checkTemplate: 'check.njk',
  doneTemplate: 'done.njk',
  keptFields: ['kind', 'contactBy'],
  organisationChosen: organisationAnswer,
  compose: (answers, context, language, files) => ({
    raw: Buffer.from(JSON.stringify(feedbackFrom(answers, context, language, files))),
    contentType: 'application/json',
  }),
}

function feedbackFrom(
  answers: Answers,
  context: FormContext,
  language: Language,
  files: readonly FormFile[],
): Feedback {
  return {
    text: answers['text'] ?? '',
    kind: kinds.find((kind) => kind === answerTo(answers, 'kind')) ?? null,
    language,
    wantedOutcome: answerOrNull(answers, 'wantedOutcome'),
    person: personFrom(answers),
    affected: affectedFrom(answers),
    about: {
      organisation: organisationAnswer(answers),
      careService: careServiceAnswer(answers, context),
      place: answerOrNull(answers, 'place'),
      happenedOn: dateIn(answers, 'happened'),
      knownSince: knownStep.isAsked(answers, context) ? dateIn(answers, 'known') : null,
    },
    preferences: {
      contactBy: contactBy(answers),
      answerphone: contactBy(answers) === 'phone' ? answerTo(answers, 'answerphone') === 'yes' : null,
      needs: answerOrNull(answers, 'needs'),
    },
    sharing: sharingStep.isAsked(answers, context) ? sharingAnswer(answers) : null,
    attachments: files.map(({ name, contentType, content }) => ({
      name,
      contentType,
      content: Buffer.from(content).toString('base64'),
    })),
  }
}

/** Only the address or number for the chosen way: what was typed before they changed their mind is not ours to keep. */
function personFrom(answers: Answers): Feedback['person'] {
  const way = contactBy(answers)
  return {
    name: answerOrNull(answers, 'name'),
    email: way === 'email' ? answerOrNull(answers, 'email') : null,
    phone: way === 'phone' ? answerOrNull(answers, 'phone') : null,
    address: way === 'post' ? answerOrNull(answers, 'address') : null,
  }
}

function affectedFrom(answers: Answers): Feedback['affected'] {
  const who = answerTo(answers, 'who')
  if (who === 'self') return { who }
  if (who !== 'other') return null
  return {
    who,
    name: answerOrNull(answers, 'otherName'),
    relationship: answerOrNull(answers, 'relationship'),
    authority: authorityAnswer(answers),
  }
}
