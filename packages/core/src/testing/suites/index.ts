import { accountSuite } from './accounts.ts'
import { addressSuite } from './addresses.ts'
import { auditSuite } from './audit.ts'
import { claimSuite } from './claims.ts'
import { codeSuite } from './codes.ts'
import { deletionSuite } from './deletion.ts'
import { deliverySuite } from './delivery.ts'
import { followSuite } from './follows.ts'
import { followModelSuite } from './followsModel.ts'
import { housekeepingSuite } from './housekeeping.ts'
import { identitySuite } from './identities.ts'
import { identityCodeSuite } from './identityCodes.ts'
import { limitSuite } from './limits.ts'
import { lockoutSuite } from './lockout.ts'
import { ownProfileSuite } from './ownProfile.ts'
import { passwordSuite } from './passwords.ts'
import { phoneChangeSuite } from './phoneChanges.ts'
import { pictureSuite } from './pictures.ts'
import { privacySuite } from './privacy.ts'
import { processSuite } from './processes.ts'
import { profileSuite } from './profile.ts'
import { sessionSuite } from './sessions.ts'
import type { OpenStores } from './setup.ts'
import { signUpSuite } from './signUps.ts'
import { ticketSuite } from './tickets.ts'
import { tokenSuite } from './tokens.ts'
import { wordSuite } from './words.ts'

/** What every store must keep true: the core's operations, run on it. Called in a test file of the store's package. */
export function storeSuites(open: OpenStores): void {
  accountSuite(open)
  passwordSuite(open)
  lockoutSuite(open)
  sessionSuite(open)
  tokenSuite(open)
  codeSuite(open)
  limitSuite(open)
  addressSuite(open)
  deliverySuite(open)
  profileSuite(open)
  ownProfileSuite(open)
  phoneChangeSuite(open)
  privacySuite(open)
  claimSuite(open)
  pictureSuite(open)
  identitySuite(open)
  signUpSuite(open)
  ticketSuite(open)
  identityCodeSuite(open)
  wordSuite(open)
  followSuite(open)
  followModelSuite(open)
  deletionSuite(open)
  auditSuite(open)
  housekeepingSuite(open)
  processSuite(open)
}

export { blobSuite } from './blobs.ts'
export type { OpenStores }
