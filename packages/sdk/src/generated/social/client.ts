// Generated from packages/schema/src/social by `pnpm gen`: change the contract, not this file.
import type { Endpoint } from '../../runtime/endpoint.ts'
import type { ClientOptions } from '../../runtime/options.ts'
import { send } from '../../runtime/send.ts'
import { upload } from '../../runtime/upload.ts'
import * as checks from './checks.ts'
import type {
  LoginAnswer,
  RegisterAnswer,
  SendVerifycodeAnswer,
  SocialClient,
  UpdateAvatarAnswer,
  UpdateInfoAnswer,
} from './types.ts'

/** A client of the `social` API. Makes no connection by itself, and needs no closing. */
export function createClient(options: ClientOptions): SocialClient {
  return {
    login: (request, call) => send<LoginAnswer>(options, login, request, call),
    register: (request, call) => send<RegisterAnswer>(options, register, request, call),
    updateAvatar: (request, call) => send<UpdateAvatarAnswer>(options, updateAvatar, request, call),
    updateInfo: (request, call) => send<UpdateInfoAnswer>(options, updateInfo, request, call),
    sendVerifycode: (request, call) => send<SendVerifycodeAnswer>(options, sendVerifycode, request, call),
  }
}

const login: Endpoint = {
  method: 'POST',
  path: '/user/login',
  body: ['user_type', 'token', 'openid', 'account', 'password'],
  fits: checks.loginRequest,
  outcomes: checks.loginOutcomes,
}

const register: Endpoint = {
  method: 'POST',
  path: '/user/register',
  body: ['phone', 'password', 'verifycode'],
  fits: checks.registerRequest,
  outcomes: checks.registerOutcomes,
}

const updateAvatar: Endpoint = {
  method: 'POST',
  path: '/user/update_avator',
  body: ['image', 'token'],
  upload,
  fits: checks.updateAvatarRequest,
  outcomes: checks.updateAvatarOutcomes,
}

const updateInfo: Endpoint = {
  method: 'POST',
  path: '/user/update_info',
  body: ['name', 'gender', 'phone', 'email', 'token'],
  fits: checks.updateInfoRequest,
  outcomes: checks.updateInfoOutcomes,
}

const sendVerifycode: Endpoint = {
  method: 'POST',
  path: '/user/send_verifycode',
  body: ['phone'],
  fits: checks.sendVerifycodeRequest,
  outcomes: checks.sendVerifycodeOutcomes,
}
