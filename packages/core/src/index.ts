export { type Account, type Role, roles } from './accounts/account.ts'
export { createAccount } from './accounts/createAccount.ts'
export { deleteAccount } from './accounts/deleteAccount.ts'
export { deleteOwnAccount } from './accounts/deleteOwnAccount.ts'
export { type Email, readEmail } from './accounts/email.ts'
export { findAccount } from './accounts/findAccount.ts'
export type { Identifier } from './accounts/identifier.ts'
export { lockAccount } from './accounts/lockAccount.ts'
export { registerWithPhone } from './accounts/registerWithPhone.ts'
export { registerWithUsername } from './accounts/registerWithUsername.ts'
export { setLevel } from './accounts/setLevel.ts'
export { setRole } from './accounts/setRole.ts'
export { signInOrSignUpWithCode } from './accounts/signInOrSignUpWithCode.ts'
export { signUpWithAddress } from './accounts/signUpWithAddress.ts'
export { signUpWithUsername } from './accounts/signUpWithUsername.ts'
export type { AccountStore, InsertOutcome, NewAccount } from './accounts/store.ts'
export { unlockAccount } from './accounts/unlockAccount.ts'
export { readNewUsername, type Username, usernameKey } from './accounts/username.ts'
export { actingFor } from './audit/actingFor.ts'
export { type AuditAction, type AuditLine, auditActions, type Origin } from './audit/line.ts'
export { listAudit } from './audit/listAudit.ts'
export type { AuditQuery, AuditStore } from './audit/store.ts'
export { writeRefusals } from './audit/writeRefusals.ts'
export { earliestBirthday, formatDate, formatInstant, parseInstant, wholeYears } from './calendar.ts'
export type { Address } from './codes/address.ts'
export type { CodeFailure, CodeScope } from './codes/code.ts'
export { requestChangeCode } from './codes/requestChangeCode.ts'
export { requestIdentityCode } from './codes/requestIdentityCode.ts'
export { requestLoginCode } from './codes/requestLoginCode.ts'
export { requestRegistrationCode } from './codes/requestRegistrationCode.ts'
export { requestResetCode } from './codes/requestResetCode.ts'
export type { Sent, TooSoon } from './codes/sendCode.ts'
export type { CodeStore, Consuming, Limit, Sending } from './codes/store.ts'
export { type Core, createCore, type Parts } from './core.ts'
export { changePassword } from './credentials/changePassword.ts'
export { changePasswordWithCode } from './credentials/changePasswordWithCode.ts'
export { passwordFits } from './credentials/password.ts'
export { resetPasswordByPhone } from './credentials/resetPasswordByPhone.ts'
export { setPassword } from './credentials/setPassword.ts'
export type { CredentialStore, Credentials } from './credentials/store.ts'
export { accountSubject } from './credentials/subject.ts'
export { Unavailable } from './errors.ts'
export { addFollowGroup } from './follows/addFollowGroup.ts'
export { deleteFollowGroup } from './follows/deleteFollowGroup.ts'
export { followAccount } from './follows/followAccount.ts'
export { isFixedGroup } from './follows/group.ts'
export type { Audience, FollowLists, FollowStore } from './follows/store.ts'
export { unfollowAccount } from './follows/unfollowAccount.ts'
export type { Identity, ProviderName } from './identities/identity.ts'
export { signInWithProvider } from './identities/signInWithProvider.ts'
export type { IdentityStore } from './identities/store.ts'
export { beginJob, type Job } from './jobs/beginJob.ts'
export type { JobStore } from './jobs/store.ts'
export { checkAccount } from './lookups/checkAccount.ts'
export { checkPhone } from './lookups/checkPhone.ts'
export { checkUsername } from './lookups/checkUsername.ts'
export type { TooManyLookups } from './lookups/countLookup.ts'
export type { LookupStore } from './lookups/store.ts'
export { type Delivery, deliverDue, type Sender, type Senders, type SendResult } from './messages/deliverDue.ts'
export type { ChannelName, Message, MessagePurpose } from './messages/message.ts'
export type { MessageStore, NewMessage, SealedMessage } from './messages/store.ts'
export { formatPhone, type PhoneFormat, parseMobile } from './phone.ts'
export type { AvatarRefusal, NewAvatar } from './pictures/avatar.ts'
export { type AvatarSize, avatarFile, avatarOfFile } from './pictures/avatarFile.ts'
export { createProfileCode } from './pictures/createProfileCode.ts'
export { findPicture } from './pictures/findPicture.ts'
export type { Picture } from './pictures/picture.ts'
export { readAvatar } from './pictures/readAvatar.ts'
export { removeOrphans } from './pictures/removeOrphans.ts'
export { setPicture } from './pictures/setPicture.ts'
export type { PictureStore } from './pictures/store.ts'
export type {
  Blobs,
  Clock,
  Hasher,
  IdentityProvider,
  Links,
  PictureMaker,
  ProvenIdentity,
  Random,
  Stores,
  WordLists,
} from './ports.ts'
export type { TooManyPhoneChanges } from './profile/addressChange.ts'
export { changeAddress } from './profile/changeAddress.ts'
export { claimPhone } from './profile/claimPhone.ts'
export type {
  Gender,
  OwnPage,
  OwnProfile,
  Privacy,
  ProfileChanges,
  PublicProfile,
  ViewedProfile,
} from './profile/profile.ts'
export { readOwnPage } from './profile/readOwnPage.ts'
export { readOwnProfile } from './profile/readOwnProfile.ts'
export { readPrivacy } from './profile/readPrivacy.ts'
export { readPublicProfile } from './profile/readPublicProfile.ts'
export { setPrivacy } from './profile/setPrivacy.ts'
export { setStatement } from './profile/setStatement.ts'
export type {
  AddressChange,
  AddressRefusal,
  Claim,
  Claims,
  KeptChanges,
  KeptPage,
  KeptProfile,
  PrivacyChanges,
  ProfileStore,
  Updated,
  UpdateRefusal,
  VerifiedAddresses,
  View,
  Viewer,
} from './profile/store.ts'
export { updateProfile } from './profile/updateProfile.ts'
export { updateProfileWithAddress } from './profile/updateProfileWithAddress.ts'
export { viewProfile } from './profile/viewProfile.ts'
export { shareRequests } from './requests/shareRequests.ts'
export type { RequestStore } from './requests/store.ts'
export { findSession } from './sessions/findSession.ts'
export { refreshAccess } from './sessions/refreshAccess.ts'
export type { NewSession, NewToken, Session } from './sessions/session.ts'
export { signInWithCode } from './sessions/signInWithCode.ts'
export { signInWithPassword } from './sessions/signInWithPassword.ts'
export { signOut } from './sessions/signOut.ts'
export type { KeptSession, SessionStart, SessionStore, TokenStart } from './sessions/store.ts'
export { type ChannelMode, defaultSettings, type Settings } from './settings.ts'
export { sweep } from './sweep.ts'
export { codePoints, isWellFormed } from './text.ts'
export { checkResetTicket } from './tickets/checkResetTicket.ts'
export { requestResetLink } from './tickets/requestResetLink.ts'
export { resetPasswordWithTicket } from './tickets/resetPasswordWithTicket.ts'
export type { TicketStart, TicketStore } from './tickets/store.ts'
export { clockTolerance } from './time.ts'
export { createWordLists } from './words/wordLists.ts'
