import type { SendResult } from '@acct/core'
import { refused, unclear } from './outcome.ts'

interface HandOver {
  /** The gateway's name for the log. */
  readonly gateway: string
  /** Milliseconds. */
  readonly timeout: number
  readonly call: () => Promise<SendResult>
  /** What an error of the gateway's client means; undefined where it says nothing about that. */
  readonly judge: (error: unknown) => SendResult | undefined
}

/**
 * Hands one message to a gateway and always says what became of it. A failure counts as `refused` only where it is
 * certain that nothing was handed over; everything else is `unclear`, since a second message is worse than none: who
 * waits for a code can ask for another one.
 */
export async function handOver({ gateway, timeout, call, judge }: HandOver): Promise<SendResult> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => resolve(unclear(`${gateway} did not answer within ${timeout} ms`)), timeout)
  })
  try {
    return await Promise.race([call(), tooLate])
  } catch (error) {
    return judge(error) ?? judgeConnection(gateway, error)
  } finally {
    clearTimeout(timer)
  }
}

// Some clients keep an error's code, others only its text, which begins or ends with it.
const noConnection = /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)\b|connect ETIMEDOUT/
const noTrust = /certificate|altnames|CERT_|ERR_TLS_/i

/** What a failed connection means: `otherwise`, where it is not certain that none was made. */
export function judgeConnection(gateway: string, error: unknown, otherwise = unclear): SendResult {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const text = `${code} ${message}`
  const network = noConnection.exec(text)?.[0]
  if (network !== undefined) return refused(`${gateway} can not be reached: ${network}`)
  if (noTrust.test(text)) return refused(`${gateway} has no certificate that can be trusted`)
  return otherwise(`${gateway} broke off or answered nonsense`)
}
