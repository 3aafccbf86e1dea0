import { T as TokenClient } from '../types.js'
import '../options.js'

interface TokenPair {
  readonly token: string
  readonly refreshToken: string
}
interface TokenStorage {
  get(): TokenPair | undefined | Promise<TokenPair | undefined>
  set(pair: TokenPair | undefined): void | Promise<void>
  readonly sharedAs?: string | undefined
}
declare function memoryTokens(pair?: TokenPair): TokenStorage
declare function localTokens(key?: string): TokenStorage
interface KeptClient extends TokenClient {
  signOut(): Promise<void>
}
declare function keepTokens(client: TokenClient, storage?: TokenStorage): KeptClient

export { type KeptClient, keepTokens, localTokens, memoryTokens, type TokenPair, type TokenStorage }
