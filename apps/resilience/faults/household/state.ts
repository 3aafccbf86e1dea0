/** Somebody as the ledger knows them: what acknowledged answers have said. */
export interface Person {
  readonly username: string | null
  /** Verified, E.164. */
  readonly phone: string | null
  readonly password: string | null
  readonly nickname: string | null
  readonly signature: string | null
  /** Open sessions whose token came in an answer, each with the number of its refresh tokens. */
  readonly sessions: Readonly<Record<string, number>>
  /** Open sessions whose answers never came, each by the number of its refresh tokens. */
  readonly strangers: readonly number[]
  /** Whom they follow, by id, and in which group. */
  readonly follows: Readonly<Record<string, string>>
}

/** A household: a few people and their phone numbers, who do one thing after another. */
export interface State {
  /** By username, or by number where there is none. */
  readonly people: Readonly<Record<string, Person>>
  /** Codes that nobody has used, `<number> <scope>`, and when they were asked for (milliseconds since 1970). */
  readonly codes: Readonly<Record<string, number>>
  /** How many messages with a code went to each number. */
  readonly messages: Readonly<Record<string, number>>
}

export const nobody: State = { people: {}, codes: {}, messages: {} }

export const newPerson: Person = {
  username: null,
  phone: null,
  password: null,
  nickname: null,
  signature: null,
  sessions: {},
  strangers: [],
  follows: {},
}

/** A session that was opened: by its token, or as a stranger where the answer with the token never came. */
export const openSession = (person: Person, token: string | undefined, refreshTokens = 0): Person =>
  token === undefined
    ? { ...person, strangers: [...person.strangers, refreshTokens] }
    : { ...person, sessions: { ...person.sessions, [token]: refreshTokens } }

/** No session but these. */
export const onlySessions = (person: Person, ...kept: readonly string[]): Person => ({
  ...person,
  sessions: Object.fromEntries(Object.entries(person.sessions).filter(([token]) => kept.includes(token))),
  strangers: [],
})

export const withPerson = (state: State, name: string, person: Person): State => ({
  ...state,
  people: { ...state.people, [name]: person },
})

/** Somebody who is gone, with all that referred to them; `id` if somebody may have followed them. */
export function withoutPerson(state: State, name: string, id: number | undefined): State {
  const { [name]: gone, ...others } = state.people
  const people = Object.entries(others).map(([each, person]) => [
    each,
    id === undefined ? person : { ...person, follows: without(person.follows, String(id)) },
  ])
  const phone = gone?.phone
  return {
    people: Object.fromEntries(people),
    codes: Object.fromEntries(Object.entries(state.codes).filter(([code]) => code.split(' ')[0] !== phone)),
    messages: phone ? { ...state.messages, [phone]: 0 } : state.messages,
  }
}

/** A code that was asked for: it takes the place of the last one. */
export const withCode = (state: State, phone: string, scope: string): State => ({
  ...state,
  codes: { ...state.codes, [`${phone} ${scope}`]: Date.now() },
  messages: { ...state.messages, [phone]: (state.messages[phone] ?? 0) + 1 },
})

export const withoutCode = (state: State, phone: string, scope: string): State => ({
  ...state,
  codes: without(state.codes, `${phone} ${scope}`),
})

/** A record less one of its entries. */
export const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== name))
