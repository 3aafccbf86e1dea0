import { count, type Row } from '../src/report.ts'
import { seeded, seedOfRun } from '../src/seeded.ts'
import { unlimited } from '../src/server.ts'
import { type Case, casesWith } from './broken/cases.ts'
import { converse, type Outcome } from './broken/conversation.ts'
import { withServer } from './withServer.ts'

/** Cases on one connection after another, then all of them at once and in another order. */
export async function brokenHttp(_: { long: boolean }): Promise<Row[]> {
  return withServer(unlimited, async (server) => {
    const { url } = server
    const marker = 'smuggled_in'
    const cases = casesWith(marker)
    const problems: string[] = []
    const tryOne = async (each: Case) => {
      const problem = await converse(url, each).then((outcome) => wrongIn(each, outcome), String)
      if (problem !== undefined) problems.push(`${each.name}: ${problem}`)
    }
    for (const each of cases) {
      await tryOne(each)
      if (!(await worksFor(url)))
        problems.push(`${each.name}: afterwards an honest request on another connection failed`)
    }
    const { below } = seeded(seedOfRun())
    const shuffled = [...cases, ...cases].map((each) => ({ each, at: below(1_000_000) })).sort((a, b) => a.at - b.at)
    await Promise.all(shuffled.map(({ each }) => tryOne(each)))
    if (!(await worksFor(url))) problems.push('after all at once an honest request failed')
    const isSmuggled = (await isRegistered(url, marker)) || !(await isRegistered(url, await registered(url)))
    const ended = await server.end('SIGTERM')
    const failing = server
      .log()
      .split('\n')
      .filter((line) => /"level":[56]0|"status":5\d\d/.test(line))
    return [
      {
        done: `${count(cases.length)} kinds of broken HTTP, one by one and ${count(shuffled.length)} at once`,
        seen: problems.length === 0 ? 'each refused or answered once; honest requests went on' : problems.join('\n'),
        passed: problems.length === 0,
      },
      {
        done: 'requests hidden in bodies, to register a name',
        seen: isSmuggled ? 'the name is registered' : 'never came through',
        passed: !isSmuggled,
      },
      {
        done: 'the log, stderr and the end',
        seen: `${failing.length} errors; stderr: ${server.errors() || 'empty'}; ended with ${ended} ${failing[0] ?? ''}`,
        passed: failing.length === 0 && server.errors() === '' && ended === 0,
      },
    ]
  })
}

/** What is wrong with what came of a case, undefined if nothing is. */
function wrongIn({ expected, requests = 1 }: Case, { answers, worksOn, rubbish }: Outcome): string | undefined {
  const statuses = answers.map(({ status }) => status)
  if (rubbish !== undefined) return `something came that is no answer: ${rubbish}`
  if (statuses.some((status) => status >= 500)) return `answered ${statuses}`
  if (answers.length > requests) return `${answers.length} answers to ${requests} requests`
  if (worksOn === false) return 'an honest request on the same connection was not answered as it should be'
  if (expected === 'refused' && statuses.some((status) => status < 400)) return `answered ${statuses}`
  if (expected === 'answered' && answers.length < requests) return `${answers.length} answers to ${requests} requests`
  return undefined
}

const worksFor = async (url: string) => (await fetch(`${url}/healthz`)).ok

/** Registers a name honestly, to show that a registered one is seen. */
async function registered(url: string): Promise<string> {
  const account = 'not_smuggled'
  const body = JSON.stringify({ account, password: 'Passw0rd1' })
  await fetch(`${url}/phone/user/register`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return account
}

async function isRegistered(url: string, username: string): Promise<boolean> {
  const answer = await fetch(`${url}/community/api/user/verify-account?username=${username}`)
  return ((await answer.json()) as { error: number }).error === 2
}
