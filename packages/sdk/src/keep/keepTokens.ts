import type { TokenClient } from '../generated/token/types.ts'
import type { Answer, NetworkError } from '../runtime/answer.ts'
import { startLimit } from '../runtime/limit.ts'
import type { CallOptions } from '../runtime/options.ts'
import { type Refreshed, refresh } from './refresh.ts'
import { memoryTokens, type TokenStorage } from './storage.ts'
import { write } from './write.ts'

/** A client of the `token` API that keeps its caller signed in. */
export interface KeptClient extends TokenClient {
  /**
   * Forgets the tokens. The session itself goes on at the server until it is not used any more: this API has no call that
   * ends it. Rejects with what the storage rejects with.
   */
  signOut(): Promise<void>
}

/**
 * A client that keeps the tokens: `login` stores them, and the calls that need the access token send it. If the server
 * does not take it any more (`tokenInvalid`), the call waits for a new one and is made once more. If there is none to be
 * had because the session is over, the tokens are forgotten and the call ends as `tokenInvalid`; if the server could not
 * be asked, they are kept and the call ends as the question did: `networkError`, `timeout`, `unavailable` and the like.
 * A call that brings a `token` of its own is left alone.
 */
export function keepTokens(client: TokenClient, storage: TokenStorage = memoryTokens()): KeptClient {
  /** Makes one of the calls that need the access token. */
  async function kept<A extends Answer>(
    request: { readonly token?: string | null | undefined } | undefined,
    call: CallOptions | undefined,
    make: (call: CallOptions | undefined) => Promise<A>,
  ) {
    if (request?.token) return make(call)
    try {
      const pair = await storage.get()
      if (!pair) return await make(call)
      const answer = await make(bearing(pair.token, call))
      if (answer.outcome !== 'tokenInvalid') return answer
      // With an aborted signal the client sends nothing: making the call once more only says how it ended.
      const aborted: Refreshed = { kind: 'fresh', token: pair.token }
      const refreshed = await unlessAborted(refresh(client, storage, pair), call, aborted)
      switch (refreshed.kind) {
        case 'fresh':
          return await make(bearing(refreshed.token, call))
        case 'over':
          return answer
        case 'failed':
          return refreshed.answer
      }
    } catch (cause) {
      return networkError(cause)
    }
  }

  return {
    ...client,
    login: async (request, call) => {
      const answer = await client.login(request, call)
      if (answer.outcome !== 'ok') return answer
      const { token, refreshToken } = answer.body
      try {
        await write(storage, { token, refreshToken })
        return answer
      } catch (cause) {
        return networkError(cause)
      }
    },
    getSelf: (request, call) => kept(request, call, (call) => client.getSelf(request, call)),
    setEmail: (request, call) => kept(request, call, (call) => client.setEmail(request, call)),
    setPhone: (request, call) => kept(request, call, (call) => client.setPhone(request, call)),
    setStatement: (request, call) => kept(request, call, (call) => client.setStatement(request, call)),
    signOut: () => write(storage, undefined),
  }
}

/** The call with its token: in a header, since what is in a URL ends up in logs. */
const bearing = (token: string, call: CallOptions | undefined): CallOptions => ({
  ...call,
  headers: { authorization: `Bearer ${token}`, ...call?.headers },
})

/** Others may wait for a refresh too: it goes on, only this call does not wait any longer. */
async function unlessAborted(
  refreshed: Promise<Refreshed>,
  call: CallOptions | undefined,
  aborted: Refreshed,
): Promise<Refreshed> {
  const limit = startLimit([call?.signal], 0)
  try {
    return await Promise.race([refreshed, limit.reached.then(() => aborted)])
  } finally {
    limit.release()
  }
}

const networkError = (cause: unknown): NetworkError => ({
  outcome: 'networkError',
  status: 0,
  body: undefined,
  headers: undefined,
  cause,
})
