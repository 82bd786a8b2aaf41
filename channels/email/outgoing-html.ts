/** The HTML side of an outgoing mail: the same words, plainly laid out, for programs that show only HTML. */

export interface HtmlMessage {
  readonly subject: string
  readonly text: string
  readonly language: string
}

export function htmlOf(message: HtmlMessage): string {
  const paragraphs = message.text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) => `<p style="margin:0 0 1em">${linked(escaped(paragraph)).replaceAll('\n', '<br>')}</p>`,
    )
  return [
    `<!DOCTYPE html><html lang="${escaped(message.language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(message.subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:19px;line-height:1.5;color:#212b32;background:#ffffff;max-width:38em">',
    ...paragraphs,
    '</body></html>',
  ].join('\n')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Our own addresses become links; the link text is the address itself, so that people see where it leads. */
function linked(html: string): string {
  return html.replace(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`)
}
