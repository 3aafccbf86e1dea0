import { findAccount, lockAccount, unlockAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardDriver } from './support/cardDriver.ts'
import { communityClient, communityDriver } from './support/communityDriver.ts'
import { newDevice } from './support/cookies.ts'
import type { Driver, Newcomer } from './support/driver.ts'
import { codeFor } from './support/inbox.ts'
import { phoneDriver } from './support/phoneDriver.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialDriver } from './support/socialDriver.ts'
import { tokenDriver } from './support/tokenDriver.ts'

// One account store behind five doors: who comes in through one is known at all others, at once.

const drivers = [cardDriver, phoneDriver, socialDriver, tokenDriver, communityDriver]

/** What each document’s password login takes of what an account may be called by. */
const takes: Record<string, readonly ('username' | 'phone')[]> = {
  card: ['username', 'phone'],
  phone: ['username', 'phone'],
  social: ['username', 'phone'],
  token: ['phone'],
  community: ['username', 'phone'],
}

/** What an account owns that was registered in each: a number only where the document proves it. */
const owns: Record<string, readonly ('username' | 'phone')[]> = {
  card: ['username'],
  phone: ['username'],
  social: ['phone'],
  token: ['username', 'phone'],
  community: ['username'],
}

const minute = 60_000
let test: TestServer
let people = 0

beforeAll(async () => {
  test = await startTestServer({
    ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
    ACCT_LIMIT_CODES_PER_HOUR: '0',
    ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
  })
})
afterAll(() => test.stop())

const place = () => ({ url: test.url, core: test.server.core })
const deviceOf = (driver: Driver) => driver.device(place())

async function registeredIn(driver: Driver): Promise<Newcomer & { id: number }> {
  people += 1
  const person = { username: `five_${people}`, password: 'right123', phone: `137${String(people).padStart(8, '0')}` }
  expect(await deviceOf(driver).register(person)).toBe('done')
  test.clock.advance(minute)
  const who = owns[driver.variant]?.includes('username') ? person.username : `+86${person.phone}`
  const found = await findAccount(test.server.core, { who })
  if (found.kind !== 'account') throw new Error(`${driver.variant} registered nobody`)
  return { ...person, id: found.account.id }
}

/** Every way in that the person has: a door, and the name that it takes. */
const waysOf = (variant: string, person: Newcomer) =>
  drivers.flatMap((door) =>
    (owns[variant] ?? [])
      .filter((name) => takes[door.variant]?.includes(name))
      .map((name) => ({ door, identifier: person[name] })),
  )

/** The person at every door that lets them in, each with a session of its own. */
async function everywhere(variant: string, person: Newcomer) {
  const ways = waysOf(variant, person)
  const devices = await Promise.all(
    ways.map(async ({ door, identifier }) => {
      const device = deviceOf(door)
      expect(await device.signInAs(identifier, person.password), `${door.variant} as ${identifier}`).toBe('done')
      return device
    }),
  )
  return { ways, devices }
}

