import { describe, expect, it } from 'vitest'
import { recordingFetch } from '../test/fetches.ts'
import { createClient } from './generated/card/index.ts'
import { UnwrapError, unwrap } from './unwrap.ts'

const clientOf = (status: number, body: unknown) =>
  createClient({ baseUrl: '', fetch: recordingFetch(status, JSON.stringify(body)).fetch })

describe('unwrap', () => {
  it('gives the body of a success', async () => {
    const answer = await clientOf(200, { msg: '登录成功' }).login({})
    expect(unwrap(answer)).toEqual({ msg: '登录成功' })
    expect(await unwrap(clientOf(200, { msg: '登录成功' }).login({}))).toEqual({ msg: '登录成功' })
  })

  it('throws any other end, with the answer', async () => {
    const answer = await clientOf(200, { msg: '用户名或密码错误' }).login({})
    expect(() => unwrap(answer)).toThrow(UnwrapError)
    const error = await unwrap(Promise.resolve(answer)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      name: 'UnwrapError',
      answer,
      message: "The call ended as 'invalidCredentials' (status 200).",
    })
  })

  it('passes the cause of a network error on', async () => {
    const cause = new Error('broken')
    const client = createClient({ baseUrl: '', fetch: () => Promise.reject(cause) })
    expect(await unwrap(client.login({})).catch((error: UnwrapError) => error.cause)).toBe(cause)
  })
})
