/** One template for the forms of a response: what it says, its fields, and the button. */
interface Field {
  readonly kind: 'text' | 'line' | 'date' | 'hidden' | 'outcome' | 'yes-no'
  readonly name: string
  readonly rows?: number
}

/** `name`: its place under `answer:form` in the language file. */
export function formPage(name: string, fields: readonly Field[], more: object = {}): object {
  return { form: { name, fields }, ...more }
}

export const template = 'response/form.njk'
export const backTo = 'response'

export function asSent(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
