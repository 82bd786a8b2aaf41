/** From what Twilio posted about a call to the submission. A message without words is still a case: somebody listens. */
import { reason, type Reason } from '../../../shared/finding.ts'
import { submissionOf } from '../../../shared/submission.ts'
import type { Delivery, Evidence, Reading } from '../../channel.ts'
import { maskCardNumbers } from '../card-numbers.ts'
import { callIn, type Call } from './call.ts'
import { wishesCallBack } from './line-doors.ts'
import { audioIn, callerIn } from './recording.ts'

export function readCall(delivery: Pick<Delivery, 'raw' | 'envelope'>, evidence: Evidence): Reading {
  const told = callIn(delivery)
  if (told === null) return { outcome: 'unreadable', problem: reason('phone:unreadable.call') }
  const call: Call = { ...told, ...(told.isWithheld === null ? callerIn(evidence) : {}) }
  // The key is kept before anybody is promised a call, so what follows in the same call asks for no second one.
  const isWish = wishesCallBack(delivery)
  const saidNothing =
    call.transcription === null ? call.recording?.seconds === 0 : call.transcription.text === ''
  if (saidNothing) return { outcome: 'nothing-to-route', why: 'empty', about: null }
  const { texts, found } = maskCardNumbers([call.transcription?.text ?? ''])
  const audio = call.transcription === null ? audioIn(evidence) : null
  const submission = submissionOf({
    channel: 'phone',
    text: texts[0] ?? '',
    language: call.language,
    person: { name: null, email: null, phone: call.from, address: null },
    preferences: { contactBy: call.wantsCallBack || isWish ? 'phone' : null, answerphone: null, needs: null },
    attachments: audio === null ? [] : [audio.attachment],
    // All that belongs to one call is one matter, in whatever order it comes.
    thread: {
      messageId: call.id,
      references: [call.id],
      replyToken: null,
      conversation: { theirs: call.id, ours: call.to },
    },
    remarks: [
      ...(isWish ? [reason('phone:remark.callBack')] : []),
      ...(call.isWithheld === false ? [] : [reason('phone:remark.numberWithheld')]),
      ...(call.transcription === null
        ? toListen(call, audio !== null)
        : [reason('phone:remark.machineWrote')]),
      ...(found > 0 ? [reason('phone:remark.cardMasked', { count: found })] : []),
    ],
  })
  return { outcome: 'submission', submission, files: audio === null ? [] : [audio.file] }
}

/** A machine writes down English only, and not always: what was recorded is for a person to hear. */
function toListen({ recording, language }: Call, hasAudio: boolean): readonly Reason[] {
  if (recording === null) return []
  if (recording.isLost) return [reason('phone:remark.recordingLost')]
  if (!hasAudio) return [reason('phone:remark.audioMissing', { recording: recording.id })]
  return [reason(language === 'cy' ? 'phone:remark.listenWelsh' : 'phone:remark.listen')]
}
