import { createRequire } from 'node:module'

/** A gateway is chosen whose package, an optional dependency, is not installed. The message is for the operator. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage'
  constructor(name: string) {
    super(`the package '${name}', an optional dependency of @acct/delivery, is not installed`)
  }
}

// The SDKs are CommonJS. Loaded as such they look the same to Node, to the compiler and to the tests.
const require = createRequire(import.meta.url)

/** Loads an optional dependency; throws `MissingPackage` naming it where it is not there. */
export function optionalPackage<Module>(name: string): Module {
  try {
    return require(name)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'MODULE_NOT_FOUND' && message.includes(`'${name}'`)) throw new MissingPackage(name)
    throw error
  }
}
