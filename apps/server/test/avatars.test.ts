import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { createAccount, deleteAccount } from '@acct/core'
import { inspectStore } from '@acct/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { png } from './support/png.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'

const password = 'right123'

/** Pictures that each of eight clients uploads: more with `ACCT_TEST_LONG=1`, a thousand in all. */
const uploads = process.env.ACCT_TEST_LONG === '1' ? 125 : 20

let test: TestServer
let accountId: number

beforeEach(async () => {
  test = await startTestServer()
  const created = await createAccount(test.server.core, { username: 'painter', password })
  if (created.kind !== 'created') throw new Error(created.kind)
  accountId = created.accountId
})
afterEach(() => test.stop())

const files = () => readdirSync(join(dirname(test.databaseFile), 'files'))
const pictures = () => inspectStore({ file: test.databaseFile }).rows.pictures

async function painter() {
  const client = socialClient(test.url)
  const login = await client.login({ user_type: '1', account: 'painter', password })
  if (login.outcome !== 'ok') throw new Error(login.outcome)
  return { client, token: login.body.data.user_info.token }
}

describe('avatars', () => {
  it('as many as one account likes leave two files', { timeout: 180_000 }, async () => {
    const { client } = await painter()
    const image = png(64, 64)
    const upload = async () => {
      for (let count = 0; count < uploads; count++) expect((await client.updateAvatar({ image })).outcome).toBe('ok')
    }
    await Promise.all(Array.from({ length: 8 }, upload))
    expect(files()).toHaveLength(2)
    expect(pictures()).toBe(1)
  })

  it('a thousand that are broken off leave nothing', { timeout: 60_000 }, async () => {
    const { token } = await painter()
    const head =
      'POST /social/user/update_avator HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n' +
      `Authorization: Bearer ${token}\r\nContent-Length: 100000\r\n\r\n` +
      '--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n'
    const start = Buffer.concat([Buffer.from(head), png(64, 64)])
    const breakOff = () =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(test.url).port), '127.0.0.1', () =>
          socket.write(start, () => socket.destroy()),
        )
        socket.once('close', () => resolve())
      })
    const descriptors = () => readdirSync('/dev/fd').length
    await breakOff()
    const before = descriptors()
    for (let round = 0; round < 50; round++) await Promise.all(Array.from({ length: 20 }, breakOff))
    await expect.poll(descriptors).toBeLessThanOrEqual(before + 5)
    expect(files()).toEqual([])
    expect(pictures()).toBe(0)
    // There is room for uploads again.
    expect((await (await painter()).client.updateAvatar({ image: png(64, 64) })).outcome).toBe('ok')
  })

  it('come through card as well, all or nothing', async () => {
    const card = cardClient(test.url)
    await card.login({ username: 'painter', password })
    const info = async () => {
      const answer = await card.getInfo()
      if (answer.outcome !== 'ok') throw new Error(answer.outcome)
      return answer.body
    }
    for (const avatar of [
      png(63, 64),
      png(64, 4097),
      new TextEncoder().encode('<svg/>'),
      png(64, 64).subarray(0, 50),
    ]) {
      expect((await card.updateInfo({ avatar, nickname: '新名字' })).outcome).toBe('failed')
      expect(await info()).toMatchObject({ nickname: null, avatar: '/files/default-avatar.png' })
      expect(files()).toEqual([])
    }
    expect((await card.updateInfo({ avatar: png(64, 64), nickname: '新名字' })).outcome).toBe('ok')
    const { avatar, nickname } = await info()
    expect(nickname).toBe('新名字')
    expect(avatar).toMatch(/^\/files\/[\w-]{22,}\.jpg$/)
    expect((await fetch(test.url + avatar)).headers.get('content-type')).toBe('image/jpeg')
    expect((await card.updateInfo({ avatar })).outcome).toBe('ok')
    expect(files()).toHaveLength(2)
    expect((await card.updateInfo({ avatar: '/files/default-avatar.png' })).outcome).toBe('ok')
    expect(files()).toEqual([])
  })

  it('go with their account', async () => {
    expect((await (await painter()).client.updateAvatar({ image: png(64, 64) })).outcome).toBe('ok')
    expect(files()).toHaveLength(2)
    await deleteAccount(test.server.core, { accountId })
    expect(files()).toEqual([])
    expect(pictures()).toBe(0)
  })

  it('that take their time hold nobody else up', async () => {
    const { client } = await painter()
    const image = png(4096, 4096)
    const uploads = Promise.all(Array.from({ length: 20 }, () => client.updateAvatar({ image }, { timeout: 0 })))
    let slowest = 0
    let done = false
    void uploads.then(() => {
      done = true
    })
    while (!done) {
      const began = performance.now()
      expect((await fetch(`${test.url}/healthz`)).status).toBe(200)
      slowest = Math.max(slowest, performance.now() - began)
    }
    for (const { outcome } of await uploads) expect(outcome).toBe('ok')
    // Alone it is below a tenth of a second; here other tests and the uploads’ own callers share the machine.
    expect(slowest).toBeLessThan(2000)
    expect(files()).toHaveLength(2)
  })
})
