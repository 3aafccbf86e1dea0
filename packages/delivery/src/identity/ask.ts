import { type ProviderName, Unavailable } from '@acct/core'
import { codeFrom } from '../outcome.ts'
import { readAtMost } from '../readAtMost.ts'

/** How long a provider may take for everything that one proof needs, in milliseconds. */
export const standardTimeout = 2500

/** No documented answer has even a tenth of it. */
const largestBody = 64 * 1024

/** What a provider answered: one flat object. */
export type Reply = Readonly<Record<string, unknown>>

/** Asks one provider, within one time limit for all questions. Throws `Unavailable` for whatever is no answer. */
export type Ask = (
  path: string,
  parameters: Readonly<Record<string, string>>,
  method?: 'GET' | 'POST',
) => Promise<Reply>

/** The provider’s trouble, or our app’s with it; not the caller’s. The text goes to the log: never a token in it. */
export const trouble = (provider: ProviderName, what: string): Unavailable =>
  new Unavailable(`${provider} ${what}`, { retryAfter: 5 })

/**
 * Opens one round of questions. HTTP statuses and content types are not looked at: all three providers send errors with
 * status 200 and answers with others, and QQ calls its JSON text/html. The body decides.
 */
export function asking(provider: ProviderName, baseUrl: string, timeout: number): Ask {
  const signal = AbortSignal.timeout(timeout)
  return async (path, parameters, method = 'GET') => {
    const fields = new URLSearchParams(parameters)
    const url = `${baseUrl}${path}`
    let text: string | undefined
    try {
      const response = await (method === 'GET'
        ? fetch(`${url}?${fields}`, { signal, redirect: 'error' })
        : fetch(url, { signal, redirect: 'error', method, body: fields }))
      const body = await readAtMost(response.body ?? [], largestBody)
      text = body && Buffer.from(body).toString()
    } catch (error) {
      // The errors of fetch may hold the URL, and with it the token: only their code is told.
      if (signal.aborted) throw trouble(provider, `did not answer within ${timeout} ms`)
      const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
      throw trouble(provider, `can not be reached: ${codeFrom(code)}`)
    }
    const reply = text === undefined ? undefined : readReply(text)
    if (reply === undefined) throw trouble(provider, 'answered nonsense')
    return reply
  }
}

/**
 * Reads JSON, or JSON in a call (`callback( {…} );`), with blanks and line ends around it and with a comma after the last
 * member, as QQ writes it. Undefined for everything else than one object.
 */
function readReply(text: string): Reply | undefined {
  const trimmed = text.trim()
  const inner = /^[\w$.]+\s*\(([\s\S]*)\)\s*;?$/.exec(trimmed)?.[1] ?? trimmed
  try {
    const value: unknown = JSON.parse(inner.replace(/,(?=\s*\}\s*$)/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Reply) : undefined
  } catch {
    return undefined
  }
}

/**
 * A number or an identifier as text: the providers send the same field now as a number, now as a string. A number that
 * JavaScript can not tell from its neighbours is none: two people could have it.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  return Number.isSafeInteger(value) ? String(value) : undefined
}

/** A text that may be missing or empty. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The providers' tokens and openids are far shorter. What is longer, or empty, need not be asked about. */
export const couldBeProven = ({ token, openid }: { token: string; openid: string }): boolean =>
  token !== '' && token.length <= 2048 && openid !== '' && openid.length <= 128
