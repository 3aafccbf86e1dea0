import type { Stores } from '@acct/core'
import { accountStore } from './accounts.ts'
import { auditStore } from './audit.ts'
import { codeStore } from './codes.ts'
import type { Connection } from './connection.ts'
import { credentialStore } from './credentials.ts'
import { followStore } from './follows.ts'
import { identityStore } from './identities.ts'
import { jobStore } from './jobs.ts'
import { lookupStore } from './lookups.ts'
import { messageStore } from './messages.ts'
import { pictureStore } from './pictures.ts'
import { profileStore } from './profile.ts'
import { readAlong } from './readAlong.ts'
import { requestStore } from './requests.ts'
import { sessionStore } from './sessions.ts'
import { ticketStore } from './tickets.ts'

/** All that the core asks to be kept, on a connection. */
export function storesOn(connected: Connection): Stores {
  const along = readAlong()
  return {
    accounts: accountStore(connected),
    audit: auditStore(connected),
    codes: codeStore(connected),
    credentials: credentialStore(connected),
    follows: followStore(connected),
    identities: identityStore(connected),
    jobs: jobStore(connected),
    lookups: lookupStore(connected),
    messages: messageStore(connected),
    pictures: pictureStore(connected),
    profile: profileStore(connected, along),
    requests: requestStore(connected),
    sessions: sessionStore(connected, along),
    tickets: ticketStore(connected),
  }
}
