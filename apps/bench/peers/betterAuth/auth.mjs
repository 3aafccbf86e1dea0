import { betterAuth } from 'better-auth'
import { phoneNumber } from 'better-auth/plugins'
import Database from 'better-sqlite3'

/** Signs the cookies. */
export const secret = 'a secret of more than thirty-two bytes, for measuring only'

// High enough never to be met; it goes on counting, as acct's does.
const limit = { window: 60, max: 1_000_000_000 }

/**
 * better-auth as its documentation sets it up, in production: e-mail and password, phone numbers, its rate limiter on.
 * The database journals as acct's does, which is faster than SQLite's default and as safe.
 */
export function createAuth({ file, baseURL, cookieCache = false, sendOTP = () => {} }) {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return betterAuth({
    baseURL,
    secret,
    database,
    emailAndPassword: { enabled: true },
    plugins: [phoneNumber({ sendOTP, otpLength: 6 })],
    // Long enough for a run, so that no cached cookie ends in it.
    session: { cookieCache: { enabled: cookieCache, maxAge: 6 * 3600 } },
    rateLimit: {
      enabled: true,
      ...limit,
      customRules: { '/sign-in/*': limit, '/phone-number/*': limit },
    },
    telemetry: { enabled: false },
  })
}
