import { expect, it } from 'vitest'
import { MissingPackage, optionalPackage } from './optionalPackage.ts'

it('names the optional package that is not installed', () => {
  expect(() => optionalPackage('@acct/not-installed')).toThrow(new MissingPackage('@acct/not-installed'))
  expect(new MissingPackage('twilio').message).toContain("'twilio'")
})
