/** What every fictional reply has in common: its name, how it stands in the mail, and what the person said. */
export type Written = readonly [name: string, body: string, said?: string]

export const words = `Thank you for writing. The twelfth suits me, but not before ten.

My husband will drive me. Will there be somebody who can sign?`
