/** Photos, letters, a recording: do they want to add any? May be left empty. */
import { reason, type Reason } from '../../../shared/finding.ts'
import type { FormStep, NotAdded } from '../../../shared/form.ts'
import { fileMegabytes, largestFile, mostFiles } from '../limits.ts'

export const filesStep: FormStep = {
  name: 'files',
  template: 'files.njk',
  fields: ['files'],
  isAsked: () => true,
  problems: () => ({}),
  shown: (_, { files }) => [{ question: reason('form:files.short'), answer: null, files }],
  files: { most: mostFiles, largest: largestFile, refusal },
}

const limits = { count: mostFiles, megabytes: fileMegabytes }

/** One sentence for all of them: whoever chose ten photos is not told ten times. */
function refusal(notAdded: readonly NotAdded[]): Reason {
  const [first] = notAdded
  if (first === undefined) return reason('form:files.none')
  const names = notAdded.map(({ name }) => name).join(', ')
  const isOneCause = notAdded.every(({ why }) => why === first.why)
  return reason(`form:files.refused.${isOneCause ? first.why : 'several'}`, { ...limits, names })
}
