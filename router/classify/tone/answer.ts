/** Answers that say all by their first words: "Nothing", "Everything", "n/a". What they mean turns on the question. */

export type Answer = 'nothing' | 'everything' | 'no-idea'

const before =
  '(?:(?:absolutely|really|pretty much|virtually|almost|literally|honestly|well|sorry|basically|just|a|there (?:is|was|were)|i (?:had|have|can|could)) ){0,3}'
const nothing = new RegExp(
  `^[^a-z]{0,9}${before}(?:nothing|none|no one|nowt|zero|nil|not a (?:single )?thing|not a lot|not much|nothin|no|nope|not really|dim byd|dim)\\b`,
)
const everything = new RegExp(
  `^[^a-z]{0,9}${before}(?:everything|every thing|all of it|the whole (?:thing|lot)|most things|a lot|lots|all|popeth)\\b`,
)
const noIdea =
  /^\W{0,9}(?:n\/?a|n\/k|not (?:applicable|sure|known)|(?:i )?(?:do ?n[o']t|don't really) know|dk|unsure|no comments?|no opinion|no idea|question mark|gwybod|)\W{0,9}$/

/** The plain text is in lower case. */
export function answerIn(plain: string): Answer | null {
  const opening = plain.slice(0, 80)
  if (noIdea.test(opening)) return 'no-idea'
  if (nothing.test(opening)) return 'nothing'
  return everything.test(opening) ? 'everything' : null
}
