/** A text as a database can keep it and a reader expects it: no NUL, no half characters, one kind of line end. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n')
}
