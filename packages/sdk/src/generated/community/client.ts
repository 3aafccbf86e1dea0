// Generated from packages/schema/src/community by `pnpm gen`: change the contract, not this file.
import type { Endpoint } from '../../runtime/endpoint.ts'
import type { ClientOptions } from '../../runtime/options.ts'
import { send } from '../../runtime/send.ts'
import { upload } from '../../runtime/upload.ts'
import * as checks from './checks.ts'
import type {
  AddFollowAnswer,
  AddFollowGroupAnswer,
  CancelFollowAnswer,
  ChangePasswdAnswer,
  CommunityClient,
  DeleteFollowGroupAnswer,
  DropoutAnswer,
  GetOwnInfoAnswer,
  GetPasswdAnswer,
  GetUserHomepagePrivacySettingsAnswer,
  GetUserInfoAnswer,
  LoginAnswer,
  LoginSignupSmsAnswer,
  LogoutAnswer,
  RequestEmailCodeAnswer,
  RequestSmsCodeAnswer,
  ResetPasswdAnswer,
  SetOwnInfoAnswer,
  SetUserHomepagePrivacySettingsAnswer,
  SignupAnswer,
  VerifyAccountAnswer,
} from './types.ts'

/** A client of the `community` API. Makes no connection by itself, and needs no closing. */
export function createClient(options: ClientOptions): CommunityClient {
  return {
    verifyAccount: (request, call) => send<VerifyAccountAnswer>(options, verifyAccount, request, call),
    login: (request, call) => send<LoginAnswer>(options, login, request, call),
    signup: (request, call) => send<SignupAnswer>(options, signup, request, call),
    requestEmailCode: (request, call) => send<RequestEmailCodeAnswer>(options, requestEmailCode, request, call),
    requestSmsCode: (request, call) => send<RequestSmsCodeAnswer>(options, requestSmsCode, request, call),
    loginSignupSms: (request, call) => send<LoginSignupSmsAnswer>(options, loginSignupSms, request, call),
    logout: (call) => send<LogoutAnswer>(options, logout, {}, call),
    changePasswd: (request, call) => send<ChangePasswdAnswer>(options, changePasswd, request, call),
    getPasswd: (request, call) => send<GetPasswdAnswer>(options, getPasswd, request, call),
    resetPasswd: (request, call) => send<ResetPasswdAnswer>(options, resetPasswd, request, call),
    dropout: (request, call) => send<DropoutAnswer>(options, dropout, request, call),
    setOwnInfo: (request, call) => send<SetOwnInfoAnswer>(options, setOwnInfo, request, call),
    getOwnInfo: (request, call) => send<GetOwnInfoAnswer>(options, getOwnInfo, request, call),
    getUserInfo: (request, call) => send<GetUserInfoAnswer>(options, getUserInfo, request, call),
    setUserHomepagePrivacySettings: (request, call) => send<SetUserHomepagePrivacySettingsAnswer>(options, setUserHomepagePrivacySettings, request, call),
    getUserHomepagePrivacySettings: (call) => send<GetUserHomepagePrivacySettingsAnswer>(options, getUserHomepagePrivacySettings, {}, call),
    addFollow: (request, call) => send<AddFollowAnswer>(options, addFollow, request, call),
    cancelFollow: (request, call) => send<CancelFollowAnswer>(options, cancelFollow, request, call),
    addFollowGroup: (request, call) => send<AddFollowGroupAnswer>(options, addFollowGroup, request, call),
    deleteFollowGroup: (request, call) => send<DeleteFollowGroupAnswer>(options, deleteFollowGroup, request, call),
  }
}

const verifyAccount: Endpoint = {
  method: 'POST',
  path: '/api/user/verify-account',
  body: ['username', 'email', 'phone'],
  fits: checks.verifyAccountRequest,
  outcomes: checks.verifyAccountOutcomes,
}

const login: Endpoint = {
  method: 'POST',
  path: '/api/user/login',
  body: ['username', 'email', 'phone', 'passwd'],
  fits: checks.loginRequest,
  outcomes: checks.loginOutcomes,
}

const signup: Endpoint = {
  method: 'POST',
  path: '/api/user/signup',
  body: ['username', 'email', 'phone', 'passwd', 'code'],
  fits: checks.signupRequest,
  outcomes: checks.signupOutcomes,
}

