import { accessSync, constants } from 'node:fs'

/** The browser to drive: what `CHROMIUM` names, else Debian's. */
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Its path, or undefined where there is none. Nothing is ever downloaded. */
export function findBrowser() {
  try {
    accessSync(executable, constants.X_OK)
    return executable
  } catch {
    return undefined
  }
}
