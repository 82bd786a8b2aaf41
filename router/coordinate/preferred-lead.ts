/** Did the person say from whom they would like their answer? "I would like the council to answer". */
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'

const wanting =
  /(?:\bi(?:'d| would) (?:like|prefer)|\bi want|\bi prefer|\bi(?:'d| would) rather|\bhoffwn i|\brwyf am)(?: that)?(?: i| it)?(?: the)?\s+$/
const answering =
  /^\s+(?:to |could |would |should )?(?:answer|reply|respond|lead|take the lead|deal with (?:it|this|all)|look into (?:it|this|all)|ateb|arwain)\b/

/** By any of its names, within one sentence. */
export function isWantedToAnswer(text: string, id: OrganisationId, { directory }: Knowledge): boolean {
  const organisation = directory.organisations.find((candidate) => candidate.id === id)
  if (organisation === undefined) return false
  const said = text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
  return [organisation.name, ...organisation.aliases]
    .map((name) => name.toLowerCase().replace(/^the /, ''))
    .some((name) => name !== '' && isWanted(said, name))
}

function isWanted(said: string, name: string): boolean {
  for (let at = said.indexOf(name); at !== -1; at = said.indexOf(name, at + 1)) {
    const before = said.slice(Math.max(0, at - 40), at)
    if (wanting.test(before) && answering.test(said.slice(at + name.length, at + name.length + 40)))
      return true
  }
  return false
}
