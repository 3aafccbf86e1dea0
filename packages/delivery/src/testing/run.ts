// Runs the fake providers for whoever tests a server from outside: `run.ts <people.json> [port]`. The file is a list of
// `FakePerson`. Prints the settings that a server needs to meet them, and serves until it is ended.
import { readFileSync } from 'node:fs'
import { type FakePerson, startFakeProviders } from './providers.ts'

const [file, port] = process.argv.slice(2)
const people: readonly FakePerson[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'))

const { url, pictureHost, admit } = await startFakeProviders({ port: Number(port ?? 0) })
people.forEach(admit)
process.stdout.write(
  [
    ...['ACCT_QQ_URL', 'ACCT_WECHAT_URL', 'ACCT_WEIBO_URL'].map((name) => `${name}=${url}\n`),
    `ACCT_PICTURE_HOSTS=${pictureHost}\n`,
  ].join(''),
)