const requestEmailCode: Endpoint = {
  method: 'POST',
  path: '/api/user/request-email-code',
  body: ['email'],
  fits: checks.requestEmailCodeRequest,
  outcomes: checks.requestEmailCodeOutcomes,
}

const requestSmsCode: Endpoint = {
  method: 'POST',
  path: '/api/user/request-sms-code',
  body: ['phone'],
  fits: checks.requestSmsCodeRequest,
  outcomes: checks.requestSmsCodeOutcomes,
}

const loginSignupSms: Endpoint = {
  method: 'POST',
  path: '/api/user/login-signup-sms',
  body: ['phone', 'smscode'],
  fits: checks.loginSignupSmsRequest,
  outcomes: checks.loginSignupSmsOutcomes,
}

const logout: Endpoint = {
  method: 'POST',
  path: '/api/user/logout',
  outcomes: checks.logoutOutcomes,
}

const changePasswd: Endpoint = {
  method: 'POST',
  path: '/api/user/change-passwd',
  body: ['email', 'phone', 'passwd', 'smscode'],
  fits: checks.changePasswdRequest,
  outcomes: checks.changePasswdOutcomes,
}

const getPasswd: Endpoint = {
  method: 'POST',
  path: '/api/user/get-passwd',
  body: ['email', 'phone', 'smscode'],
  fits: checks.getPasswdRequest,
  outcomes: checks.getPasswdOutcomes,
}

const resetPasswd: Endpoint = {
  method: 'POST',
  path: '/api/user/reset-passwd',
  body: ['ticket', 'passwd'],
  fits: checks.resetPasswdRequest,
  outcomes: checks.resetPasswdOutcomes,
}

const dropout: Endpoint = {
  method: 'POST',
  path: '/api/user/dropout',
  body: ['email', 'phone', 'smscode'],
  fits: checks.dropoutRequest,
  outcomes: checks.dropoutOutcomes,
}

const setOwnInfo: Endpoint = {
  method: 'POST',
  path: '/api/user/set-own-info',
  body: ['username', 'name', 'phone', 'gender', 'mail', 'email', 'avatar', 'birthday', 'code', 'original_code'],
  upload,
  fits: checks.setOwnInfoRequest,
  outcomes: checks.setOwnInfoOutcomes,
}

const getOwnInfo: Endpoint = {
  method: 'POST',
  path: '/api/user/get-own-info',
  body: ['fans_before'],
  fits: checks.getOwnInfoRequest,
  outcomes: checks.getOwnInfoOutcomes,
}

const getUserInfo: Endpoint = {
  method: 'POST',
  path: '/api/user/get-user-info',
  body: ['id', 'fans_before'],
  fits: checks.getUserInfoRequest,
  outcomes: checks.getUserInfoOutcomes,
}

const setUserHomepagePrivacySettings: Endpoint = {
  method: 'POST',
  path: '/api/user/set-user-homepage-privacy-settings',
  body: ['is_display_phone', 'is_display_mail', 'is_display_birthday', 'is_display_follows_and_fans'],
  fits: checks.setUserHomepagePrivacySettingsRequest,
  outcomes: checks.setUserHomepagePrivacySettingsOutcomes,
}

const getUserHomepagePrivacySettings: Endpoint = {
  method: 'POST',
  path: '/api/user/get-user-homepage-privacy-settings',
  outcomes: checks.getUserHomepagePrivacySettingsOutcomes,
}

const addFollow: Endpoint = {
  method: 'POST',
  path: '/api/user/add-follow',
  body: ['id', 'group_name'],
  fits: checks.addFollowRequest,
  outcomes: checks.addFollowOutcomes,
}

const cancelFollow: Endpoint = {
  method: 'POST',
  path: '/api/user/cancel-follow',
  body: ['id'],
  fits: checks.cancelFollowRequest,
  outcomes: checks.cancelFollowOutcomes,
}

const addFollowGroup: Endpoint = {
  method: 'POST',
  path: '/api/user/add-follow-group',
  body: ['group_name'],
  fits: checks.addFollowGroupRequest,
  outcomes: checks.addFollowGroupOutcomes,
}

const deleteFollowGroup: Endpoint = {
  method: 'POST',
  path: '/api/user/delete-follow-group',
  body: ['group_name'],
  fits: checks.deleteFollowGroupRequest,
  outcomes: checks.deleteFollowGroupOutcomes,
}
