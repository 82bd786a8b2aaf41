/** Sharing without consent: one member of staff asks with reasons, another decides. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, why, type Parameters } from '../staff/form-input.ts'
import { listPlaces } from '../store/case-file-places.ts'
import { askForDisclosure, decideDisclosure, grounds } from '../store/joint/disclosure-acts.ts'
import { issuesWithWords } from '../store/joint/issue-words.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { coversOf, issuesTicked, organisationChosen, ticked } from './chosen.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const wanted = z.object({
  organisation: organisationChosen,
  ground: z.enum(grounds, 'response:error.ground'),
  issues: issuesTicked,
  shares: ticked,
  why,
})

export const disclose: CaseForm<z.infer<typeof wanted>> = {
  path: 'joint/disclosures/ask',
  template: 'response/disclose.njk',
  by: 'receiver',
  input: wanted,
  done: 'disclosure-asked',
  async start({ queries, head }) {
    const places = await listPlaces(queries)
    return {
      values: { issues: [], shares: [] },
      shows: {
        places: places.filter(({ id }) => id !== head.received_by),
        issues: await issuesWithWords(queries, head.id),
        grounds,
      },
    }
  },
  act: ({ db, acting, input: { issues, shares, ...asked } }) =>
    askForDisclosure(db, acting, { ...asked, covers: coversOf(issues, shares) }),
}

const decision = z.object({ decision: z.enum(['approved', 'refused'], 'response:error.decision'), why })

export function decideDisclosureForm(parts: TellingParts): CaseForm<z.infer<typeof decision>> {
  return {
    path: 'joint/disclosures/:disclosure',
    template: 'response/decide-disclosure.njk',
    by: 'receiver',
    input: decision,
    done: 'disclosure-decided',
    async start({ queries, head, who, parameters }) {
      const file = await loadJointFile(queries, head.id)
      const disclosure = file?.disclosures.find(({ id }) => id === disclosureIn(parameters))
      if (disclosure === undefined) return null
      return { values: {}, shows: { disclosure, isOwn: disclosure.asked_by === who.id } }
    },
    act: (given) =>
      decideDisclosure(
        given.db,
        given.acting,
        { disclosure: disclosureIn(given.parameters), ...given.input },
        tellingOf(parts, given),
      ),
  }
}

function disclosureIn(parameters: Parameters) {
  return asId<'disclosure'>(idIn(parameters, 'disclosure'))
}
