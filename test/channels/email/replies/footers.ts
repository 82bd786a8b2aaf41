/** What programs, firms and ticket systems put below or around a fictional person's words. */
import { words, type Written } from './written.ts'

const history = `On Mon, 2 Nov 2026 at 09:15, Example Feedback <feedback@hub.example> wrote:\n\n> We can offer you another appointment.`
const answer = `From: Example Feedback <feedback@hub.example>\nSent: 02 November 2026 09:15\nTo: Ada Sample\nSubject: Your feedback\n\nWe can offer you another appointment.`

const nhsMail = `********************************************************************************************************************

This message may contain confidential information. If you are not the intended recipient please:
i) inform the sender that you have received the message in error before deleting it; and
ii) do not disclose, copy or distribute information in this e-mail or take any action in relation to its content (to do so is strictly prohibited and may be unlawful).
Thank you for your co-operation.

NHSmail is the secure email, collaboration and directory service available for all NHS staff in England. NHSmail is approved for exchanging patient data and other sensitive information with NHSmail and other accredited email services.

For more information and to find out how you can switch visit Joining NHSmail – NHSmail Support

********************************************************************************************************************`

const council = `This email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed. If you have received this email in error please notify the sender.

Please consider the environment before printing this email.`

/** The person said `words`. */
export const withFooter: readonly Written[] = [
  ['NHSmail, above the history', `${words}\n\n${nhsMail}\n\n${answer}`],
  ['NHSmail, at the very end', `${words}\n\n${nhsMail}`],
  ['a council’s disclaimer', `${words}\n\n${council}\n\n${answer}`],
  [
    'a disclaimer with a title',
    `${words}\n\n--------------------\nCONFIDENTIALITY NOTICE\nThe information contained in this e-mail is intended only for the addressee. If you are not the intended recipient, any disclosure is prohibited.\n\n${history}`,
  ],
  [
    'a Welsh and English disclaimer',
    `${words}\n\nMae’r neges e-bost hon, ac unrhyw ffeiliau sydd ynghlwm wrthi, yn gyfrinachol ac wedi’i bwriadu ar gyfer y sawl y’i hanfonwyd ato yn unig.\n\nThis email and any attachments are confidential and intended for the named recipient only.\n\n${history}`,
  ],
  [
    'a German disclaimer',
    `${words}\n\nDiese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender.\n\n${history}`,
  ],
  [
    'a French disclaimer',
    `${words}\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires.\n\n${history}`,
  ],
  [
    'a virus scanner',
    `${words}\n\n<https://www.avast.example/sig-email>\tVirus-free.www.avast.example\n\n${history}`,
  ],
  [
    'a mail filter',
    `${words}\n\n______________________________________________________________________\nThis email has been scanned by the Example Email Security System.\nFor more information please visit http://www.example.com/email\n______________________________________________________________________`,
  ],
  [
    'an external-sender banner in the history',
    `${words}\n\n${answer.replace('We can', 'CAUTION: This email originated from outside of the organisation.\n\nWe can')}`,
  ],
  [
    'a banner of the receiver above the words',
    `CAUTION: This email originated from outside of the organisation. Do not click links or open attachments unless you recognise the sender and know the content is safe.\n\n${words}\n\n${history}`,
  ],
  ['device and disclaimer', `${words}\n\nSent from my iPad\n\n${council}\n\n${history}`],
  [
    'a signature, then a disclaimer',
    `${words}\n\n-- \nAda Sample\nSample Street 12\n\n${council}\n\n${history}`,
  ],
  [
    'a marker in English',
    `${words}\n\n##- Please type your reply above this line -##\n\nYour request (1234) has been updated.\n\nWe can offer you another appointment.`,
  ],
  [
    'a marker of our own kind',
    `${words}\n\n--- Please reply above this line ---\n\nDear Ada, we can offer you another appointment.`,
  ],
  [
    'a marker, quoted after its introduction',
    `${words}\n\n${history}\n> ##- Please type your reply above this line -##\n> more`,
  ],
  [
    'a marker after an unknown introduction',
    `${words}\n\nExample Feedback, Monday:\n\n=-=-= Reply above this line to answer =-=-=\nWe can offer you another appointment.`,
    `${words}\n\nExample Feedback, Monday:`,
  ],
  [
    'a marker, write ABOVE THIS LINE',
    `${words}\n\n-- WRITE ABOVE THIS LINE TO POST A REPLY --\n\nWe can offer you another appointment.`,
  ],
  [
    'a marker, do not write below',
    `${words}\n\n--- Please do not write below this line ---\n\nWe can offer you another appointment.`,
  ],
  [
    'a marker in square brackets',
    `${words}\n\n[[ Reply above this line – your comment will be added to the case ]]\n\nWe can offer you another appointment.`,
  ],
  [
    'a marker in Welsh',
    `${words}\n\n##- Teipiwch eich ateb uwchben y llinell hon -##\n\nGallwn gynnig apwyntiad arall.`,
  ],
  [
    'a marker in German',
    `${words}\n\n##- Bitte geben Sie Ihre Antwort über dieser Zeile ein -##\n\nWir bieten einen anderen Termin an.`,
  ],
  [
    'a marker in French',
    `${words}\n\n##- Veuillez répondre au-dessus de cette ligne -##\n\nNous proposons un autre rendez-vous.`,
  ],
  [
    'a marker in Polish',
    `${words}\n\n##- Wpisz odpowiedź powyżej tego wiersza -##\n\nProponujemy inny termin.`,
  ],
]

/** What people paste from solicitors, hospitals and forms, below words of their own: it is what they tell. */
export const pastedLegal: readonly string[] = [
  `This letter and its enclosures are confidential and may be legally privileged. If you are not the intended recipient you must not disclose, copy or distribute it.`,
  `If you have received our client’s records in error, any unauthorised use is strictly prohibited and you should notify the sender of this email at once.`,
  `Any disclosure of the records by the hospital was prohibited and may be unlawful. They were sent to the wrong addressee, and nobody did notify us.`,
  `This message was intended solely for my father, the named recipient. The ward read it out by mistake to the whole bay.`,
  `The email with my results was sent to a neighbour in error. I had asked you not to disclose them, and do not copy my sister in either.`,
  `If you intended this message for somebody else, I received it in error: it names the addressee, a Mrs Sample, and her diagnosis.`,
  `Any attachments that you send us must be marked without prejudice. Please reply to the sender of this communication by 14 November; disclosure is prohibited until then.`,
  `Unless you pay £250 for the unauthorised disclosure of the email to an intended recipient who does not exist, we shall advise the sender to go to court.`,
]
