import { InvalidArgumentError } from 'commander'

/** A level as a command's argument or option. */
export function parseLevel(value: string): number {
  if (/^\d{1,2}$/.test(value) && Number(value) <= 15) return Number(value)
  throw new InvalidArgumentError('A level is a whole number from 0 to 15.')
}
