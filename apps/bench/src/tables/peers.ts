import type { Bench } from '../bench.ts'
import { comparedFloods, describeCores, describeFloods, floodServer } from '../flooding.ts'
import { openAgent } from '../load/ask.ts'
import type { Ask } from '../load/jobs.ts'
import { type CodeDoor, spendCodes } from '../load/spend.ts'
import { startBetterAuth } from '../peers/betterAuth.ts'
import { startFeathers } from '../peers/feathers.ts'
import { havePeers, peerVersions } from '../peers/install.ts'
import { codeDoor, each, logIn, namesSomebody, ownInfoByCookie } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import type { Server } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** As many as the thread pool takes at once. */
const clients = 4

/** What a user would pick instead, asked for the same. */
export async function peers(bench: Bench): Promise<Table> {
  const title = 'Peers'
  if (!havePeers(bench)) {
    return { title, how: '', rows: [], notes: ['Left out: the peers are not installed. A full run installs them.'] }
  }
  const { plan, scope, cores } = bench
  const env = { ACCT_SMS: 'inbox', ACCT_LIMIT_CODE_INTERVAL: '0' }
  const acct = await startAcct(scope, { folder: await bench.peopled(plan.few), cores: cores?.server, env })
  const betterAuth = await startBetterAuth(bench, plan.few)
  const feathers = await startFeathers(bench, plan.few)
  const versions = peerVersions()
  const who = await whoAmI(bench, acct, betterAuth, feathers)
  return {
    title,
    how:
      `Each server on the same core with ${plan.few.toLocaleString('en')} people and sessions, by turns: better-auth ` +
      `${versions['better-auth']} on Fastify ${versions.fastify} with better-sqlite3 ${versions['better-sqlite3']}, and ` +
      `Feathers ${versions['@feathersjs/feathers']} on Koa with Knex on the same. They are set up as their documentation ` +
      'does it, for production and without logging (acct logs every request), with the journal that acct uses.',
    rows: [
      ...who.rows,
      ...(await signIns(bench, acct, betterAuth, feathers)),
      await codeSignIns(bench, acct, betterAuth.door),
    ],
    notes: [
      who.cores,
      'Passwords cost what each ships with: acct Argon2id (m=19456, t=2, p=1), better-auth scrypt (N=16384, r=16, p=1), ' +
        'Feathers bcrypt (10 rounds).',
      'With its cookie cache better-auth believes a signed cookie and reads no database: a session that was ended goes on ' +
        'until the cookie expires, by default up to 5 minutes. With acct it ends at once. A JSON Web Token of Feathers ' +
        'can not be ended before it expires.',
    ],
  }
}

type BetterAuth = Awaited<ReturnType<typeof startBetterAuth>>
type Feathers = Awaited<ReturnType<typeof startFeathers>>

async function whoAmI(bench: Bench, acct: Server, auth: BetterAuth, feathers: Feathers) {
  bench.say('asking peers who-am-I')
  const of = (server: Server, asks: readonly Ask[]) => () => floodServer(bench, server, asks, namesSomebody)
  const floods = await interleave(bench.plan.quick ? 1 : bench.plan.rounds, {
    acct: of(acct, each(bench.plan.few, ownInfoByCookie)),
    plain: of(auth.server, auth.whoAmI),
    cached: of(auth.caching, auth.whoAmICached),
    feathers: of(feathers.server, feathers.whoAmI),
  })
  const row = (what: string, name: keyof typeof floods) => ({
    ...comparedFloods(`who-am-I ÷ ${what}`, floods.acct, floods[name]),
    figures: `${describeFloods(floods.acct)} ÷ ${describeFloods(floods[name])}`,
  })
  const rows: Row[] = [
    { ...row('better-auth get-session without its cookie cache', 'plain'), goal: { atLeast: 20 } },
    row('better-auth get-session with its cookie cache', 'cached'),
    row('Feathers users.get with a JSON Web Token', 'feathers'),
  ]
  return { rows, cores: describeCores(floods) }
}

async function signIns({ generator, plan, say }: Bench, acct: Server, auth: BetterAuth, feathers: Feathers) {
  say('signing in at peers')
  const of =
    ({ url }: Server, one: (person: number) => Ask, contains: string, status: string) =>
    async () => {
      const job = { url, asks: each(plan.few, one), contains, clients, seconds: plan.quick ? 1 : 6 }
      const { rate, statuses, wrong } = await generator.run({ kind: 'crowd', ...job })
      if (wrong > 0 || Object.keys(statuses).some((other) => other !== status))
        throw new Error(`sign-ins were answered ${JSON.stringify(statuses)}`)
      return rate
    }
  const figures = await interleave(plan.quick ? 1 : plan.rounds, {
    acct: of(acct, logIn, '"user_id"', '200'),
    auth: of(auth.server, auth.logIn, '"token"', '200'),
    feathers: of(feathers.server, feathers.logIn, '"accessToken"', '201'),
  })
  return [
    compared('logins ÷ better-auth sign-in/email', figures.acct, figures.auth),
    compared('logins ÷ Feathers authentication', figures.acct, figures.feathers),
  ]
}

async function codeSignIns({ plan, scope, say }: Bench, { url }: Server, theirs: CodeDoor): Promise<Row> {
  say('signing in with codes at peers')
  const agent = openAgent()
  scope.defer(() => agent.destroy())
  let next = 0
  const of = (door: CodeDoor) => async () => {
    const mine = Array.from({ length: 10 }, () => next++ % plan.few)
    return 1000 / (await spendCodes(agent, door, mine))
  }
  const figures = await interleave(plan.quick ? 5 : 30, { acct: of(codeDoor(url)), auth: of(theirs) })
  return compared('sign-ins with an SMS code ÷ better-auth phone-number/verify', figures.acct, figures.auth)
}

function compared(what: string, own: readonly number[], theirs: readonly number[]): Row {
  const figures = [own, theirs].map((rates) => `${shown(spreadOf(rates).median)}/s`).join(' ÷ ')
  return { what, figures, ratio: ratioOf(own, theirs) }
}