describe.each(drivers)('an account registered in $variant', (driver) => {
  it('logs in through every door that takes a name it owns', async () => {
    const person = await registeredIn(driver)
    const { ways, devices } = await everywhere(driver.variant, person)
    const doors = new Set(ways.map(({ door }) => door.variant))
    const all = owns[driver.variant]?.includes('phone') ? 5 : 4
    expect(doors.size).toBe(all)
    for (const device of devices) expect(await device.isSignedIn()).toBe(true)
    for (const { door, identifier } of ways) {
      expect(await deviceOf(door).signInAs(identifier, 'wrong123')).toBe('refused')
    }
  })

  it('is locked and unlocked at all of them at once', async () => {
    const person = await registeredIn(driver)
    const { ways, devices } = await everywhere(driver.variant, person)
    await lockAccount(test.server.core, { accountId: person.id })
    for (const device of devices) expect(await device.isSignedIn()).toBe(false)
    for (const { door, identifier } of ways) {
      expect(await deviceOf(door).signInAs(identifier, person.password)).toBe('refused')
    }
    await unlockAccount(test.server.core, { accountId: person.id })
    await everywhere(driver.variant, person)
  })

  it('closes at all of them after ten wrong passwords, wherever they were tried', async () => {
    const person = await registeredIn(driver)
    const ways = waysOf(driver.variant, person)
    for (let wrong = 0; wrong < 10; wrong++) {
      const { door, identifier } = ways[wrong % ways.length] ?? { door: driver, identifier: '' }
      expect(await deviceOf(door).signInAs(identifier, 'wrong123')).toBe('refused')
    }
    for (const { door, identifier } of ways) {
      expect(await deviceOf(door).signInAs(identifier, person.password)).toBe('refused')
    }
    test.clock.advance(15 * minute)
    await everywhere(driver.variant, person)
  })

  it('a session that was opened at one door holds at all, and is over at all once it is ended at one', async () => {
    const person = await registeredIn(driver)
    for (const name of owns[driver.variant] ?? []) {
      for (const { door, identifier } of waysOf(driver.variant, person).filter(
        (way) => way.identifier === person[name],
      )) {
        const device = deviceOf(door)
        await device.signInAs(identifier, person.password)
        const token = String(device.sessionToken())
        expect(await holdsAt(token)).toEqual(['card', 'social', 'token', 'community'])
        if (device.signOut === undefined) await communityClient(test.url, withCookie(token)).logout()
        else expect(await device.signOut()).toBe('done')
        expect(await holdsAt(token)).toEqual([])
      }
    }
  })

  it('a password that is reset through one door is the old one at none', async () => {
    const person = await registeredIn(driver)
    const { ways, devices } = await everywhere(driver.variant, person)
    const community = communityClient(test.url)
    const phone = `86${person.phone}`
    if (!owns[driver.variant]?.includes('phone')) {
      await communityClient(test.url, withCookie(String(devices[0]?.sessionToken()))).requestSmsCode({ phone })
      const code = await codeFor(test.server.core, `+${phone}`)
      const [first, ...others] = devices
      const set = await communityClient(test.url, withCookie(String(first?.sessionToken()))).setOwnInfo({ phone, code })
      expect(set.outcome).toBe('ok')
      expect(await first?.isSignedIn()).toBe(true)
      for (const device of others) expect(await device.isSignedIn()).toBe(false)
      test.clock.advance(minute)
    }
    await community.requestSmsCode({ phone })
    const smscode = await codeFor(test.server.core, `+${phone}`)
    expect(await community.changePasswd({ phone, smscode, passwd: 'reset123' })).toMatchObject({ outcome: 'ok' })
    for (const device of devices) expect(await device.isSignedIn()).toBe(false)
    for (const { door, identifier } of ways) {
      expect(await deviceOf(door).signInAs(identifier, person.password)).toBe('refused')
      expect(await deviceOf(door).signInAs(identifier, 'reset123')).toBe('done')
    }
    // By its number it is known at all five by now.
    for (const door of drivers) expect(await deviceOf(door).signInAs(person.phone, 'reset123')).toBe('done')
    test.clock.advance(minute)
  })

  it('is gone at all of them once it is deleted', async () => {
    const person = await registeredIn(driver)
    const { ways, devices } = await everywhere(driver.variant, person)
    const phone = `86${person.phone}`
    const owner = communityClient(test.url, withCookie(String(devices[0]?.sessionToken())))
    if (!owns[driver.variant]?.includes('phone')) {
      await owner.requestSmsCode({ phone })
      expect(await owner.setOwnInfo({ phone, code: await codeFor(test.server.core, `+${phone}`) })).toMatchObject({
        outcome: 'ok',
      })
      test.clock.advance(minute)
    }
    await owner.requestSmsCode({ phone })
    expect(await owner.dropout({ phone, smscode: await codeFor(test.server.core, `+${phone}`) })).toMatchObject({
      outcome: 'ok',
    })
    for (const device of devices) expect(await device.isSignedIn()).toBe(false)
    for (const { door, identifier } of ways) {
      expect(await deviceOf(door).signInAs(identifier, person.password)).toBe('refused')
    }
    test.clock.advance(minute)
    expect(await deviceOf(driver).register(person)).toBe('done')
  })
})

/** A device that has a session’s cookie already. */
function withCookie(token: string) {
  const device = newDevice()
  return {
    ...device,
    fetch: ((input, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('cookie', `acct_session=${token}`)
      return fetch(input, { ...init, headers })
    }) satisfies typeof fetch,
  }
}

/** The documents with a route that tells whether a session holds, in which it does. */
async function holdsAt(token: string): Promise<string[]> {
  const routes = {
    card: ['POST', '/card/user/getInfo', (body: Body) => !('msg' in body)],
    social: ['POST', '/social/user/update_info', (body: Body) => body.code === '000000'],
    token: ['GET', '/token/api/user/info/self', (body: Body) => body.status === true],
    community: ['POST', '/community/api/user/get-own-info', (body: Body) => body.error === 0],
  } as const
  const held: string[] = []
  for (const [variant, [method, path, holds]] of Object.entries(routes)) {
    for (const headers of [{ cookie: `acct_session=${token}` }, { authorization: `Bearer ${token}` }]) {
      const body = (await (await fetch(test.url + path, { method, headers })).json()) as Body
      if (holds(body)) held.push(variant)
    }
  }
  expect(held.length % 2).toBe(0)
  return [...new Set(held)]
}

type Body = Readonly<Record<string, unknown>>
