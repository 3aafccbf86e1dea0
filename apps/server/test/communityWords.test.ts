import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, passwd } from './support/communityWorld.ts'
import { messagesTo } from './support/inbox.ts'

/** Forbidden words and common passwords in every field of this document. What is refused leaves no trace. */

let folder: string
let world: CommunityWorld

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acct-words-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  world = await communityWorld('JSON', {
    ACCT_SENSITIVE_WORDS: file('words', '坏字\n'),
    ACCT_PASSWORD_BLOCKLIST: file('passwords', 'common_1\n'),
  })
})
afterAll(async () => {
  await world.test.stop()
  rmSync(folder, { recursive: true, force: true })
})

const exists = async (who: string) => (await findAccount(world.test.server.core, { who })).kind === 'account'
const common = 'common_1'

describe('a forbidden word', () => {
  it('is in no name', async () => {
    const { newcomer, somebody } = world
    for (const username of ['我坏字你', '我壞字你', '坏\u00b7字']) {
      expect(await newcomer().signup({ username, passwd })).toMatchObject(error(2))
      expect(await exists(username)).toBe(false)
    }
    const { client, username } = await somebody()
    for (const refused of [{ username: '坏字' }, { name: '坏 字' }, { name: '好名', username: '壞字' }]) {
      expect(await client.setOwnInfo(refused)).toMatchObject({ outcome: 'contentRefused', ...error(7) })
    }
    expect(await client.getOwnInfo({})).toMatchObject({ body: { username, name: '' } })
    expect(await client.setOwnInfo({ name: '好 字' })).toMatchObject(error(0))
    expect(await client.getOwnInfo({})).toMatchObject({ body: { name: '好 字' } })
  })

  it('is in no name that comes with a number, whose codes stay good', async () => {
    const { somebody, newPhone, codeTo } = world
    const { client } = await somebody()
    const phone = newPhone()
    const code = await codeTo({ phone })
    expect(await client.setOwnInfo({ phone, code, name: '坏字' })).toMatchObject(error(7))
    expect(await client.getOwnInfo({})).toMatchObject({ body: { phone: '', name: '' } })
    expect(await client.setOwnInfo({ phone, code, name: '好字' })).toMatchObject(error(0))
  })

  it('is in no group', async () => {
    const { client } = await world.somebody()
    expect(await client.addFollowGroup({ group_name: '坏字组' })).toMatchObject({ outcome: 'groupTaken', ...error(1) })
    expect(await client.deleteFollowGroup({ group_name: '坏字组' })).toMatchObject(error(1))
  })
})

describe('a common password', () => {
  it('is nobody’s, and the code that came with it stays good', async () => {
    const { newcomer, reachable, newPhone, codeTo, test } = world
    expect(await newcomer().signup({ username: 'common', passwd: common })).toMatchObject({
      outcome: 'passwordInvalid',
      ...error(3),
    })
    const phone = newPhone()
    const code = await codeTo({ phone })
    expect(await newcomer().signup({ phone, code, passwd: common })).toMatchObject(error(3))
    expect(await exists('common')).toBe(false)
    expect(await exists(`+${phone}`)).toBe(false)
    expect(await newcomer().signup({ phone, code, passwd })).toMatchObject(error(0))

    const { email, username } = await reachable()
    const smscode = await codeTo({ email })
    expect(await newcomer().changePasswd({ email, smscode, passwd: common })).toMatchObject({
      outcome: 'passwordInvalid',
      ...error(8),
    })
    expect(await newcomer().getPasswd({ email, smscode })).toMatchObject(error(0))
    const [message] = await messagesTo(test.server.core, email)
    const ticket = /acct_t_[\w-]{43}/.exec(message?.text ?? '')?.[0]
    expect(await newcomer().resetPasswd({ ticket, passwd: common })).toMatchObject(error(8))
    expect(await newcomer().login({ username, passwd })).toMatchObject(error(0))
    expect(await newcomer().resetPasswd({ ticket, passwd: 'rare_123' })).toMatchObject(error(0))
  })
})
