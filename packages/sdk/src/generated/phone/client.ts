// Generated from packages/schema/src/phone by `pnpm gen`: change the contract, not this file.
import type { Endpoint } from '../../runtime/endpoint.ts'
import type { ClientOptions } from '../../runtime/options.ts'
import { send } from '../../runtime/send.ts'
import * as checks from './checks.ts'
import type {
  ForgetPasswordAnswer,
  LoginAnswer,
  LoginPhoneAnswer,
  LogoutAnswer,
  PhoneClient,
  RegisterAnswer,
  RegisterPhoneAnswer,
  SendLoginCodeAnswer,
  SendRegisterCodeAnswer,
  SendResetCodeAnswer,
} from './types.ts'

/** A client of the `phone` API. Makes no connection by itself, and needs no closing. */
export function createClient(options: ClientOptions): PhoneClient {
  return {
    register: (request, call) => send<RegisterAnswer>(options, register, request, call),
    login: (request, call) => send<LoginAnswer>(options, login, request, call),
    logout: (request, call) => send<LogoutAnswer>(options, logout, request, call),
    sendRegisterCode: (request, call) => send<SendRegisterCodeAnswer>(options, sendRegisterCode, request, call),
    registerPhone: (request, call) => send<RegisterPhoneAnswer>(options, registerPhone, request, call),
    sendLoginCode: (request, call) => send<SendLoginCodeAnswer>(options, sendLoginCode, request, call),
    loginPhone: (request, call) => send<LoginPhoneAnswer>(options, loginPhone, request, call),
    sendResetCode: (request, call) => send<SendResetCodeAnswer>(options, sendResetCode, request, call),
    forgetPassword: (request, call) => send<ForgetPasswordAnswer>(options, forgetPassword, request, call),
  }
}

const register: Endpoint = {
  method: 'POST',
  path: '/user/register',
  body: ['account', 'password', 'name', 'role'],
  fits: checks.registerRequest,
  outcomes: checks.registerOutcomes,
}

const login: Endpoint = {
  method: 'POST',
  path: '/user/login',
  body: ['account', 'password'],
  fits: checks.loginRequest,
  outcomes: checks.loginOutcomes,
}

const logout: Endpoint = {
  method: 'POST',
  path: '/user/logout',
  body: ['user_id'],
  fits: checks.logoutRequest,
  outcomes: checks.logoutOutcomes,
}

const sendRegisterCode: Endpoint = {
  method: 'GET',
  path: '/user/registerPhone/:phone_number',
  fits: checks.sendRegisterCodeRequest,
  outcomes: checks.sendRegisterCodeOutcomes,
}

const registerPhone: Endpoint = {
  method: 'POST',
  path: '/user/registerPhone/:phone_number',
  body: ['phone_number', 'identifying_code'],
  fits: checks.registerPhoneRequest,
  outcomes: checks.registerPhoneOutcomes,
}

const sendLoginCode: Endpoint = {
  method: 'GET',
  path: '/user/loginPhone/:phone_number',
  fits: checks.sendLoginCodeRequest,
  outcomes: checks.sendLoginCodeOutcomes,
}

const loginPhone: Endpoint = {
  method: 'POST',
  path: '/user/loginPhone/:phone_number',
  body: ['phone_number', 'identifying_code'],
  fits: checks.loginPhoneRequest,
  outcomes: checks.loginPhoneOutcomes,
}

const sendResetCode: Endpoint = {
  method: 'GET',
  path: '/user/forgetPassword/:phone_number',
  fits: checks.sendResetCodeRequest,
  outcomes: checks.sendResetCodeOutcomes,
}

const forgetPassword: Endpoint = {
  method: 'POST',
  path: '/user/forgetPassword/:phone_number',
  body: ['phone_number', 'account', 'identifying', 'new_password'],
  fits: checks.forgetPasswordRequest,
  outcomes: checks.forgetPasswordOutcomes,
}
