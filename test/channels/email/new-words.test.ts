/** The person's new words are told from the history they quote, whatever program and language they write in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../channels/email/html-text.ts'
import { newWords } from '../../../channels/email/new-words.ts'

const isOurs = () => true
const reply = { reply: true, forward: false, isOurs }
const fresh = { reply: false, forward: false, isOurs }
const own = 'Thank you, the new appointment suits me.\nPlease tell Dr Sample.'
const ours = 'Dear Ada,\nwe can offer you a new appointment.'
const quoted = ours.replace(/^/gm, '> ')

const introductions: readonly (readonly [string, string])[] = [
  ['Gmail', 'On Mon, 2 Nov 2026 at 09:15, Example Feedback <feedback@hub.example> wrote:'],
  ['Gmail, wrapped', 'On Mon, 2 Nov 2026 at 09:15, Example Feedback <\nfeedback@hub.example> wrote:'],
  ['Apple Mail', 'On 2 Nov 2026, at 09:15, Example Feedback <feedback@hub.example> wrote:'],
  ['Thunderbird', 'On 02/11/2026 09:15, Example Feedback wrote:'],
  ['Eudora', 'At 09:15 AM 11/2/2026, you wrote:'],
  ['Zoho', '---- On Mon, 02 Nov 2026 09:15:00 +0000 feedback@hub.example wrote ----'],
  ['Welsh', 'Ar Llun, 2 Tach 2026 am 09:15, Example Feedback <feedback@hub.example> ysgrifennodd:'],
  ['German', 'Am Mo., 2. Nov. 2026 um 09:15 Uhr schrieb Example Feedback <feedback@hub.example>:'],
  ['German, name first', 'Example Feedback <feedback@hub.example> schrieb am Mo., 2. Nov. 2026, 09:15:'],
  ['French', 'Le lun. 2 nov. 2026 à 09:15, Example Feedback <feedback@hub.example> a écrit :'],
  ['Spanish', 'El lun, 2 nov 2026 a las 9:15, Example Feedback (<feedback@hub.example>) escribió:'],
  ['Portuguese', 'Em seg., 2 de nov. de 2026 às 09:15, Example Feedback <feedback@hub.example> escreveu:'],
  ['Italian', 'Il giorno lun 2 nov 2026 alle ore 09:15 Example Feedback <feedback@hub.example> ha scritto:'],
  ['Dutch', 'Op ma 2 nov 2026 om 09:15 schreef Example Feedback <feedback@hub.example>:'],
  [
    'Dutch, Apple',
    'Op 2 nov. 2026, om 09:15 heeft Example Feedback <feedback@hub.example> het volgende geschreven:',
  ],
  ['Swedish', 'Den mån 2 nov. 2026 kl 09:15 skrev Example Feedback <feedback@hub.example>:'],
  ['Danish', 'Den man. 2. nov. 2026 kl. 09.15 skrev Example Feedback <feedback@hub.example>:'],
  ['Finnish', 'ma 2. marrask. 2026 klo 9.15 Example Feedback (feedback@hub.example) kirjoitti:'],
  ['Polish', 'pon., 2 lis 2026 o 09:15 Example Feedback <feedback@hub.example> napisał(a):'],
  ['Czech', 'po 2. 11. 2026 v 9:15 odesílatel Example Feedback <feedback@hub.example> napsal:'],
  ['Russian', 'пн, 2 нояб. 2026 г. в 09:15, Example Feedback <feedback@hub.example>:'],
  ['Ukrainian', 'пн, 2 лист. 2026 р. о 09:15 Example Feedback <feedback@hub.example> пише:'],
  ['Turkish', 'Example Feedback <feedback@hub.example>, 2 Kas 2026 Pzt, 09:15 tarihinde şunu yazdı:'],
  ['Romanian', 'În lun., 2 nov. 2026 la 09:15, Example Feedback <feedback@hub.example> a scris:'],
  ['Hungarian', 'Example Feedback <feedback@hub.example> ezt írta (időpont: 2026. nov. 2., H, 9:15):'],
  ['Greek', 'Στις Δευ 2 Νοε 2026 στις 9:15 π.μ., ο χρήστης Example Feedback <feedback@hub.example> έγραψε:'],
  ['Chinese', 'Example Feedback <feedback@hub.example> 于2026年11月2日周一 09:15写道：'],
  ['Japanese', '2026年11月2日(月) 9:15 Example Feedback <feedback@hub.example>:'],
  ['Korean', '2026년 11월 2일 (월) 오전 9:15, Example Feedback <feedback@hub.example>님이 작성:'],
  [
    'Arabic',
    'في الاثنين، 2 نوفمبر 2026 في 9:15 ص تمت كتابة ما يلي بواسطة Example Feedback <feedback@hub.example>:',
  ],
  ['Old Gmail', '2026-11-02 9:15 GMT+00:00 Example Feedback <feedback@hub.example>:'],
]

describe('an introduction and the quotation below it go', () => {
  test.each(introductions)('%s', (_, introduction) => {
    expect(newWords(`${own}\n\n${introduction}\n\n${quoted}\n`, reply)).toMatchObject({
      text: own,
      cut: true,
    })
  })

  test.each(introductions)('%s, directly below the words', (_, introduction) => {
    expect(newWords(`${own}\n${introduction}\n${quoted}\n`, reply).text).toBe(own)
  })

  // Without an address it may be the person's own sentence.
  const certain = introductions.filter(([, text]) => /@|you wrote/.test(text))
  test.each(certain)('%s, with the quotation not marked', (_, introduction) => {
    expect(newWords(`${own}\n\n${introduction}\n\n${ours}\n`, reply).text).toBe(own)
  })
})

const headerBlocks: readonly (readonly [string, string])[] = [
  [
    'Outlook',
    'From: Example Feedback <feedback@hub.example>\nSent: 02 November 2026 09:15\nTo: Ada\nSubject: Ward 4',
  ],
  [
    'Outlook web',
    '________________________________\nFrom: Example Feedback\nSent: Monday, November 2, 2026 9:15 AM\nTo: Ada\nSubject: Ward 4',
  ],
  [
    'Outlook, starred',
    '*From:* Example Feedback\n*Sent:* 02 November 2026 09:15\n*To:* Ada\n*Subject:* Ward 4',
  ],
  ['Original Message', '-----Original Message-----\nFrom: Example Feedback\nTo: Ada'],
  ['German', 'Von: Example Feedback\nGesendet: Montag, 2. November 2026 09:15\nAn: Ada\nBetreff: Ward 4'],
  ['French', 'De : Example Feedback\nEnvoyé : lundi 2 novembre 2026 09:15\nÀ : Ada\nObjet : Ward 4'],
  ['French, separator', "-----Message d'origine-----\nDe : Example Feedback"],
  [
    'Spanish',
    'De: Example Feedback\nEnviado el: lunes, 2 de noviembre de 2026 9:15\nPara: Ada\nAsunto: Ward 4',
  ],
  ['Italian', '-----Messaggio originale-----\nDa: Example Feedback'],
  ['Polish', 'Od: Example Feedback\nWysłano: poniedziałek, 2 listopada 2026 09:15\nDo: Ada\nTemat: Ward 4'],
  ['Welsh', 'Oddi wrth: Example Feedback\nAnfonwyd: 02 Tachwedd 2026 09:15\nAt: Ada\nPwnc: Ward 4'],
  ['Chinese', '发件人: Example Feedback\n发送时间: 2026年11月2日 9:15\n收件人: Ada\n主题: Ward 4'],
  [
    'Apple forward',
    'Begin forwarded message:\n\nFrom: Example Feedback\nSubject: Ward 4\nDate: 2 November 2026',
  ],
  ['Gmail forward', '---------- Forwarded message ---------\nFrom: Example Feedback <feedback@hub.example>'],
]

test.each(headerBlocks)('a block of headers ends the words: %s', (_, block) => {
  expect(newWords(`${own}\n\n${block}\n\n${ours}`, reply).text).toBe(own)
})

describe("the person's own words stay", () => {
  const kept: readonly (readonly [string, string])[] = [
    ['a date and a time', 'On 3 May 2026 at 10:30 I waited in the corridor.\nNobody came until 14:00.'],
    ['someone wrote to them', 'On 3 May the clinic wrote:\nyou need not come.\nBut I had to come after all.'],
    ['a list with dashes', 'Three things:\n-- the wait\n-- the noise\n-- the food\nThank you.'],
    ['a form they filled in', 'From: ward 4\nTo: discharge lounge\nI was moved twice in one night.'],
    [
      'an appointment',
      'Date: Wednesday 4 November\nTime: 7:00\nAddress: 12 Sample Street\nNobody was there.',
    ],
    ['a rule in the middle', 'First the good.\n--------------------\nNow the bad: I fell.'],
    ['arrows for emphasis', 'Read this:\n>>> I fell <<<\nand nobody came.'],
    ['sent from, in a sentence', 'The letter was sent from my old address. I never got it.'],
    ['only a quotation', '> Please reply above this line.'],
  ]
  test.each(kept)('%s', (_, words) => {
    expect(newWords(words, fresh).text).toBe(words)
  })

  test('answers between the lines stay, with the lines they answer', () => {
    const text = newWords(
      `On 02/11/2026 09:15, Example wrote:\n> Was it clean?\n\nNo.\n\n> Was it quiet?\n\nYes.\n`,
      reply,
    ).text
    expect(text).toBe('> Was it clean?\n\nNo.\n\n> Was it quiet?\n\nYes.')
  })

  test('an answer below the quotation stays and the quotation goes', () => {
    expect(newWords(`On 02/11/2026 09:15, Example wrote:\n${quoted}\n\n${own}\n`, reply).text).toBe(own)
  })

  test('a forwarded mail is the matter itself', () => {
    const text = `For your attention.\n\n-----Original Message-----\nFrom: Bob\n\n${ours}`
    expect(newWords(text, { ...fresh, forward: true }).text).toBe(text)
  })

  test('a mail that is nothing but a forward keeps what it forwards', () => {
    const text = `---------- Forwarded message ---------\nFrom: Bob <bob@people.example>\n\nI fell in ward 4.`
    expect(newWords(text, reply).text).toContain('I fell in ward 4.')
  })

  test('words without any mark of quoting come through as they are', () => {
    const line = fc.stringMatching(/^[A-Za-z][A-Za-z ,.]{0,60}[a-z]$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const words = lines.filter((one) => !/^(?:sent|get|from|begin)/i.test(one)).join('\n')
        expect(newWords(words, fresh).text).toBe(words)
      }),
    )
  })

  test('words above a quotation are never lost, whatever stands below', () => {
    const line = fc.stringMatching(/^[A-Za-z][A-Za-z ,.]{0,60}[a-z]$/)
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.string({ maxLength: 200 }),
        (lines, below) => {
          const words = lines.join('\n')
          const text = newWords(
            `I fell.\n${words}\nI am sure.\n\n> ${below.replace(/\n/g, '\n> ')}`,
            reply,
          ).text
          expect(text.startsWith(`I fell.\n${words}\nI am sure.`)).toBe(true)
        },
      ),
    )
  })
})

test('the signature below its delimiter is kept aside', () => {
  expect(newWords('I waited four hours.\n\n-- \nAda Example\nSample Street 12', fresh)).toMatchObject({
    text: 'I waited four hours.',
    signature: 'Ada Example\nSample Street 12',
  })
})

test('a long passage below a delimiter is no signature', () => {
  const words = `First part.\n--\n${'This went on and on, and nobody came to help us at all. '.repeat(4)}End.`
  expect(newWords(words, fresh)).toMatchObject({ text: words, signature: null })
})

describe('HTML', () => {
  const html = (body: string) => newWords(textOfHtml(body), reply).text

  test('a Gmail quotation goes', () => {
    expect(
      html(
        '<div dir="ltr">It was loud.</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Nov 2026 at 09:15, Example &lt;<a href="mailto:f@hub.example">f@hub.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">How was it?</blockquote></div>',
      ),
    ).toBe('It was loud.')
  })

  test("Outlook's history goes without any sign in the text", () => {
    expect(
      html(
        '<p>It was loud.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Example</div><p>How was it?</p>',
      ),
    ).toBe('It was loud.')
  })

  test('an indented passage of their own stays', () => {
    expect(
      html('<p>They said:</p><blockquote style="margin:0 0 0 40px"><p>Come back tomorrow.</p></blockquote>'),
    ).toBe('They said:\n\nCome back tomorrow.')
  })

  test('rows of a table stay apart', () => {
    expect(html('<table><tr><td>Ward</td><td>4</td></tr><tr><td>Day</td><td>Monday</td></tr></table>')).toBe(
      'Ward 4\nDay Monday',
    )
  })
})

test('a long line without a space takes no time to speak of', () => {
  const long = 'a'.repeat(300_000)
  expect(newWords(`${long}\n${'\n'.repeat(20_000)}${long}`, reply).text.length).toBeGreaterThan(600_000)
})
