/** The run was ended from outside while something was under way that has no result without its end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}
