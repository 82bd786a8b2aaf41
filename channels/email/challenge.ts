/** Tells the mail by which a spam filter or a list asks our mail for proof or for leave to pass; a person who speaks of one is kept. */

/** What such a mail claims, at its very beginning, greeting and introduction apart. */
const claim =
  /(?:(?:the|your) (?:message|e-?mail|mail)\b[^\n]{0,120}? requires (?:that you )?(?:verif|confirm)|(?:verify|confirm|prove)\b[^\n.]{0,40}? (?:are|you're) (?:an? )?(?:real |live |actual )*(?:human|person|sender)|(?:your|the) (?:message|e-?mail|mail)\b[^]{0,300}?\s(?:is|was|has been|are) (?:currently |now |being )*(?:held|pending|awaiting|waiting|quarantined)(?: |\s)+(?:for|until|in|approval|moderat|confirmation|verification|authori[sz]ation|because the address)|your (?:message|e-?mail|mail)\b[^\n]{0,120}? (?:has not|hasn't|could not|will not) (?:yet )?be(?:en)? delivered (?:yet|until)|(?:only|now) (?:accept|allow|receive)s? [^\n.]{0,40}?(?:from|by) (?:approved |known )?(?:senders|people|addresses))/i

/** What it wants done, which only a machine puts so. */
const demand =
  /(?:click|press|follow|use|visit|open)\b[^\n.]{0,40}? (?:link|button|address|url)\b|(?:simply |just )?(?:reply|respond) to this (?:message|e-?mail|mail)|send an? (?:empty|blank) (?:message|e-?mail)|fill (?:in|out) [^\n.]{0,40}? form|(?:moderator|list owner|approver|administrator|group owner)s? (?:can|will|must|has to|have to|to) (?:review|approve|decide)|(?:approval|moderation) by|you will (?:be notified|receive)/i

/** Programs that ask on behalf of a person, in the first person; nobody writes so of their own mail. */
const onBehalf =
  /(?:protect(?:ing)? myself from (?:receiving )?(?:junk|spam|unwanted)|to control spam, i (?:now )?(?:only )?(?:allow|accept)|spam ?arrest|boxtrapper|mailinblack|spamblocker|boxbe\b|added to my (?:guest list|list of approved senders))/i

/** Somebody speaks of themselves, asks, or quotes. */
const personal = /\?|["“”«»]|\b(?:i|i[’']ve|i[’']m|me|my|mum|mam|dad)\b/i

/** A claim begins a sentence or a line, if not the mail. */
const begins = /(?:^|[\n.,:!])\s{0,10}(?:please |you must |you need to |you have to )?$/i

/** How BoxTrapper marks the subject by which its own answers are known. */
const markedSubject = /\bverify#[\w.-]{6,}/i

/** How much of such a mail is looked at, and how far it takes to come to the point. */
const lookedAt = 1_500
const furthest = 300

/**
 * `words` without what is quoted. `isAnswer`: the mail answers another, or says itself that a program sent it. Without
 * that, only the mark of the program itself counts.
 */
export function isChallenge(words: string, subject: string, isAnswer: boolean): boolean {
  const own = words
    .slice(0, lookedAt)
    .replace(/https?:\/\/\S{1,500}/g, '')
    .trim()
  const found = claim.exec(own)
  if (markedSubject.test(subject)) return found !== null && found.index <= furthest
  if (!isAnswer) return false
  if (onBehalf.test(own.slice(0, 400)) && demand.test(own)) return !/["“”«»]/.test(own.slice(0, 400))
  if (found === null || found.index > furthest || !demand.test(own)) return false
  return begins.test(own.slice(0, found.index).slice(-40)) && !personal.test(own)
}
