import { createClient as createCard } from '@acct/sdk/card'
import { createClient as createCommunity } from '@acct/sdk/community'

/** Accounts, codes, profile, privacy and follows. The session is the cookie that the browser keeps. */
export const community = createCommunity({ baseUrl: '/community' })

/** What `community` has no call for: the signature, the QR code, and a new password by the old one. */
export const card = createCard({ baseUrl: '/card' })
