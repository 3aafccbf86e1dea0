export { type Account, type Role, roles } from './accounts/account.ts'
export { createAccount } from './accounts/createAccount.ts'
export { deleteAccount } from './accounts/deleteAccount.ts'
export { type Email, readEmail } from './accounts/email.ts'
export { findAccount } from './accounts/findAccount.ts'
export type { Identifier } from './accounts/identifier.ts'
export { lockAccount } from './accounts/lockAccount.ts'
export { registerWithPhone } from './accounts/registerWithPhone.ts'
export { registerWithUsername } from './accounts/registerWithUsername.ts'
export { setLevel } from './accounts/setLevel.ts'
export { setRole } from './accounts/setRole.ts'
export type { AccountStore, InsertOutcome, NewAccount } from './accounts/store.ts'
export { unlockAccount } from './accounts/unlockAccount.ts'
export { readNewUsername, type Username, usernameKey } from './accounts/username.ts'
export { earliestBirthday, formatInstant, parseInstant, wholeYears } from './calendar.ts'
export type { Address } from './codes/address.ts'
export type { CodeFailure, CodeScope } from './codes/code.ts'
export { requestChangeCode } from './codes/requestChangeCode.ts'
export { requestLoginCode } from './codes/requestLoginCode.ts'
export { requestRegistrationCode } from './codes/requestRegistrationCode.ts'
export { requestResetCode } from './codes/requestResetCode.ts'
export type { Sent, TooSoon } from './codes/sendCode.ts'
export type { CodeStore, Consuming, Limit, Sending } from './codes/store.ts'
export { type Core, createCore, type Parts } from './core.ts'
export { changePassword } from './credentials/changePassword.ts'
export { passwordFits } from './credentials/password.ts'
export { resetPasswordByPhone } from './credentials/resetPasswordByPhone.ts'
export { setPassword } from './credentials/setPassword.ts'
export type { CredentialStore, Credentials } from './credentials/store.ts'
export { accountSubject } from './credentials/subject.ts'
export { Unavailable } from './errors.ts'
export type { Audience, FollowLists, FollowStore } from './follows/store.ts'
export type { Identity, ProviderName } from './identities/identity.ts'
export { signInWithProvider } from './identities/signInWithProvider.ts'
export type { IdentityStore } from './identities/store.ts'
export { checkPhone } from './lookups/checkPhone.ts'
export { checkUsername } from './lookups/checkUsername.ts'
export type { TooManyLookups } from './lookups/countLookup.ts'
export type { LookupStore } from './lookups/store.ts'
export { type Delivery, deliverDue, type Sender, type Senders, type SendResult } from './messages/deliverDue.ts'
export type { ChannelName, Message, MessagePurpose } from './messages/message.ts'
export type { MessageStore, NewMessage, SealedMessage } from './messages/store.ts'
export { formatPhone, type PhoneFormat, parseMobile } from './phone.ts'
export type { AvatarRefusal, NewAvatar } from './pictures/avatar.ts'
export { type AvatarSize, avatarFile } from './pictures/avatarFile.ts'
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
export { changeAddress } from './profile/changeAddress.ts'
export { claimPhone } from './profile/claimPhone.ts'
export type { Gender, OwnProfile, ProfileChanges, PublicProfile } from './profile/profile.ts'
export { readOwnProfile } from './profile/readOwnProfile.ts'
export { readPublicProfile } from './profile/readPublicProfile.ts'
export { setStatement } from './profile/setStatement.ts'
export type {
  AddressChange,
  Claim,
  Claims,
  KeptChanges,
  KeptProfile,
  ProfileStore,
  VerifiedAddresses,
} from './profile/store.ts'
export { updateProfile } from './profile/updateProfile.ts'
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
