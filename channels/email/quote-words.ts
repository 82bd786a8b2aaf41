/** The words by which mail programs introduce the message they quote, in the languages people write to us from. */

/** "wrote" as it stands at the end, or in the middle, of a line that introduces a quotation. */
const wrote = [
  'wrote',
  'writes',
  'sent',
  'schrieb',
  'geschrieben',
  'schreef',
  'geschreven',
  '[ée]crit',
  'escribi[óo]',
  'escreveu',
  'scri(?:sse|tto|ve)',
  'va escriure',
  'skrev',
  'skreiv',
  'skrifaði',
  'kirjoitti',
  'kirjutas',
  'napsala?',
  'nap[ií]sala?',
  'napisała?\\(?a?\\)?',
  'napisana',
  'napisa[ol]a?',
  'pisze',
  'написала?\\(?а?\\)?',
  'написав',
  'пишет',
  'пише',
  'писала?',
  'написа',
  'írta',
  'yazdı',
  'yazmış',
  'έγραψε',
  'scris',
  'rakstīja',
  'rašė',
  'ysgrifennodd',
  'idatzi du',
  'menulis',
  'viết',
  'đã viết',
  '写道',
  '寫道',
  '写到',
  '寫到',
  '写了',
  '書きました',
  'のメッセージ',
  '작성',
  '썼습니다',
  '쓴 글',
  'כתב(?:ה)?',
  'كتب(?:ت)?',
  'نوشت',
  'เขียนว่า',
  'от',
]
  // Longest first, so that "napisał(a)" is not taken for "napisał".
  .sort((a, b) => b.length - a.length)

const edge = '(?:^|[^\\p{L}\\p{M}])'
/** A verb of writing as a word of its own; the scripts without spaces need no edge. */
export const wroteVerb = new RegExp(
  `${edge}(?:${wrote.join('|')})(?=$|[^\\p{L}\\p{M}])|写道|寫道|写到|寫到|書きました|のメッセージ|작성|썼습니다|написал\\(?а?\\)?`,
  'iu',
)
/** The verb, at most a few words ("het volgende", "a las 10:00", "the following"), then the colon that opens a quotation. */
export const wroteAtEnd = new RegExp(
  `(?:${wrote.join('|')})(?:[\\s)(>*_]|[\\p{L}\\p{M}'’.,\\d:+-]){0,60}[:：]\\s*[*_]{0,2}$|(?:${wrote.join('|')})\\s*-{2,}$`,
  'iu',
)

/** "Feedback wrote on 02/11/2026 09:15:", which is an introduction only above quoted lines. */
export const namesWriterFirst = new RegExp(
  `^[^\\n]{1,80}[\\s)](?:${wrote.join('|')})\\s[^\\n]{0,20}\\d[^\\n]{2,40}[:：]\\s*$`,
  'iu',
)

const separators = [
  'original (?:message|appointment|e-?mail|mail)',
  'reply message',
  'reply to message',
  'forwarded (?:message|mail|e-?mail)(?: (?:by|from) [^-]{1,60})?',
  'forwarded by [^-]{1,60}',
  'ursprüngliche (?:nachricht|mail|e-mail)',
  'original ?-?nachricht',
  'weitergeleitete (?:nachricht|mail)',
  "message d[’'`]origine",
  'message (?:original|transf[ée]r[ée]|initial)',
  'courriel original',
  'mensaje (?:original|reenviado)',
  'mensagem (?:original|encaminhada)',
  'messaggio (?:originale|inoltrato)',
  'missatge (?:original|reenviat)',
  'oorspronkelijk(?:e)? bericht',
  'origineel bericht',
  'doorgestuurd bericht',
  'oprindelig meddelelse',
  'videresendt (?:besked|melding)',
  'opprinnelig melding',
  'ursprungligt meddelande',
  'originalmeddelande',
  'vidarebefordrat (?:meddelande|brev)',
  'alkuperäinen viesti',
  'välitetty viesti',
  'algne kiri',
  'wiadomość oryginalna',
  '(?:oryginalna|pierwotna|przekazana) wiadomość',
  '(?:původní|přeposlaná) (?:zpráva|e-mail)',
  '(?:pôvodná|preposlaná) správa',
  'izvorna poruka',
  'исходное сообщение',
  'пересылаемое сообщение',
  'пересланное сообщение',
  'вихідне повідомлення',
  'оригинално съобщение',
  'eredeti üzenet',
  'továbbított üzenet',
  'orijinal (?:mesaj|ileti)',
  'özgün ileti',
  'mesaj original',
  'αρχικό μήνυμα',
  'neges wreiddiol',
  '原始(?:邮件|郵件|信件)',
  '原(?:邮|郵)件',
  '转发(?:的)?邮件(?:信息)?',
  '元のメッセージ',
  '転送メッセージ',
  '원본 ?메시지',
  '원본 ?메일',
  'הודעה מקורית',
  'الرسالة الأصلية',
  'رسالة أصلية',
]
/** "-----Original Message-----" and its kin: dashes, the words, dashes; no more of them than stand in a line. */
export const separatorLine = new RegExp(
  `^[\\s>*_]{0,60}[-_=*~—–‐]{2,150}\\s{0,60}\\*?(?:${separators.join('|')})\\*?\\s{0,60}:?\\s{0,60}[-_=*~—–‐]{2,150}[\\s*_]{0,60}$`,
  'iu',
)
/** The same words alone on their line: a separator only where headers follow. */
export const bareSeparator = new RegExp(`^\\s{0,60}(?:${separators.join('|')})\\s{0,60}:?\\s{0,60}$`, 'iu')

