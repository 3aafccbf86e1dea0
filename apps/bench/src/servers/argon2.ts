import type { Algorithm } from '@node-rs/argon2'

// The package declares `Algorithm` as a const enum, which isolated modules can not read.
const argon2id: Algorithm.Argon2id = 2

/** The parameters that acct ships with. */
export const argon2Options = { algorithm: argon2id, memoryCost: 19456, timeCost: 2, parallelism: 1 }
