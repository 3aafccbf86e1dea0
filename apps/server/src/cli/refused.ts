/** A command that can not do what it was asked to: one clear line, exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
