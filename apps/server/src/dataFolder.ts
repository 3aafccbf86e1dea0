import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '@acct/core'

/** A start that can not be, for a reason that the operator can mend: one clear line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** Makes the data folder, for this user only; throws `StartRefused` if it can not be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartRefused(
      `ACCT_DATA_DIR: the folder '${folder}' can not be written (${(error as NodeJS.ErrnoException).code})`,
    )
  }
}

const secretBytes = 32

/**
 * The secret that is kept in the data folder, made by the first process that needs it. It appears in its place complete or
 * not at all, so that two processes that start together end up with the same one. Throws `StartRefused` for a file that is
 * damaged: another secret would make every code and message that was kept worthless, without a word.
 */
export function keptSecret(folder: string, random: Random): Uint8Array {
  const file = join(folder, 'secret')
  try {
    return readSecret(file) ?? makeSecret(file, random)
  } catch (error) {
    if (error instanceof StartRefused) throw error
    throw new StartRefused(`the secret in '${file}' can not be read or made (${(error as NodeJS.ErrnoException).code})`)
  }
}

function readSecret(file: string): Uint8Array | undefined {
  let text: string
  try {
    text = readFileSync(file, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  if (!/^[0-9a-f]{64}\n$/.test(text)) {
    throw new StartRefused(`the secret in '${file}' is damaged: put it back, or remove it to have a new one made`)
  }
  return Buffer.from(text.trimEnd(), 'hex')
}

function makeSecret(file: string, random: Random): Uint8Array {
  const secret = Buffer.from(random.bytes(secretBytes)).toString('hex')
  const draft = `${file}.${process.pid}.${Buffer.from(random.bytes(8)).toString('hex')}`
  try {
    writeFileSync(draft, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  // Whoever came first has decided.
  return readSecret(file) ?? makeSecret(file, random)
}
