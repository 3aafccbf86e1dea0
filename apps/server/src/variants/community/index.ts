import type { community } from '@acct/schema'
import type { Handlers } from '../../bind.ts'
import { dropout } from './account.ts'
import { requestEmailCode, requestSmsCode } from './codes.ts'
import { addFollow, addFollowGroup, cancelFollow, deleteFollowGroup } from './follow.ts'
import { setOwnInfo } from './ownInfo.ts'
import { changePasswd, getPasswd, resetPasswd } from './password.ts'
import { getUserHomepagePrivacySettings, setUserHomepagePrivacySettings } from './privacy.ts'
import { getOwnInfo, getUserInfo } from './profile.ts'
import { login, loginSignupSms, logout, signup, verifyAccount } from './session.ts'

export const handlers: Handlers<typeof community> = {
  verifyAccount,
  login,
  signup,
  requestEmailCode,
  requestSmsCode,
  loginSignupSms,
  logout,
  changePasswd,
  getPasswd,
  resetPasswd,
  dropout,
  setOwnInfo,
  getOwnInfo,
  getUserInfo,
  setUserHomepagePrivacySettings,
  getUserHomepagePrivacySettings,
  addFollow,
  cancelFollow,
  addFollowGroup,
  deleteFollowGroup,
}
