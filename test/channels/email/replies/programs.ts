/** Replies as mail programs of many kinds and languages write them, answering a fictional hospital; nobody in them exists. */
import { words, type Written } from './written.ts'

const ours = `Dear Ada Sample,
We can offer you another appointment on 12 November.
Kind regards,
Feedback team, Example Hospital`
const marked = ours.replace(/^/gm, '> ')

/** Whatever the program, the person said `words` and nothing else. */
export const byProgram: readonly Written[] = [
  [
    'Outlook in Welsh, classic',
    `${words}\n\nOddi wrth: Example Feedback <feedback@hub.example>\nAnfonwyd: Dydd Llun, 2 Tachwedd 2026 09:15\nAt: Ada Sample <ada@people.example>\nPwnc: Eich adborth\n\n${ours}`,
  ],
  [
    'Outlook in Welsh, short names',
    `${words}\n\n________________________________\nGan: Example Feedback <feedback@hub.example>\nDyddiad: 02/11/2026 09:15\nI: Ada Sample\nTestun: Eich adborth\n\n${ours}`,
  ],
  [
    'Outlook in Welsh, Cc between',
    `${words}\n\nOddi wrth: Example Feedback\nAnfonwyd ar: 02 Tachwedd 2026 09:15\nAt: Ada Sample\nCc: Ben Sample\nPwnc: Eich adborth\n\n${ours}`,
  ],
  [
    'Outlook in German',
    `${words}\n\nVon: Example Feedback <feedback@hub.example>\nGesendet: Montag, 2. November 2026 09:15\nAn: Ada Sample <ada@people.example>\nCc: Ben Sample\nBetreff: Ihre Rückmeldung\nPriorität: Hoch\n\n${ours}`,
  ],
  [
    'Outlook in German, original message',
    `${words}\n\n-----Ursprüngliche Nachricht-----\nVon: Example Feedback\nGesendet: Montag, 2. November 2026 09:15\nAn: Ada Sample\nBetreff: Ihre Rückmeldung\n\n${ours}`,
  ],
  [
    'Outlook in French',
    `${words}\n\nDe : Example Feedback <feedback@hub.example>\nEnvoyé : lundi 2 novembre 2026 09:15\nÀ : Ada Sample <ada@people.example>\nCc : Ben Sample\nObjet : Votre avis\n\n${ours}`,
  ],
  [
    'Outlook in French, telephone',
    `${words}\n\nTélécharger Outlook pour iOS<https://aka.example/o0ukef>\n________________________________\nDe : Example Feedback <feedback@hub.example>\nEnvoyé : Monday, November 2, 2026 9:15:00 AM\nÀ : Ada Sample\nObjet : Votre avis\n\n${ours}`,
  ],
  [
    'Outlook in Polish',
    `${words}\n\nOd: Example Feedback <feedback@hub.example>\nWysłano: poniedziałek, 2 listopada 2026 09:15\nDo: Ada Sample <ada@people.example>\nDW: Ben Sample\nTemat: Pani opinia\n\n${ours}`,
  ],
  [
    'Outlook in Polish, telephone',
    `${words}\n\nPobierz aplikację Outlook dla systemu Android<https://aka.example/AAb9ysg>\n________________________________\nOd: Example Feedback <feedback@hub.example>\nWysłane: poniedziałek, 2 listopada 2026 09:15:00\nDo: Ada Sample\nTemat: Pani opinia\n\n${ours}`,
  ],
  [
    'Outlook in Romanian',
    `${words}\n\nDe la: Example Feedback <feedback@hub.example>\nTrimis: luni, 2 noiembrie 2026 09:15\nCătre: Ada Sample\nSubiect: Opinia dumneavoastră\n\n${ours}`,
  ],
  [
    'Outlook in Portuguese',
    `${words}\n\nDe: Example Feedback <feedback@hub.example>\nEnviado: 2 de novembro de 2026 09:15\nPara: Ada Sample\nAssunto: A sua opinião\n\n${ours}`,
  ],
  [
    'Outlook, starred by a gateway',
    `${words}\n\n*From:*Example Feedback <feedback@hub.example>\n*Sent:* Monday, November 2, 2026 9:15 AM\n*To:* Ada Sample\n*Subject:* Your feedback\n*Importance:* High\n\n${ours}`,
  ],
  [
    'Outlook, Date in the place of Sent',
    `${words}\n\n  From: Example Feedback\n  Date: Monday, 2 November 2026 at 09:15\n  To: Ada Sample\n  Subject: Your feedback\n\n${ours}`,
  ],
  [
    'Gmail on a telephone',
    `${words}\n\nOn Mon, 2 Nov 2026, 09:15 Example Feedback, <feedback@hub.example> wrote:\n\n${marked}`,
  ],
  [
    'Gmail on a telephone, wrapped',
    `${words}\n\nOn Mon, 2 Nov 2026, 09:15 Example Feedback for Example Hospital, <\nfeedback+a1b2c3d4e5f6@hub.example> wrote:\n\n${marked}`,
  ],
  [
    'Gmail in Welsh',
    `${words}\n\nAr Llun, 2 Tach 2026, 09:15 Example Feedback, <feedback@hub.example>\nysgrifennodd:\n\n${marked}`,
  ],
  [
    'Yahoo on the web',
    `${words}\n\n    On Monday, 2 November 2026 at 09:15:32 GMT, Example Feedback <feedback@hub.example> wrote:  \n \n ${ours}`,
  ],
  [
    'Yahoo on a telephone',
    `${words}\n\nSent from Yahoo Mail on Android \n \n  On Mon, 2 Nov 2026 at 9:15, Example Feedback<feedback@hub.example> wrote:   ${ours}`,
  ],
  [
    'Yahoo, search and organise',
    `${words}\n\nYahoo Mail: Search, Organise, Conquer \n \n  On Mon, 2 Nov 2026 at 9:15, Example Feedback<feedback@hub.example> wrote:   ${ours}`,
  ],
  [
    'Apple Mail',
    `${words}\n\n> On 2 Nov 2026, at 09:15, Example Feedback <feedback@hub.example> wrote:\n> \n${marked}\n`,
  ],
  [
    'iPhone',
    `${words}\n\nSent from my iPhone\n\n> On 2 Nov 2026, at 09:15, Example Feedback <feedback@hub.example> wrote:\n> \n> \uFEFF${ours.replaceAll('\n', '\n> ')}`,
  ],
  [
    'iPhone in Welsh',
    `${words}\n\nAnfonwyd o fy iPhone\n\n> Ar 2 Tach 2026, am 09:15, ysgrifennodd Example Feedback <feedback@hub.example>:\n> \n${marked}`,
  ],
  [
    'iPhone in Polish',
    `${words}\n\nWysłane z iPhone'a\n\n> Wiadomość napisana przez Example Feedback <feedback@hub.example> w dniu 2 lis 2026, o godz. 09:15:\n> \n${marked}`,
  ],
  [
    'Apple Mail in Polish, not marked',
    `${words}\n\nWiadomość napisana przez Example Feedback <feedback@hub.example> w dniu 2 lis 2026, o godz. 09:15:\n\n${ours}`,
  ],
  [
    'iPhone in German',
    `${words}\n\nVon meinem iPhone gesendet\n\n> Am 02.11.2026 um 09:15 schrieb Example Feedback <feedback@hub.example>:\n> \n${marked}`,
  ],
  [
    'iPhone in French',
    `${words}\n\nEnvoyé de mon iPhone\n\n> Le 2 nov. 2026 à 09:15, Example Feedback <feedback@hub.example> a écrit :\n> \n${marked}`,
  ],
  [
    'Proton',
    `${words}\n\nSent with [Proton Mail](https://proton.example/mail/home) secure email.\n\nOn Monday, November 2nd, 2026 at 9:15 AM, Example Feedback <feedback@hub.example> wrote:\n\n${marked}`,
  ],
  [
    'Proton, older',
    `${words}\n\nSent with ProtonMail Secure Email.\n\n‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\n\nOn Monday, November 2nd, 2026 at 09:15, Example Feedback <feedback@hub.example> wrote:\n\n${marked}`,
  ],
  [
    'Proton on a telephone',
    `${words}\n\nSent from [Proton Mail](https://proton.example/mail/home) for Android.\n\n-------- Original Message --------\nOn Monday, 11/02/26 at 09:15 Example Feedback <feedback@hub.example> wrote:\n\n${marked}`,
  ],
  [
    'Samsung',
    `${words}\n\n\n\nSent from my Galaxy\n\n\n\n-------- Original message --------\nFrom: Example Feedback <feedback@hub.example>\nDate: 02/11/2026 09:15 (GMT+00:00)\nTo: Ada Sample <ada@people.example>\nSubject: Your feedback\n\n${ours}`,
  ],
  [
    'Samsung, by its model',
    `${words}\n\nSent from Samsung Mobile on O2\nGet Outlook for Android\n\n-------- Original message --------\nFrom: Example Feedback\nDate: 02/11/2026 09:15\n\n${ours}`,
  ],
  [
    'Huawei',
    `${words}\n\n-------- Original Message --------\nSubject: Your feedback\nFrom: Example Feedback\nTo: Ada Sample\nCC: \n\n${ours}`,
  ],
  [
    'BlackBerry',
    `${words}\n\nSent from my BlackBerry 10 smartphone on the EE network.\n  Original Message  \nFrom: Example Feedback\nSent: Monday, 2 November 2026 09:15\nTo: Ada Sample\nSubject: Your feedback\n\n${ours}`,
  ],
  [
    'AOL',
    `${words}\n\n-----Original Message-----\nFrom: Example Feedback <feedback@hub.example>\nTo: Ada Sample <ada@people.example>\nSent: Mon, 2 Nov 2026 9:15\nSubject: Your feedback\n\n${ours}`,
  ],
  [
    'BT, Virgin and TalkTalk on the web',
    `${words}\n\n------ Original Message ------\nFrom: "Example Feedback" <feedback@hub.example>\nTo: ada@people.example\nSent: Monday, 2 Nov, 2026 At 09:15\nSubject: Your feedback\n\n${ours}`,
  ],
  [
    'Open-Xchange',
    `${words}\n\n> On 02/11/2026 09:15 GMT Example Feedback <feedback@hub.example> wrote:\n> \n>  \n${marked}`,
  ],
  [
    'eM Client',
    `${words}\n\n------ Original Message ------\nFrom "Example Feedback" <feedback@hub.example>\nTo "Ada Sample" <ada@people.example>\nDate 02/11/2026 09:15:00\nSubject Your feedback\n\n${marked}`,
  ],
  [
    'Spark',
    `${words}\n\nOn 2 Nov 2026 at 09:15 +0000, Example Feedback <feedback@hub.example>, wrote:\n${marked}`,
  ],
  [
    'GMX',
    `${words}\n\nGesendet: Montag, 02. November 2026 um 09:15 Uhr\nVon: "Example Feedback" <feedback@hub.example>\nAn: "Ada Sample" <ada@people.example>\nBetreff: Ihre Rückmeldung\n\n${ours}`,
  ],
  [
    'Laposte and Orange',
    `${words}\n\n> Message du 02/11/26 09:15\n> De : "Example Feedback" <feedback@hub.example>\n> A : "Ada Sample" <ada@people.example>\n> Copie à : \n> Objet : Votre avis\n> \n${marked}`,
  ],
  [
    'WP and Onet',
    `${words}\n\nDnia 2 listopada 2026 09:15 Example Feedback <feedback@hub.example> napisał(a):\n\n${marked}`,
  ],
  ['Thunderbird in Welsh', `${words}\n\nAr 02/11/2026 09:15, ysgrifennodd Example Feedback:\n${marked}`],
  ['Roundcube', `${words}\n\nOn 2026-11-02 09:15, Example Feedback wrote:\n${marked}`],
  [
    'Lotus Notes',
    `${words}\n\n\n\nFrom:        Example Feedback <feedback@hub.example>\nTo:          ada@people.example\nDate:        02/11/2026 09:15\nSubject:     Your feedback\n\n\n\n${ours}`,
  ],
  [
    'Gmail in Arabic',
    `${words}\n\nفي الاثنين، ٢ نوفمبر ٢٠٢٦ في ٩:١٥ ص تمت كتابة ما يلي بواسطة Example Feedback <feedback@hub.example>:\n\n${marked}`,
  ],
  [
    'Gmail in Punjabi',
    `${words}\n\nਸੋਮ, 2 ਨਵੰ 2026 ਨੂੰ 9:15 ਪੂ.ਦੁ. 'ਤੇ Example Feedback <feedback@hub.example> ਨੇ ਲਿਖਿਆ:\n\n${marked}`,
  ],
  [
    'Gmail in Hindi',
    `${words}\n\nसोम, 2 नव॰ 2026 को 9:15 am बजे को Example Feedback <feedback@hub.example> ने लिखा:\n\n${marked}`,
  ],
]
