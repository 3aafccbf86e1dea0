import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { inject } from 'vitest'

/**
 * A program as a user writes it, in TypeScript: signs in, does what the session is needed for, takes a wrong password
 * as a value and as an exception. Where there are no cookies, the session's token goes along by hand.
 */
export const program = `
import { sessionToken, UnwrapError, unwrap } from '@acct/sdk'
import { createClient, type LoginAnswer } from '@acct/sdk/card'

let token: string | undefined
const card = createClient({ baseUrl: '${inject('origin')}/card', token: () => token })

function said(answer: LoginAnswer): string {
  switch (answer.outcome) {
    case 'ok':
      token = sessionToken(answer.headers)
      return answer.body.msg
    case 'invalidCredentials':
      return answer.body.msg
    default:
      return 'cause' in answer ? String(answer.cause) : answer.outcome
  }
}

async function main(): Promise<string> {
  const right = said(await card.login({ username: 'li_lei', password: 'hanmeimei_1' }))
  const { outcome } = await card.logout()
  const wrong = said(await card.login({ username: 'li_lei', password: 'a guess' }))
  const thrown = await unwrap(card.login({ username: 'li_lei' })).catch((error: unknown) =>
    error instanceof UnwrapError ? error.answer.outcome : String(error),
  )
  return [right, outcome, wrong, thrown].join(', ')
}

main().then((line) => console.log(line))
`

/** What it prints, wherever it runs. */
export const printed = '登录成功, ok, 用户名或密码错误, invalidCredentials'

/** The program as JavaScript. */
export const script = javaScript(ts.ModuleKind.ESNext)

/** The program as JavaScript that requires what it uses. */
export const commonJs = javaScript(ts.ModuleKind.CommonJS)

function javaScript(module: ts.ModuleKind): string {
  return ts.transpileModule(program, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } }).outputText
}

/** A new project, with the published SDK installed above it. */
export function projectOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(inject('home'), 'project-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** What a file of a project prints. */
export async function run(folder: string, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [name], { cwd: folder })
  return stdout.trim()
}
