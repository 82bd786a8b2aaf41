/** What a question asks for: "Nothing" is praise after one and no answer after another. */

export const questionAims = ['praise', 'improvement', 'reason', 'either', 'other', 'none'] as const
export type QuestionAim = (typeof questionAims)[number]

export function aimOf(question: string | null): QuestionAim {
  if (question === null || question.trim() === '') return 'none'
  const plain = question.toLowerCase()
  const improvement = /\b(?:improv|better|chang|differen|wrong|worse|dissatisf|gwella|wahanol)/.test(plain)
  const praise = /\b(?:good|well|best|like|enjoy|satisf|positive|praise|da|orau)/.test(plain)
  if (improvement && praise && /\b(?:and\/or|or)\b|dissatisf/.test(plain)) return 'either'
  if (improvement) return 'improvement'
  if (praise) return 'praise'
  return /\b(?:why|reason|because|pam)\b/.test(plain) ? 'reason' : 'other'
}
