/** What firms, filters and gateways put around the person's words: disclaimers, scanners' lines, banners. In doubt words stay. */

/**
 * A disclaimer has two of these or more, and speaks of nothing but the mail that it stands in. People say one of them
 * now and then, and paste letters of solicitors that are full of them.
 */
const legal = [
  /\bintended recipients?\b|\bnamed recipients?\b|\baddressees?\b|\bindividuals? or entit/i,
  /\b(?:received|receive|sent to you|reached you|message|it) in error\b|\bby mistake\b/i,
  /\bintended (?:solely|exclusively|only) for\b|\bsolely for the use\b/i,
  /\b(?:notify|inform|contact|advise) (?:us|the sender|the originator|the author)\b|\breply to the sender\b/i,
  /\bany (?:attachments?|files?)\b|\bfiles transmitted with it\b|\battached files\b/i,
  /\bstrictly (?:prohibited|forbidden)\b|\bis prohibited\b|\bmay be unlawful\b|\bunauthori[sz]ed (?:use|disclosure|copying|access)/i,
  /\blegally privileged\b|\bprivileged (?:and|or|information)\b|\bmay (?:contain|be) (?:\w+ (?:and|or|and\/or) )?(?:confidential|privileged)\b/i,
  /\bdo not (?:disclose|copy|distribute|disseminate)\b|\bdisclos\w+, copy\w*,? (?:or|and) distribut\w+/i,
  /\bFreedom of Information Act\b|\bsubject to (?:public )?disclosure\b|\bmay be (?:monitored|recorded|intercepted)\b/i,
  /\bviews (?:or opinions )?expressed\b|\bdo not necessarily (?:represent|reflect)\b|\bfree (?:of|from) (?:computer )?virus/i,
  /gyfrinachol/i,
  /ynghlwm|atodiadau/i,
  /y sawl|y derbyn(?:n)?ydd|bwriadu ar gyfer|bwriedir/i,
  /vertraulich|rechtlich geschützt/i,
  /richtige[rn]? Adressat|(?:den|der) Absender|irrtümlich|Empfänger/i,
  /confidenti(?:el|al)|confidencial|riservat|vertrouwelijk|poufn|confidenţial|confidențial/i,
  /à l[’']intention exclusive|destinatair|destinatari|geadresseerde|adresat|par erreur|por error|per errore|omyłkow/i,
  /pièces? jointes?|archivos adjuntos|allegati|bijlage|załącznik|anexos/i,
] as const

/** What it speaks of. A letter, records or a report are not the mail. */
const ofTheMail =
  /\be-?mails?\b|\bmessages?\b|\btransmissions?\b|\bcommunications?\b|\battachments?\b|\be-?bost\b|\bneges|nachricht|\bcourriels?\b|\bcorreo|\bmensaje|\bmensage|\bmessaggi|\bberichte?\b|\bwiadomo|\bmesaj|\bmails?\b/iu

/** Whoever speaks for themselves or of what happened: no disclaimer says I, names a day, a sum or a person's matter. */
const ofAMatter =
  /\b(?:I|I['’](?:m|ve|d|ll))\b|\b(?:my|mine|myself|our|your|his|her|their) (?:\w+ ){0,2}(?:client|claim|case|complaint|solicitor|lawyer|records?|treatment|care|mother|mum|father|dad|husband|wife|partner|son|daughter|child|baby|brother|sister|family|operation|appointment|letters?)\b|\b(?:my|myself)\b|\bwithout prejudice\b|\b(?:yours (?:faithfully|sincerely|truly)|dear (?:sir|madam|mr|mrs|ms|miss|dr))\b|\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|£ ?\d|\b(?:he|she) (?:was|is|had|has|said|told|did)\b|\b(?:ich|mein\w*|je|j[’'](?:ai|étais)|rwy)\b/u

/** How such paragraphs begin, below a ruled line or a title of their own. */
const legalOpening =
  /^(?:this|these|the (?:information|contents?|e-?mail|message|attached|sender|views)|any|if you|unless|e-?mail|confidential|disclaimer|privileged|important|mae['’]?r|mae|gall|diese|der inhalt|ce (?:message|courriel|mail)|cet|le contenu|niniejsz|ta wiadomość|treść|este|esta|questo|questa|il contenuto|le informazioni|dit|deze|acest)\b/iu

/** Said by programs and never by people; enough by itself at the head of a short paragraph. */
const programLine =
  /^(?:please |p please )?(?:consider (?:the|your) environment|think (?:of the environment )?before (?:you )?print|think green)|^(?:<[^<>]*>\s*)?virus-free\b|^(?:this|the) (?:e-?mail|message)(?: and any attachments?)? (?:has been|was|is) (?:scanned|checked|swept|virus)|^(?:scanned|checked) (?:by|for virus)|^NHSmail is the secure email|^for more information and to find out how you can switch|^ystyriwch yr amgylchedd|^meddyliwch cyn argraffu/iu

const title = /^[\s*_]*(?:[\p{L}-]+ ){0,3}(?:notice|disclaimer|confidential(?:ity)?|ymwadiad)[\s*_:.]*$/iu
const rule = /^[\s_=*~+.—–‐-]*$/
const longestProgramLine = 400
const longestLegal = 4000

/** The words without what stands below them; all of them where nothing else would be left. */
export function withoutFooters(lines: readonly string[]): readonly string[] {
  let end = lines.length
  for (let start = paragraphStart(lines, end); start > 0; start = paragraphStart(lines, end)) {
    if (!isFooter(lines.slice(start, end))) break
    end = start
  }
  return lines.slice(0, end)
}

/** Where the last paragraph above `end` begins, the blank lines before it left out. */
function paragraphStart(lines: readonly string[], end: number): number {
  let at = end
  while (at > 0 && rule.test(lines[at - 1] ?? '')) at--
  while (at > 0 && (lines[at - 1] ?? '').trim() !== '') at--
  return at
}

function isFooter(paragraph: readonly string[]): boolean {
  const said = paragraph.map((line) => line.trim()).filter((line) => !rule.test(line))
  if (said.length === 0) return true
  const untitled = said.length > 1 && title.test(said[0] ?? '') ? said.slice(1) : said
  const text = untitled.join(' ')
  if (text.length <= longestProgramLine && programLine.test(text)) return true
  return (
    text.length <= longestLegal &&
    legalOpening.test(text) &&
    ofTheMail.test(text) &&
    !ofAMatter.test(text) &&
    legal.filter((phrase) => phrase.test(text)).length >= 2
  )
}

/** A receiving gateway's warning above the words, that the mail came from outside. */
const banner =
  /^\W*(?:caution|warning|external|attention|notice|this (?:e-?mail|message))\b[^]{0,120}?(?:outside (?:of )?(?:the|your|our|this) |external (?:sender|source|e-?mail|address))/iu

export function withoutBanner(lines: readonly string[]): readonly string[] {
  const blank = lines.findIndex((line) => line.trim() === '')
  const first = lines.slice(0, Math.max(blank, 0)).join(' ')
  if (first.length > longestProgramLine || !/\b(?:links?|attachments?)\b/i.test(first)) return lines
  return banner.test(first) ? lines.slice(blank + 1) : lines
}
