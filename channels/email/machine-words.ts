/** The sentences by which mail servers and absence notes give themselves away, from many programs and languages. */

/** Subjects of delivery failures, from the start: a person's "Re:" or "Fwd:" before them is a person's mail. */
export const failureSubject =
  /^\s*(?:\*+[^*]{1,20}\*+\s*)?(?:\[[^\]]{1,30}\]\s*)?(?:undeliver(?:able|ed)\b|unable to deliver|undelivered mail returned|returned (?:mail|to sender)|return(?:ed)? mail\b|mail (?:delivery|system|error|returned|undeliverable)|mail status|message (?:undeliverable|delivery|not delivered|status|you sent)|mail could not|failure notice|failure delivery|failed (?:mail|message|to deliver)|delivery (?:status|failure|failed|problem|delay|report|notification|error|has failed|incomplete|unsuccessful|report)|delivery.{0,20}fail|nondeliver|non[- ]deliver|non remis|non recapitabile|bounced? (?:mail|message)|warning: (?:could not|message|e?-?mail)|delayed mail|mail delayed|email delivery|error (?:sending|delivering)|could not (?:send|deliver)|couldn't deliver|your (?:message|mail|e-?mail) (?:could|was|has|to)|user unknown|unknown user|rejected mail|message rejected|notification d[’']?[ée]tat|non remis|échec de (?:la )?remise|message non|avis de non|[ée]chec|unzustellbar|nicht zustellbar|zustell|fehlgeschlagen|mail konnte|onbestelbaar|niet bezorgd|non ?inviato|mancat[ao] (?:recapito|consegna)|impossibile|no se (?:puede|pudo|ha podido)|no entregado|devoluci[óo]n|correo devuelto|error de entrega|n[ãa]o (?:foi )?(?:entregue|poss[íi]vel)|falha na entrega|olevererbart|kan ej levereras|ej levererat|kan ikke leveres|ikke levert|toimittamatta|nie ?dostarcz|niedostarcz|zwrot|nedoruč|недостав|не доставлено|сообщение не|невозможно доставить|配信|送信できません|宛先不明|メール.{0,12}(?:届|失敗|エラー)|退信|系统退信|投递失败|投遞|无法(?:投递|送达)|傳送失敗|배달|반송|전송 ?실패)/iu

