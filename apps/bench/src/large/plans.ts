import { statementsOf, usualPlanOf } from '@acct/store/testing'
import { Client } from 'pg'

/** A statement that reads a whole table, or sorts one, and how PostgreSQL runs it. */
export interface Suspect {
  readonly statement: string
  readonly plan: readonly string[]
}

// Neither is run for a request. The first has no row but those of steps that are under way; the second is what operators ask
// the audit log without naming an account.
const others = [/^delete from "turns"/, /^select [^(]* from "audit" where \("audit"."at"/]

/** Plans every statement of the stores by the statistics of a filled database, and tells how many there are. */
export async function suspectsIn(url: string): Promise<{ statements: number; suspects: Suspect[] }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const statements = [...statementsOf(client)].filter((statement) => !others.some((other) => other.test(statement)))
  const suspects: Suspect[] = []
  for (const statement of statements) {
    const plan = await usualPlanOf(client, statement)
    if (plan.some((line) => /Seq Scan|Sort/.test(line))) suspects.push({ statement, plan })
  }
  await client.end()
  return { statements: statements.length, suspects }
}
