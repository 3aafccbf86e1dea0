import { variant } from '../route.ts'
import { dropout } from './account.ts'
import { requestEmailCode, requestSmsCode } from './codes.ts'
import { envelope } from './envelope.ts'
import { addFollow, addFollowGroup, cancelFollow, deleteFollowGroup } from './follow.ts'
import { changePasswd, getPasswd, resetPasswd } from './password.ts'
import { getUserHomepagePrivacySettings, setUserHomepagePrivacySettings } from './privacy.ts'
import { getOwnInfo, getUserInfo, setOwnInfo } from './profile.ts'
import { login, loginSignupSms, logout, signup, verifyAccount } from './session.ts'

export const community = variant({
  name: 'community',
  title: 'community',
  description:
    'Name, e-mail or number, codes, follows and privacy. The caller is known by the session cookie (or Bearer). ' +
    'Documented errors are HTTP 200 with a number.',
  envelope,
  routes: {
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
  },
})
