// Makes an account, signs in, sets a profile with a picture, shows it and signs out. Node keeps no cookies, so the
// session's token is taken from the login's answer and goes along as Bearer.
//
//   node examples/node/main.mjs [http://localhost:3000] [picture.jpg]
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sessionToken } from '@acct/sdk'
import { createClient } from '@acct/sdk/card'

const [base = 'http://localhost:3000', picture] = process.argv.slice(2)

/** @type {string | undefined} */
let token
const card = createClient({ baseUrl: `${base}/card`, token: () => token })

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`)

/**
 * Ends the script with one line for whatever it can not go on after.
 * @param {string} doing
 * @param {{ outcome: string, status: number }} answer
 * @returns {never}
 */
function giveUp(doing, { outcome, status }) {
  process.stderr.write(`${doing}: ${outcome}${status === 0 ? '' : ` (HTTP ${status})`}\n`)
  process.exit(1)
}

const username = `node_${randomBytes(4).toString('hex')}`
const password = randomBytes(8).toString('hex')

const made = await card.register({ username, password, nickname: '小节', telephone: '13812345678' })
if (made.outcome !== 'ok') giveUp('register', made)

const login = await card.login({ username, password })
if (login.outcome !== 'ok') giveUp('login', login)
token = sessionToken(login.headers)

// The bytes of a file where a file belongs: the call goes as a multipart form.
const file = picture && { avatar: await readFile(picture) }
const update = await card.updateInfo({ signature: 'made by a script', birthday: '2000-01-01', ...file })
if (update.outcome !== 'ok') giveUp('updateInfo', update)

const info = await card.getInfo({ timeout: 5_000 })
if (info.outcome !== 'ok') giveUp('getInfo', info)
print(`${info.body.nickname}: ${info.body.signature}, picture at ${new URL(info.body.avatar, base)}`)

const logout = await card.logout()
if (logout.outcome !== 'ok') giveUp('logout', logout)
print('signed out')
