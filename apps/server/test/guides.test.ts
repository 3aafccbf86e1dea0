import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { serve, temporaryFolder } from './support/process.ts'

const run = promisify(execFile)
const guide = fileURLToPath(new URL('../../../docs/guide/', import.meta.url))
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const pages = readdirSync(join(guide, 'en'))

const read = (page: string) => readFileSync(join(guide, page), 'utf8')

/** The code blocks of a page in a language, in their order. */
const blocksOf = (page: string, language: string): string[] =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block)

const promise = '# → '

/** Without comments, which are written for people. */
const withoutComments = (block: string): string[] =>
  block.split('\n').filter((line) => !line.trimStart().startsWith('# ') || line.startsWith(promise))

const commandsOf = (page: string): string[] => blocksOf(page, 'sh').flatMap(withoutComments)

/** What the page says that its commands print; `…` stands for what is different each time. */
const promisedBy = (page: string): RegExp[] =>
  commandsOf(page)
    .filter((line) => line.startsWith(promise))
    .map((line) => line.slice(promise.length))
    .map((text) => new RegExp(`^${text.split('…').map(escapeRegExp).join('.+')}$`))

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const missing = ['curl'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
if (missing.length > 0) {
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error(`there is no ${missing}, and nothing may be skipped`)
  process.stdout.write(`skipped: the guides’ commands, because this machine has no ${missing.join(' and no ')}\n`)
}

describe('the guides', () => {
  it('are the same pages with the same commands in both languages', () => {
    expect(readdirSync(join(guide, 'zh'))).toEqual(pages)
    for (const language of ['sh', 'console', 'env', 'ini', 'nginx', 'caddyfile']) {
      const linesOf = (page: string) => blocksOf(page, language).map(withoutComments)
      for (const page of pages) expect(linesOf(`zh/${page}`), page).toEqual(linesOf(`en/${page}`))
    }
  })

  it('link to pages and headings that exist', () => {
    const all = ['README.md', ...pages.flatMap((page) => [`en/${page}`, `zh/${page}`])]
    const dead = all.flatMap((page) => deadLinksOf(page))
    expect(dead).toEqual([])
  })

  const withCommands = pages.filter((page) => commandsOf(`en/${page}`).length > 0)
  it.skipIf(missing.length > 0).each(withCommands)('%s prints what it says', { timeout: 60_000 }, async (page) => {
    const { folder, remove } = temporaryFolder()
    const data = join(folder, 'data')
    const [, name, value] = /<!-- Served with (\w+)=(\w+) -->/.exec(read(`en/${page}`)) ?? []
    const server = await serve({
      ACCT_DATA_DIR: data,
      ACCT_LIMIT_CODE_INTERVAL: '0',
      ...(name !== undefined && value !== undefined && { [name]: value }),
    })
    try {
      // The root's `pnpm acct`, without the rest of pnpm.
      const pnpm = join(folder, 'pnpm')
      writeFileSync(pnpm, `#!/bin/sh\n[ "$1" = acct ] || exit 9\nshift\nexec '${process.execPath}' '${main}' "$@"\n`)
      chmodSync(pnpm, 0o755)
      const script = commandsOf(`en/${page}`)
        .map((line) => (line.startsWith(promise) ? 'echo' : line))
        .join('\n')
        .replaceAll('localhost:3000', server.url.slice('http://'.length))
      const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, ACCT_DATA_DIR: data, TMPDIR: folder }
      const { stdout } = await run('sh', ['-c', script], { cwd: folder, env })
      const printed = stdout.split('\n').filter((line) => line.trim() !== '')
      const promised = promisedBy(`en/${page}`)
      for (const [index, line] of promised.entries()) expect(printed[index]?.trimEnd()).toMatch(line)
      expect(printed).toHaveLength(promised.length)
    } finally {
      server.child.kill()
      await server.ended
      remove()
    }
  })

  it('have settings that the server takes', () => {
    for (const page of pages) {
      for (const block of blocksOf(`en/${page}`, 'env')) {
        const settings = Object.fromEntries(
          block
            .trim()
            .split('\n')
            .map((line) => /^(\w+)="?(.*?)"?$/.exec(line)?.slice(1) ?? []),
        )
        const others = { NODE_ENV: 'production', ACCT_SMS: 'off', ACCT_EMAIL: 'off' }
        expect(() => readConfig({ ...others, ...settings }), block).not.toThrow()
      }
    }
  })
})

/** Relative links of a page that lead nowhere. */
function deadLinksOf(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)]+)\)/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return []
    const [path = '', anchor] = link.split('#')
    try {
      const text = readFileSync(path === '' ? join(guide, page) : join(guide, page, '..', path), 'utf8')
      return anchor === undefined || headingsOf(text).includes(anchor) ? [] : [`${page}: ${link}`]
    } catch {
      return [`${page}: ${link}`]
    }
  })
}

/** The anchors that a page's headings make. */
const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
