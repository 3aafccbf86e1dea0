// `@acct/sdk/token/keep`: keeps the two tokens of the `token` API, and refreshes by itself.
export { type KeptClient, keepTokens } from './keepTokens.ts'
export { localTokens, memoryTokens, type TokenPair, type TokenStorage } from './storage.ts'
