/** A draft of the letter that tells the person what was decided and why (SI 2009/309 reg 8(2)), for staff to finish. */
import { late, type ExclusionOutcome } from '../../shared/case/exclusion.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { OutsideContact } from '../../shared/knowledge.ts'
import type { Process } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'
import type { CaseHead } from '../store/case-file.ts'

export interface DecisionTold {
  readonly code: string
  readonly regulation: string
  readonly outcome: ExclusionOutcome
  readonly why: string
  readonly ombudsmen: readonly OutsideContact[]
}

/** In the language that we answer them in. */
export function decisionLetter(head: CaseHead, told: DecisionTold, wording: Words): string {
  const language = head.language === 'cy' ? 'cy' : 'en'
  const { code, regulation, outcome, why, ombudsmen } = told
  const t = (key: string, params = {}): string =>
    wording.translate(`exclusion:letter.${key}`, params, language)
  const isExcluded = outcome === 'applies' || outcome === 'applies-in-part'
  const ground = code === late ? t('late') : t(outcome, { regulation, ground: t(`ground.${code}`) })
  return [
    head.person.name === null ? t('greeting') : t('dear', { name: head.person.name }),
    t('about', { received: head.received_on, reference: head.reference }),
    isExcluded ? ground : t('reversed'),
    why,
    ...(isExcluded ? [t(`instead.${code}`)] : []),
    t('disagree'),
    ...(isExcluded
      ? ombudsmen.map(({ name, phone, web }) =>
          t('ombudsman', { name: name[language], phone: phone ?? '', web: web ?? '' }),
        )
      : []),
    head.receivedByName,
  ].join('\n\n')
}

/** Those of the laws it is handled under, as they hold on that day. */
export function ombudsmenFor(
  contacts: readonly OutsideContact[],
  processes: readonly Process[],
  day: CalendarDate,
): readonly OutsideContact[] {
  return contacts.filter(
    (contact) =>
      contact.role === 'ombudsman' &&
      contact.from <= day &&
      (contact.until === null || day <= contact.until) &&
      contact.processes.some((process) => processes.includes(process)),
  )
}
