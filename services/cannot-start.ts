/** Why a start came to nothing, as one plain sentence that says what to do; shown without a stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
