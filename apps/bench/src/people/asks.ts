import { ask } from '../load/ask.ts'
import type { Ask } from '../load/jobs.ts'
import type { CodeDoor } from '../load/spend.ts'
import { accessTokenOf, drawer, numberOf, password, phoneOf, sessionTokenOf, usernameOf } from './people.ts'

/** What every right answer to these contains: the beginning of all usernames. */
export const namesSomebody = 'person_'

/** card getInfo by cookie. */
export const ownInfoByCookie = (person: number): Ask => ({
  method: 'POST',
  path: '/card/user/getInfo',
  headers: { cookie: `acct_session=${sessionTokenOf(person)}` },
})

/** token info/self by Bearer. */
export const ownInfoByBearer = (person: number): Ask => ({
  method: 'GET',
  path: '/token/api/user/info/self',
  headers: { authorization: `Bearer ${accessTokenOf(person)}` },
})

/** The reference: an answer of the same size, to the same cookie. */
export const bareInfo = (person: number): Ask => ({
  method: 'GET',
  path: '/info',
  headers: { cookie: `acct_session=${sessionTokenOf(person)}` },
})

const json = { 'content-type': 'application/json' }

/** phone login, whose failures have statuses of their own. */
export const logIn = (person: number): Ask => ({
  method: 'POST',
  path: '/phone/user/login',
  headers: json,
  body: JSON.stringify({ account: usernameOf(person), password }),
})

/** Signing in with a code at an acct server whose messages go to the development inbox. */
export const codeDoor = (url: string): CodeDoor => ({
  url,
  request: (person) => ({ method: 'GET', path: `/phone/user/loginPhone/${numberOf(person)}` }),
  read: async (agent, person) => {
    const path = `/dev/inbox.json?to=${encodeURIComponent(phoneOf(person))}`
    const { body } = await ask(agent, url, { method: 'GET', path })
    const { messages } = JSON.parse(body) as { messages: { code: string | null }[] }
    return messages[0]?.code ?? null
  },
  spend: (person, code) => ({
    method: 'POST',
    path: `/phone/user/loginPhone/${numberOf(person)}`,
    headers: json,
    body: JSON.stringify({ phone_number: numberOf(person), identifying_code: code }),
  }),
})

/** Each of the first so many people once. */
export const each = (count: number, one: (person: number) => Ask): Ask[] =>
  Array.from({ length: count }, (_, person) => one(person))

/** So many draws from among the people, other ones each time it is called. */
export function drawing(count: number, people: number, one: (person: number) => Ask): () => Ask[] {
  const draw = drawer(7)
  return () => Array.from({ length: count }, () => one(draw(people)))
}
