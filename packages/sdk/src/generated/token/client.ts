// Generated from packages/schema/src/token by `pnpm gen`: change the contract, not this file.
import type { Endpoint } from '../../runtime/endpoint.ts'
import type { ClientOptions } from '../../runtime/options.ts'
import { send } from '../../runtime/send.ts'
import * as checks from './checks.ts'
import type {
  CheckPhoneAnswer,
  CheckUsernameAnswer,
  GetInfoAnswer,
  GetSelfAnswer,
  LoginAnswer,
  RefreshTokenAnswer,
  RegisterAnswer,
  SendCodeAnswer,
  SendEmailCodeAnswer,
  SendRegisterCodeAnswer,
  SetEmailAnswer,
  SetPhoneAnswer,
  SetStatementAnswer,
  TokenClient,
} from './types.ts'

/** A client of the `token` API. Makes no connection by itself, and needs no closing. */
export function createClient(options: ClientOptions): TokenClient {
  return {
    login: (request, call) => send<LoginAnswer>(options, login, request, call),
    register: (request, call) => send<RegisterAnswer>(options, register, request, call),
    getSelf: (request, call) => send<GetSelfAnswer>(options, getSelf, request, call),
    getInfo: (request, call) => send<GetInfoAnswer>(options, getInfo, request, call),
    setEmail: (request, call) => send<SetEmailAnswer>(options, setEmail, request, call),
    setPhone: (request, call) => send<SetPhoneAnswer>(options, setPhone, request, call),
    setStatement: (request, call) => send<SetStatementAnswer>(options, setStatement, request, call),
    refreshToken: (request, call) => send<RefreshTokenAnswer>(options, refreshToken, request, call),
    sendCode: (request, call) => send<SendCodeAnswer>(options, sendCode, request, call),
    sendRegisterCode: (request, call) => send<SendRegisterCodeAnswer>(options, sendRegisterCode, request, call),
    sendEmailCode: (request, call) => send<SendEmailCodeAnswer>(options, sendEmailCode, request, call),
    checkUsername: (request, call) => send<CheckUsernameAnswer>(options, checkUsername, request, call),
    checkPhone: (request, call) => send<CheckPhoneAnswer>(options, checkPhone, request, call),
  }
}

const login: Endpoint = {
  method: 'POST',
  path: '/api/user/login',
  body: ['loginName', 'password'],
  fits: checks.loginRequest,
  outcomes: checks.loginOutcomes,
}

const register: Endpoint = {
  method: 'POST',
  path: '/api/user/register',
  body: ['username', 'password', 'phone', 'verify_code'],
  fits: checks.registerRequest,
  outcomes: checks.registerOutcomes,
}

const getSelf: Endpoint = {
  method: 'GET',
  path: '/api/user/info/self',
  query: ['token'],
  fits: checks.getSelfRequest,
  outcomes: checks.getSelfOutcomes,
}

const getInfo: Endpoint = {
  method: 'GET',
  path: '/api/user/info/:uid',
  fits: checks.getInfoRequest,
  outcomes: checks.getInfoOutcomes,
}

const setEmail: Endpoint = {
  method: 'PUT',
  path: '/api/user/email',
  body: ['original_address', 'original_code', 'new_email', 'new_code', 'token'],
  fits: checks.setEmailRequest,
  outcomes: checks.setEmailOutcomes,
}

const setPhone: Endpoint = {
  method: 'PUT',
  path: '/api/user/phone',
  body: ['original_address', 'original_code', 'new_phone', 'new_code', 'token'],
  fits: checks.setPhoneRequest,
  outcomes: checks.setPhoneOutcomes,
}

const setStatement: Endpoint = {
  method: 'PUT',
  path: '/api/user/statement',
  body: ['token', 'new_statement'],
  fits: checks.setStatementRequest,
  outcomes: checks.setStatementOutcomes,
}

const refreshToken: Endpoint = {
  method: 'GET',
  path: '/api/verify/token',
  query: ['refreshToken'],
  fits: checks.refreshTokenRequest,
  outcomes: checks.refreshTokenOutcomes,
}

const sendCode: Endpoint = {
  method: 'POST',
  path: '/api/verify/sms/general',
  body: ['phone'],
  fits: checks.sendCodeRequest,
  outcomes: checks.sendCodeOutcomes,
}

const sendRegisterCode: Endpoint = {
  method: 'POST',
  path: '/api/verify/sms/register',
  body: ['phone'],
  fits: checks.sendRegisterCodeRequest,
  outcomes: checks.sendRegisterCodeOutcomes,
}

const sendEmailCode: Endpoint = {
  method: 'POST',
  path: '/api/verify/email',
  body: ['email'],
  fits: checks.sendEmailCodeRequest,
  outcomes: checks.sendEmailCodeOutcomes,
}

const checkUsername: Endpoint = {
  method: 'GET',
  path: '/api/check/username',
  query: ['username'],
  fits: checks.checkUsernameRequest,
  outcomes: checks.checkUsernameOutcomes,
}

const checkPhone: Endpoint = {
  method: 'GET',
  path: '/api/check/phone',
  query: ['phone'],
  fits: checks.checkPhoneRequest,
  outcomes: checks.checkPhoneOutcomes,
}
