import { sessionToken } from '@acct/sdk'
import { createClient } from '@acct/sdk/card'
import Database from 'better-sqlite3'

/** One request that changes something: when it was sent, and when it was answered. */
interface Deed {
  readonly began: number
  /** Infinite until there is an answer. */
  ended: number
}

/** Somebody who does one thing after another: registers, logs in, changes what is shown, changes the password; and again. */
export interface Life {
  readonly number: number
  readonly deeds: readonly Deed[]
  /** Who of it is in a backup, with the passwords of which one must be theirs. */
  readonly peopleIn: (file: string) => { username: string; passwords: string[] }[]
}

/** What each person of a life does, one after another; so many deeds there are of each. */
const steps = ['register', 'login', 'updateInfo', 'modifyPassword'] as const
const each = steps.length

const nameOf = (life: number, nth: number) => `life_${life}_${nth}`
const passwords = { first: 'first_1', second: 'second_2' }

/** Several who live at the same time, until they are told to stop. */
export function startLives(url: string, many: number) {
  const surprises: string[] = []
  const ledgers = Array.from({ length: many }, (): Deed[] => [])
  let done = 0
  let isOver = false

  const live = async (number: number, deeds: Deed[]) => {
    for (let nth = 0; !isOver; nth += 1) {
      const username = nameOf(number, nth)
      let token: string | undefined
      for (const step of steps) {
        const card = createClient({ baseUrl: `${url}/card`, timeout: 60_000, ...(token !== undefined && { token }) })
        const deed: Deed = { began: performance.now(), ended: Number.POSITIVE_INFINITY }
        deeds.push(deed)
        const answer = await run(card, step, username)
        if (answer.outcome !== 'ok') {
          surprises.push(`${step} was answered ${answer.outcome}`)
          return
        }
        deed.ended = performance.now()
        done += 1
        token = (answer.headers && sessionToken(answer.headers)) ?? token
      }
    }
  }

  const all = ledgers.map((deeds, number): Life => ({ number, deeds, peopleIn: (file) => peopleIn(file, number) }))
  const lives = Promise.all(ledgers.map((deeds, number) => live(number, deeds)))
  return {
    all,
    done: () => done,
    stop: async () => {
      isOver = true
      await lives
      return { surprises }
    },
  }
}

function run(card: ReturnType<typeof createClient>, step: (typeof steps)[number], username: string) {
  const { first, second } = passwords
  switch (step) {
    case 'register':
      return card.register({ username, password: first, nickname: 'n', telephone: '13812345678' })
    case 'login':
      return card.login({ username, password: first })
    case 'updateInfo':
      return card.updateInfo({ signature: username })
    case 'modifyPassword':
      return card.modifyPassword({ old_pwd: first, new_pwd: second, confirm_pwd: second })
  }
}

interface Row {
  readonly username: string
  readonly signature: string | null
  readonly actions: string | null
}

/** The people of a life in a database, in the order in which they came, with what the audit log says that they did. */
function rowsIn(file: string, life: number): Row[] {
  const client = new Database(file, { readonly: true })
  try {
    const rows = client
      .prepare(
        `select username, signature, (select group_concat(action) from (select action from audit
           where account_id = accounts.id order by audit.id)) as actions
         from accounts where username like ? escape '!'`,
      )
      .all(`life!_${life}!_%`) as Row[]
    const place = ({ username }: Row) => Number(username.split('_')[2])
    return rows.sort((one, other) => place(one) - place(other))
  } finally {
    client.close()
  }
}

const peopleIn = (file: string, life: number) =>
  rowsIn(file, life).map(({ username }) => ({ username, passwords: Object.values(passwords) }))

/** How many deeds a person has behind them; undefined where what is there is nothing that ever was. */
function stepsOf({ username, signature, actions }: Row): number | undefined {
  const isShown = signature === username
  switch (actions) {
    case 'register':
      return isShown ? undefined : 1
    case 'register,signIn':
      return isShown ? 3 : 2
    case 'register,signIn,changePassword':
      return isShown ? 4 : undefined
    default:
      return undefined
  }
}

/**
 * Compares a backup with the ledger. It must be a prefix: in each life all deeds up to one of them; whatever was answered
 * before the backup began, nothing that was asked for after it ended; and nothing that began after something left out was
 * answered.
 */
export function cutOf(file: string, lives: readonly Life[], backup: { began: number; ended: number }) {
  const differences: string[] = []
  let deeds = 0
  let latestIn = Number.NEGATIVE_INFINITY
  let earliestOut = Number.POSITIVE_INFINITY
  for (const { number, deeds: ledger } of lives) {
    const rows = rowsIn(file, number)
    const reached = rows.map(stepsOf)
    const torn = rows.findIndex(
      ({ username }, nth) =>
        username !== nameOf(number, nth) ||
        reached[nth] === undefined ||
        (nth < rows.length - 1 && reached[nth] !== each),
    )
    if (torn >= 0) {
      differences.push(`life ${number} is torn at ${rows[torn]?.username} (${rows[torn]?.actions})`)
      continue
    }
    const there = rows.length === 0 ? 0 : (rows.length - 1) * each + (reached.at(-1) ?? 0)
    deeds += there
    const [last, next] = [ledger[there - 1], ledger[there]]
    if (there > ledger.length) differences.push(`life ${number} has ${there} deeds and did ${ledger.length}`)
    if (last !== undefined && last.began > backup.ended) differences.push(`life ${number} has a deed of later`)
    if (next !== undefined && next.ended < backup.began)
      differences.push(`life ${number} has lost an acknowledged deed`)
    if (last !== undefined) latestIn = Math.max(latestIn, last.began)
    if (next !== undefined) earliestOut = Math.min(earliestOut, next.ended)
  }
  if (latestIn > earliestOut) differences.push('a deed is in it that began after one that is not had been answered')
  return { deeds, differences }
}