/** What the body of a failure says. Each is a server's sentence, not a person's. */
export const failureWords =
  /(?:could(?: |\s)not be delivered|couldn[’']t be delivered|was(?: |\s)not delivered|wasn[’']t delivered|has not been delivered|could not deliver (?:your|the|mail)|unable to deliver (?:your|the|this|message|mail)|wasn[’']t able to deliver|not able to deliver|couldn[’']t deliver|delivery to the following (?:recipient|address)|delivery has failed to|delivery (?:to .{1,60})?(?:failed|has been delayed|temporarily suspended)|following (?:address(?:es)?|recipients?) (?:had|failed|could|has|have)|permanent (?:fatal )?error|transient non-fatal|permanent failure|failed permanently|undeliverable (?:message|mail|to)|did not reach the following|not reached? (?:some or all|the following)|returned (?:to you )?(?:below|unsent|to sender)|mail(?:box)? (?:is )?(?:full|quota|unavailable)|over ?quota|user (?:is )?unknown|unknown user|no such (?:user|mailbox|recipient|address)|mailbox (?:does not exist|not found|unavailable|disabled)|(?:recipient|address|addressee|user) (?:was )?(?:rejected|not (?:found|known|exist)|unknown|does(?: not|n[’']t) exist)|invalid recipient|host (?:unknown|not found)|name service error|relay(?:ing)? (?:access )?denied|\b(?:4|5)\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|\b[45]\.\d\.\d{1,3}\b.{0,80}(?:user|mailbox|recipient|address|relay|quota|rejected|unknown|denied)|(?:said|replied|response|error|message)(?: from .{0,80})?:?\s+["']?(?:4|5)[0-5]\d[ -]|this is (?:the|a) (?:mail|qmail|automatic(?:ally)? generated delivery)|hi\. this is the|message that you sent|i[’']m afraid i wasn|sorry it didn[’']t work out|your (?:message|mail|e-?mail) (?:was|has been) (?:rejected|returned|not|blocked|refused)|dead[- ]?letter|reporting-mta\s*:|final-recipient\s*:|diagnostic-code\s*:|n[’']a pas pu être|nicht zugestellt werden|konnte nicht|unzustellbar|niet (?:worden )?(?:af|be)gelever|non (?:è stato|può essere|ha potuto).{0,30}(?:recapit|consegn)|no (?:pudo|se ha podido) (?:ser )?entreg|n[ãa]o (?:foi|p[ôo]de).{0,30}entreg|не (?:было|удалось|может быть).{0,30}достав|недоставк|配信(?:でき|され)ま|送信でき(?:ませ|な)|届けられません|無法|无法|未能|退回|전송하지 못|배달(?:되지|할 수))/iu

/** The headers of the mail that comes back, printed in the notification. */
export const returnedMessage =
  /^[ \t>|-]{0,20}(?:-{2,}.{0,30}(?:original|returned|copy|unsent|undelivered|body|header).{0,60}|(?:original|returned) message (?:follows|headers?)|.{0,20}copy of (?:the|your) (?:message|mail).{0,60}|received: (?:from|by) .{1,200}|return-path: <.{1,200}|message-id: <.{1,200})/im

export const abuseSubject =
  /^\s*(?:(?:e-?mail )?feedback report|abuse report|complaint about (?:a )?message from|spam report|fw: ?\[?abuse)/i

/** Said so by programs, and by people who write about what a program sent them: never enough alone. Complete subjects of Outlook, Exchange, Gmail and others, before the original subject. */
export const automaticSubject =
  /^\s*(?:\[[^\]]{1,30}\]\s*)?(?:automatic (?:reply|response)|auto(?:mated|matic)?[- ]?(?:reply|response|respond(?:er)?)|autoreply|auto(?= ?:\s)|out of office auto-?reply|automatische antwort|automatische reactie|automatisch antwoord|réponse automatique|respuesta automática|risposta automatica|resposta autom[áà]tica|autosvar|automatiskt? svar|automaattinen vastaus|odpowiedź automatyczna|automatyczna odpowied[źz]|automatická odpov[eě]ď|automatická odpoveď|automatikus válasz|автоматический ответ|автоответ|автоматична відповідь|αυτόματη απάντηση|otomatik yanıt|răspuns automat|automatski odgovor|samodejni odgovor|automaatvastus|ateb awtomatig|ymateb awtomatig|自動(?:返信|応答|回覆|回复|答覆)|自动(?:回复|答复)|자동 ?(?:회신|응답)|תשובה אוטומטית|رد تلقائي|trả lời tự động)\s*(?:[:：\-–(\[]|$|re\b)/iu

/** Typed by people too ("Out of office hours care"), so never enough alone. */
export const absenceSubject =
  /^\s*(?:re:\s*|aw:\s*)?(?:(?:i am |i'm )?(?:currently )?out of (?:the )?office|out-of-office|ooo\b|on (?:annual |maternity |sick )?(?:leave|vacation|holiday)|vacation|away from|abwesen|absen(?:t|ce|z)|fuera de|ausente|ausencia|assenza|fuori (?:ufficio|sede)|afwezig|niet aanwezig|frånvaro|fravær|poissa|nieobecno|nepřítomn|нет на месте|отсутств|i ffwrdd|allan o(?:'|’)r swyddfa|不在|休暇|外出)/iu

/** How an answer begins that was written before the question was known. */
export const automaticWords =
  /this (?:e-?mail |message )?(?:is|was|has been) (?:an? )?(?:sent |generated )?automat|(?:generated|sent) automatically|automatically generated|do not (?:reply|respond)|(?:mailbox|inbox|address) is (?:not|un)|^\s*(?:dear [^\n]{1,60}\s+|hello[^\n]{0,60}\s+)?(?:thank you|thanks|many thanks) for (?:your (?:e-?mail|message|enquiry|correspondence|feedback)|contacting|getting in touch|writing)|we have received your|(?:we|someone|somebody) (?:will|shall|aim to|try to) (?:respond|reply|answer|get back|be in touch)|diolch am (?:eich|gysylltu)/iu

/** What helpdesks say of the mail they answer. */
export const receiptWords =
  /(?:request|ticket|case|enquiry|query|message|e-?mail)(?: \([^)\n]{1,20}\)| #?\w{1,20})? (?:has been|was) (?:received|logged|created|opened|registered)\b|we have received your/i

/** A whole answer that no person writes: thanks for the mail first, then that nobody reads here. */
export const unreadMailbox =
  /^\s*(?:(?:dear|hello|hi|annwyl|helo)\b[^\n]{0,60}\s+)?(?:(?:thank you|thanks|many thanks) for (?:contacting|e-?mailing|your (?:e-?mail|message|enquiry|correspondence))|diolch am (?:gysylltu|eich))[^]{0,800}?(?:(?:mailbox|inbox|address|account) is (?:not|un)(?: being| actively| regularly)? ?(?:monitored|manned|checked)|this is an automat(?:ed|ic) (?:reply|response|message|acknowledge?ment|e-?mail)|do not (?:reply|respond) to this (?:e-?mail|message)|ymateb awtomatig)/iu

/** Outright, as programs put it before the subject they answer. */
export const outOfOfficeSubject =
  /^\s*(?:re:\s*|aw:\s*)?(?:out of (?:the )?office|out-of-office|abwesenheits(?:notiz|assistent)|absent du bureau|absence du bureau|fuera de (?:la )?oficina|fuori (?:ufficio|sede)|afwezigheidsassistent|frånvaro|ej på kontoret|ikke til stede|poza biurem|allan o(?:'|’)r swyddfa)\s*(?:[:：\-–(\[]|$|auto)/iu

export const absenceWords =
  /(?:\b(?:i am|i'm|i will be|i'll be|i shall be|am) (?:currently |now |presently )?(?:out of (?:the )?(?:office|country|town)|away\b|on (?:annual |maternity |paternity |sick |parental )?(?:leave|vacation|holiday)|not (?:in the office|available|working)|travell?ing)|out of (?:the )?office (?:until|from|and|on|with|at)|(?:limited|no|intermittent) access to (?:my )?e-?mail|will (?:respond|reply|answer|return).{0,40}(?:when i|on my|upon my) return|i will be back|^\s*automat(?:ic|ed) (?:reply|response)|this (?:e-?mail |message )?is an auto(?:mat(?:ic|ed))? ?-?(?:reply|response|generated|message|e-?mail)|thank you for (?:your (?:e-?mail|message)|contacting).{0,200}(?:away|out of|leave|return)|ich bin (?:derzeit |momentan |zur zeit |bis |vom )?.{0,40}(?:nicht (?:im|erreichbar)|abwesend|außer haus)|je suis (?:actuellement )?(?:absente?|en congé)|estoy (?:fuera|ausente)|estar[ée] (?:fuera|ausente)|sono (?:assente|fuori)|ik ben (?:momenteel |tot )?.{0,30}(?:afwezig|niet)|im urlaub|rwyf? (?:allan|i ffwrdd|ar (?:wyliau|fy ngwyliau|absenoldeb))|yn ôl yn y swyddfa|休暇|不在)/iu

/** Addresses that are programs whatever they write. */
export const mailerAddress = /^(?:mailer-?_?daemon|mdaemon|mail-?daemon|mail-delivery)/i

/** Addresses under which servers write, and now and then a person who looks after one. */
export const systemAddress =
  /^(?:post_?master|mail-?admin|mmdf|bounces?|root|smtp|daemon|system|mta|ndr)(?:[@>+-]|$)/i

/** Names that servers give themselves; anybody may carry one, whoever sorts the post for instance. */
export const systemName =
  /mailer-?_?daemon|mail deliver(?:y)? (?:sub)?system|mail ?delivery ?service|post ?master|system ?administrator|microsoft (?:outlook|exchange)|mail (?:administrator|server|system|router|gateway)|internet mail|mailscanner|mimecast|messaging server|interscan|courier mail/i

/** Notices of Amazon SES through SNS. */
export const providerNotice = /^\s*\{\s*"(?:notificationType|eventType)"\s*:\s*"(?:Bounce|Complaint|Delivery)/

/**
 * Codes that mail servers answer with: RFC 3463 status, and RFC 5321 replies with the words that follow them. A number
 * alone is a room, a house or a ward.
 */
export const serverCode =
  /\b[45]\.\d\.\d{1,3}\b|(?:^|[\s:("'<>*-])[45][0-5]\d[ -](?:[<#]|(?:\w+ ){0,2}(?:user|mailbox|mail|recipients?|address|host|domain|account|relay\w*|permanent\w*|temporar\w*|transaction|requested|invalid|unknown|unrout\w*|no such|sorry|delivery|message|policy|rejected|quota|spam|blocked|access|denied|unable|service|command|not|local|try again|you|this|cannot|administrative\w*)\b)/im

/** How servers introduce themselves: the first words of the mail, where a person's would stand. */
export const serverIntroduction =
  /^[\s*=#-]*(?:hi\. )?(?:this (?:is|message was) (?:the (?:mail system|mailer-daemon|qmail|dragonfly|postfix|smtp|mail delivery)|an? (?:automatic(?:ally)? generated )?(?:delivery status|mail delivery|bounce)|created automatically by (?:the )?(?:mail|smtp))|this is an automatically[- ]generated delivery|the original message was received at|the following address(?:es)? had|a message that you sent (?:could not|contained|has not)|delivery to the following recipients? (?:failed|has been delayed)|your message (?:to .{1,80} )?(?:could not be|wasn[’']t|was not|has not been) delivered|это письмо создано автоматически|ce message a été créé automatiquement par le logiciel|diese (?:nachricht|e-?mail) wurde automatisch (?:von|vom) (?:der |dem )?mail|dies ist eine automatisch(?:e|erzeugte| erzeugte) (?:benachrichtigung|nachricht) über)/iu

/** Yahoo's and others' first words above a message that a reader marked as spam. */
export const abuseIntroduction = /^\s*this is an (?:e-?mail )?abuse report for an e-?mail/i

/** A server that still tries: what it sends beforehand, without fields or a status, looks like a mail that came back. */
export const saysStillTried =
  /\b(?:delayed mail|mail delayed|warning(?: message)? only|still being (?:re)?tried|do(?:es)? not need to (?:re-?send|be re-?sent)|(?:will|attempts(?: to deliver)?(?: \w+){0,4} will) (?:continue|keep)\b|will (?:be retried|be tried again|try again)|not yet been delivered|(?:has been|is) delayed|no action is (?:required|needed)|noch nicht zugestellt|weiterhin versuch|wird weiter versucht|verzögert|pas encore (?:été|pu être) (?:remis|livr|délivr)|a été retardé|sera retenté|no se ha entregado todavía|se ha retrasado|se seguirá intentando|non è (?:stato )?ancora (?:stato )?(?:consegnat|recapitat)|ulteriori tentativi|nog niet (?:af|be)geleverd|is vertraagd)/iu
