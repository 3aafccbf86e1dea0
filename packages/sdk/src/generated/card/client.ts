// Generated from packages/schema/src/card by `pnpm gen`: change the contract, not this file.
import type { Endpoint } from '../../runtime/endpoint.ts'
import type { ClientOptions } from '../../runtime/options.ts'
import { send } from '../../runtime/send.ts'
import { upload } from '../../runtime/upload.ts'
import * as checks from './checks.ts'
import type {
  CardClient,
  ChangeTelNumAnswer,
  CreateQRAnswer,
  GetInfoAnswer,
  LoginAnswer,
  LogoutAnswer,
  ModifyPasswordAnswer,
  RegisterAnswer,
  UpdateInfoAnswer,
} from './types.ts'

/** A client of the `card` API. Makes no connection by itself, and needs no closing. */
export function createClient(options: ClientOptions): CardClient {
  return {
    login: (request, call) => send<LoginAnswer>(options, login, request, call),
    register: (request, call) => send<RegisterAnswer>(options, register, request, call),
    logout: (call) => send<LogoutAnswer>(options, logout, {}, call),
    modifyPassword: (request, call) => send<ModifyPasswordAnswer>(options, modifyPassword, request, call),
    getInfo: (call) => send<GetInfoAnswer>(options, getInfo, {}, call),
    updateInfo: (request, call) => send<UpdateInfoAnswer>(options, updateInfo, request, call),
    changeTelNum: (request, call) => send<ChangeTelNumAnswer>(options, changeTelNum, request, call),
    createQR: (call) => send<CreateQRAnswer>(options, createQR, {}, call),
  }
}

const login: Endpoint = {
  method: 'POST',
  path: '/user/login',
  body: ['username', 'password'],
  fits: checks.loginRequest,
  outcomes: checks.loginOutcomes,
}

const register: Endpoint = {
  method: 'POST',
  path: '/user/register',
  body: ['username', 'password', 'nickname', 'telephone'],
  fits: checks.registerRequest,
  outcomes: checks.registerOutcomes,
}

const logout: Endpoint = {
  method: 'POST',
  path: '/user/logout',
  outcomes: checks.logoutOutcomes,
}

const modifyPassword: Endpoint = {
  method: 'POST',
  path: '/user/modifyPassword',
  body: ['old_pwd', 'new_pwd', 'confirm_pwd'],
  fits: checks.modifyPasswordRequest,
  outcomes: checks.modifyPasswordOutcomes,
}

const getInfo: Endpoint = {
  method: 'POST',
  path: '/user/getInfo',
  outcomes: checks.getInfoOutcomes,
}

const updateInfo: Endpoint = {
  method: 'POST',
  path: '/user/updateInfo',
  body: ['avatar', 'username', 'nickname', 'gender', 'birthday', 'signature'],
  upload,
  fits: checks.updateInfoRequest,
  outcomes: checks.updateInfoOutcomes,
}

const changeTelNum: Endpoint = {
  method: 'POST',
  path: '/user/changeTelNum',
  body: ['telephone'],
  fits: checks.changeTelNumRequest,
  outcomes: checks.changeTelNumOutcomes,
}

const createQR: Endpoint = {
  method: 'POST',
  path: '/user/createQR',
  outcomes: checks.createQROutcomes,
}
