import { aToken, clients, type Draw, digits, isSignedIn, pick } from './operation.ts'
import { newPerson, onlySessions, openSession, without, withPerson } from './state.ts'

const mostPeople = 7
const mostSessions = 4

const hasRoom = (people: object) => Object.keys(people).length < mostPeople

/** By `card`: an account without a session. */
const register: Draw = ({ url, state, fresh }) => {
  if (!hasRoom(state.people)) return undefined
  const [username, password, nickname] = [fresh('u'), fresh('p'), fresh('n')]
  return {
    name: 'register',
    send: (ledger) => clients(url, ledger).card.register({ username, password, nickname, telephone: '13812345678' }),
    done: () => withPerson(state, username, { ...newPerson, username, password, nickname }),
  }
}

/** By `community`: an account with a session, in one step. */
const signUp: Draw = ({ url, state, fresh }) => {
  if (!hasRoom(state.people)) return undefined
  const [username, passwd] = [fresh('u'), fresh('p')]
  return {
    name: 'sign-up',
    send: (ledger) => clients(url, ledger).community.signup({ username, passwd }),
    done: (token) => withPerson(state, username, openSession({ ...newPerson, username, password: passwd }, token)),
  }
}

const countSessions = ({ sessions, strangers }: { sessions: object; strangers: readonly number[] }) =>
  Object.keys(sessions).length + strangers.length

/** By `card`, or by `token` (a session and its two tokens, in one step) where a number is verified. */
const signIn: Draw = (scene) => {
  const { url, state, random } = scene
  const found = pick(scene, (person) => person.password !== null && countSessions(person) < mostSessions)
  if (found === undefined) return undefined
  const { name, person } = found
  const { username, phone } = person
  const password = person.password ?? ''
  if (phone !== null && (username === null || random.fraction() < 0.5)) {
    return {
      name: 'sign-in with tokens',
      send: (ledger) => clients(url, ledger).token.login({ loginName: digits(phone), password }),
      done: (token) => withPerson(state, name, openSession(person, token, 1)),
    }
  }
  return {
    name: 'sign-in',
    send: (ledger) => clients(url, ledger).card.login({ username: username ?? '', password }),
    done: (token) => withPerson(state, name, openSession(person, token)),
  }
}

const signOut: Draw = (scene) => {
  const { url, state } = scene
  const found = pick(scene, (person) => Object.keys(person.sessions).length > 1)
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, person } = found
  return {
    name: 'sign-out',
    send: (ledger) => clients(url, ledger, token).card.logout(),
    done: () => withPerson(state, name, { ...person, sessions: without(person.sessions, token) }),
  }
}

/** Two columns, all or nothing. */
const changeProfile: Draw = (scene) => {
  const { url, state, fresh } = scene
  const found = pick(scene, isSignedIn)
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, person } = found
  const [nickname, signature] = [fresh('n'), fresh('s')]
  return {
    name: 'profile',
    send: (ledger) => clients(url, ledger, token).card.updateInfo({ nickname, signature }),
    done: () => withPerson(state, name, { ...person, nickname, signature }),
  }
}

/** Ends every session and opens one. */
const changePassword: Draw = (scene) => {
  const { url, state, fresh } = scene
  const found = pick(scene, (person) => person.password !== null && isSignedIn(person))
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, person } = found
  const password = fresh('p')
  const request = { old_pwd: person.password ?? '', new_pwd: password, confirm_pwd: password }
  return {
    name: 'password',
    send: (ledger) => clients(url, ledger, token).card.modifyPassword(request),
    done: (fresh) => withPerson(state, name, openSession({ ...onlySessions(person), password }, fresh)),
  }
}

const groups = ['default', 'special']

/** Somebody of the household or somebody famous; followed already, they move to the other group. */
const follow: Draw = (scene) => {
  const { url, state, random, ids, celebrities } = scene
  const found = pick(scene, isSignedIn)
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, person } = found
  const siblings = Object.keys(state.people).filter((other) => other !== name && ids.has(other))
  const sibling = siblings.length > 0 && random.fraction() < 0.5 ? ids.get(random.one(siblings)) : undefined
  const id = String(sibling ?? random.one(celebrities))
  const group = random.one(groups.filter((each) => each !== person.follows[id]))
  return {
    name: 'follow',
    send: (ledger) => clients(url, ledger, token).community.addFollow({ id, group_name: group }),
    done: () => withPerson(state, name, { ...person, follows: { ...person.follows, [id]: group } }),
  }
}

const unfollow: Draw = (scene) => {
  const { url, state, random } = scene
  const found = pick(scene, (person) => isSignedIn(person) && Object.keys(person.follows).length > 0)
  const token = found && aToken(scene, found.person)
  if (found === undefined || token === undefined) return undefined
  const { name, person } = found
  const id = random.one(Object.keys(person.follows))
  return {
    name: 'unfollow',
    send: (ledger) => clients(url, ledger, token).community.cancelFollow({ id }),
    done: () => withPerson(state, name, { ...person, follows: without(person.follows, id) }),
  }
}

/** What people do with their accounts. More often drawn what stands there more often. */
export const accountDraws: readonly Draw[] = [
  register,
  signUp,
  signUp,
  signIn,
  signIn,
  signOut,
  changeProfile,
  changeProfile,
  changePassword,
  follow,
  follow,
  unfollow,
]