const aboveTheLine = [
  'above (?:this|the) (?:line|marker|text)',
  "(?:do not|don[’']t|please do not) (?:write|type|reply|edit|enter|post|add)\\b.{0,30}(?:below|beneath|under)",
  "uwch(?:ben|law)\\S* ?(?:y|[’']r)? ?llinell",
  '(?:über|oberhalb) dieser (?:zeile|linie)',
  'au[- ]dessus de cette ligne',
  'powyżej (?:tego wiersza|tej linii)',
  'encima de esta línea',
  'sopra questa (?:riga|linea)',
  'acima desta linha',
  'boven deze (?:regel|lijn)',
  'deasupra acestei linii',
  '(?:ovanför|over|ovenfor) (?:denna|den här|denne) (?:rad|linje)',
].join('|')
/** "##- Please type your reply above this line -##": what ticket systems put above their mail. A sentence that says so is none. */
export const replyMarker = new RegExp(
  `^[\\s>*_]{0,60}(?:##-.{3,100}-##|(?:[-_=*~+#—–‐|.<\\[({]\\s?){2,100}[^\\n]{0,60}(?:${aboveTheLine})[^\\n]{0,80}?[-_=*~+#—–‐|.>\\])}]{2,150}|(?:please )?(?:reply|respond|answer|type|write|enter|add|put)\\b[^.!?\\n]{0,50} above (?:this|the) line\\b[^.!?\\n]{0,60}\\.?)[\\s*_]{0,60}$`,
  'iu',
)
/** Said without dashes, alone on its line. */
export const beginForwarded =
  /^[\s>*_]*(?:begin forwarded message|début du message (?:transféré|réexpédié)|anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt (?:besked|melding)|välitetty viesti alkaa|início da mensagem (?:encaminhada|reencaminhada)|початок листа, що пересилається|начало переадресованного сообщения|rozpoczęcie przekazywanej wiadomości|dechrau neges wedi(?:'|’)i hanfon ymlaen)(?:\s*:)?[\s*_]*$/iu

/** Names of the header lines that Outlook and its kin put above the quoted message. */
const names = {
  from: 'from|von|van|de|da|från|fra|frá|od|от|від|от кого|lähettäjä|saatja|gönderen|kimden|feladó|expeditor|de la|od koho|odesílatel|nadawca|από|oddi wrth|gan|发件人|發件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|발신|מאת|من|nuo|no|dari|từ|nga|expéditeur|remitente|mittente|afzender|absender|отправитель|remetente|envoyé par|enviado por',
  sent: "sent|date|sent on|gesendet|datum|verzonden|envoyé|envoyé le|date d[’']envoi|enviado|enviada|enviado el|enviado em|fecha|data|inviato|skickat|sendt|dato|päivämäärä|lähetetty|päiväys|wysłano|wysłane|odesláno|odoslané|poslano|отправлено|дата|надіслано|изпратено|elküldve|küldve|dátum|gönderme tarihi|gönderildi|tarih|trimis|στάλθηκε|ημερομηνία|anfonwyd|dyddiad|saadetud|kuupäev|发送时间|發送時間|傳送時間|日期|发送日期|時間|送信日時|送信日|日時|보낸 ?날짜|날짜|נשלח|תאריך|تاريخ|تم الإرسال|pvm|išsiųsta|nosūtīts|dikirim|ngày",
  to: 'to|an|aan|à|a|para|til|till|do|komu|кому|до|vastaanottaja|adressaat|kime|alıcı|címzett|către|catre|pro|προς|at|pour|destinataire|destinatario|收件人|收件者|宛先|받는 ?사람|אל|إلى|kam|kepada|đến',
  subject:
    'subject|betreff|onderwerp|objet|sujet|asunto|assunto|oggetto|ämne|emne|efni|aihe|otsikko|temat|předmět|predmet|тема|относно|teema|konu|tárgy|subiect|θέμα|pwnc|assumpte|主题|主旨|主題|标题|件名|제목|נושא|الموضوع|tema|perihal|chủ đề',
} as const
export type HistoryHeader = keyof typeof names

const headerNames = ['from', 'sent', 'to', 'subject'] as const
const headerLines = headerNames.map(
  (name) => [name, new RegExp(`^[\\s>*_|]*(?:${names[name]})[\\s*_]{0,3}[:：]`, 'iu')] as const,
)
const headersWithin = headerNames.map(
  (name) => [name, new RegExp(`\\s(?:${names[name]})[*_]{0,2}[:：]\\s`, 'iu')] as const,
)

/** Which header of a quoted message does this line open with? Null if none. */
export function historyHeaderOf(line: string): HistoryHeader | null {
  return headerLines.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

/** Every header on a line that opens with one: some programs run them together. */
export function historyHeadersIn(line: string): readonly HistoryHeader[] {
  const first = historyHeaderOf(line)
  if (first === null) return []
  return [first, ...headersWithin.filter(([, pattern]) => pattern.test(line)).map(([name]) => name)]
}

/** Said above a quotation by who answers between its lines, or in another colour than it. */
export const answersBelow =
  /\b(?:in|with) (?:red|blue|green|purple|bold|italics?|capitals?|capital letters|caps|colou?r|another colou?r)\b|\b(?:answer|repl(?:y|ies)|comment|respon[sd]|note|remark|see|point|correct)\w*\b[^.\n]{0,60}\b(?:below|in ?-?line|in the text|underneath|beneath|between the lines|after each)\b|\b(?:isod|mewn coch|rhwng y llinellau)\b|poniżej|na czerwono|\b(?:siehe unten|ci-dessous|en rouge|más abajo|qui sotto)\b/iu

/** What phones and apps add by themselves below the person's words; its links are taken out before. */
export const sentFromDevice =
  /^[\s*_]*(?:(?:sent|get) (?:from|via|with|using) (?:my |mobile|outlook|yahoo|mail|samsung|proton|gmail|the all|aol|bt |sky |ee |o2|vodafone|talktalk|virgin|three|android|iphone|ipad|huawei|xiaomi|nine|blue ?mail|fairemail|k-9|typeapp|canary|spark|tuta|zoho|hey|icloud|windows|a )[^.!?]{0,60}|(?:get|download|télécharge[rz]|obtene[rz]|obtenga|obter o|pobierz(?: aplikację)?|holen sie sich|laden sie|ottieni|scarica|hämta|hent|descărcați|obțineți|cael|lawrlwytho(?:wch)?) outlook \p{L}{1,6} (?:\p{L}{1,10} )?(?:ios|android|mac|windows)|outlook für (?:ios|android|mac|windows) (?:beziehen|herunterladen)|yahoo mail: search, organi[sz]e, conquer|anfonwyd o(?:’|')?m? [^.!?]{1,40}|(?:von meinem|gesendet (?:mit|von|über)) [^.!?]{1,40}|diese nachricht wurde von meinem [^.!?]{1,60} gesendet|envoyé (?:de|depuis|avec|à partir de) [^.!?]{1,40}|enviado (?:desde|do|de|via) [^.!?]{1,40}|inviato da [^.!?]{1,40}|verzonden (?:vanaf|met|via|vanuit) [^.!?]{1,40}|verstuurd vanaf [^.!?]{1,40}|sendt fra [^.!?]{1,40}|skickat från [^.!?]{1,40}|lähetetty [^.!?]{1,40}|wysłan[eo] z [^.!?]{1,40}|odesláno z [^.!?]{1,40}|trimis de pe [^.!?]{1,40}|отправлено (?:с|из) [^!?]{1,40}|надіслано з [^!?]{1,40})\.?[\s*_]*$/iu
