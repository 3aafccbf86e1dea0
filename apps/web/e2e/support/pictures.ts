import { fileURLToPath } from 'node:url'

/** Where each state that was looked at leaves a picture of itself. Git does not see it. */
export const picturesFolder = fileURLToPath(new URL('../pictures/', import.meta.url))
