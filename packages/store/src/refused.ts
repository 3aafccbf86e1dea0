/** A database that must not be used: the reason in one line that names the file. The file is as it was. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused'

  constructor(file: string, reason: string, options?: { cause: unknown }) {
    super(`database '${file}': ${reason.replace(/\s+/g, ' ')}`, options)
  }
}
