import type { Honest, Said } from './honest.ts'
import { type Person, password } from './value.ts'

/** The accounts that requests are about. They are worn out (deleted, burnt, limited) and replaced as the run goes on. */
export interface People {
  readonly at: (index: number) => Person
  /** Puts a new account in the place of the oldest. */
  readonly renew: () => Promise<void>
}

export const freshPhone = (number: number) => `138${String(number % 100_000_000).padStart(8, '0')}`
export const freshEmail = (number: number) => `mail${number}@example.com`
export const freshUsername = (number: number) => `user_${number}`

const places = 24

/**
 * Makes them by honest calls; `specials` stay. `number` gives a number that was never used: people of two lanes are not
 * the same.
 */
export async function settle(honest: Honest, number: () => number, specials: readonly Person[]): Promise<People> {
  const people = await Promise.all(Array.from({ length: places }, (_, index) => born(honest, number(), index)))
  let oldest = 0
  return {
    at: (index) => [...people, ...specials][index % (places + specials.length)] as Person,
    renew: async () => {
      const place = oldest
      oldest = (oldest + 1) % places
      people[place] = await born(honest, number(), place)
    },
  }
}

/** What has to work, or the suite would go on with people who do not exist. */
async function must(what: string, answer: Promise<Said>) {
  const said = await answer
  if (said.status !== 200 || (said.body.error ?? 0) !== 0 || said.body.status === false)
    throw new Error(`${what} was answered ${said.status} ${JSON.stringify(said.body)}`)
  return said
}

const community = '/community/api/user'

/** An account of one of four kinds: a number and a password, these and an e-mail, a number only, a name and a password. */
export async function born(honest: Honest, number: number, index: number): Promise<Person> {
  const kind = (['both', 'phone', 'bare', 'name'] as const)[index % 4] ?? 'both'
  const username = freshUsername(number)
  const phone = kind === 'name' ? '' : freshPhone(number)
  const codeTo = async (to: string) => {
    const [route, field, as] = to.includes('@')
      ? ['request-email-code', 'email', to]
      : ['request-sms-code', 'phone', to.slice(1)]
    await must(`the code to ${to}`, honest.post(`${community}/${route}`, { [field]: as }))
    return (await honest.codeSentTo(to)) ?? ''
  }
  const person = { id: 0, username, phone, email: '', session: '', access: '', refresh: '', ticket: '' }
  if (kind === 'name') {
    person.session =
      (await must('signup', honest.post(`${community}/signup`, { username, passwd: password }))).session ?? ''
  } else {
    const to = `+86${phone}`
    const opened = honest.post(`${community}/login-signup-sms`, { phone: `86${phone}`, smscode: await codeTo(to) })
    person.session = (await must('login-signup-sms', opened)).session ?? ''
    if (kind !== 'bare') {
      const change = { phone: `86${phone}`, passwd: password, smscode: await codeTo(to) }
      await must('change-passwd', honest.post(`${community}/change-passwd`, change, person.session))
      await must('set-own-info', honest.post(`${community}/set-own-info`, { username }, person.session))
    }
    if (kind === 'both') {
      person.email = freshEmail(number)
      const codes = { code: await codeTo(person.email), original_code: await codeTo(to) }
      const change = honest.post(`${community}/set-own-info`, { mail: person.email, ...codes }, person.session)
      await must('set-own-info with an e-mail', change)
      const link = { email: person.email, smscode: await codeTo(person.email) }
      await must('get-passwd', honest.post(`${community}/get-passwd`, link))
      person.ticket = (await honest.ticketSentTo(person.email)) ?? ''
    }
    if (kind !== 'bare') {
      const signedIn = await must('login', honest.post('/token/api/user/login', { loginName: phone, password }))
      person.access = String(signedIn.body.token)
      person.refresh = String(signedIn.body.refreshToken)
    }
  }
  const own = await must('get-own-info', honest.get(`${community}/get-own-info`, person.session))
  return { ...person, id: Number(own.body.userid) }
}
