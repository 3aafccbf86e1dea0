import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bundled } from './bundled.ts'
import { printed, program, projectOf, script } from './program.ts'

// The tarball in a browser's pages and workers, whose policy allows scripts of their own origin and nothing else.

/** The browser to drive: what `CHROMIUM` names, else Debian's. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const hasBrowser = isExecutable(executablePath)
if (!hasBrowser) {
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error(`there is no ${executablePath}, and nothing may be skipped`)
  process.stdout.write(
    `skipped: the SDK in a browser, because there is no ${executablePath} (CHROMIUM may name another)\n`,
  )
}

describe.runIf(hasBrowser)('a page under a strict content security policy', () => {
  const profile = mkdtempSync(join(tmpdir(), 'acct-sdk-browser-'))
  let browser: BrowserContext

  beforeAll(async () => {
    browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'],
    })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  })

  /** What the page of a project prints first; all that it asks other origins for, and all that the browser minds. */
  async function visited(folder: string, path: string) {
    const page = await browser.newPage()
    const foreign: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(inject('origin'))) foreign.push(request.url())
    })
    const line = new Promise<string>((resolve) => {
      page.on('pageerror', ({ message }) => {
        complaints.push(message)
        resolve('nothing')
      })
      page.on('console', (message) => {
        // A browser asks for an icon that no page here has.
        if (message.type() === 'log') resolve(message.text())
        else if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text())
      })
    })
    await page.goto(`${inject('origin')}/${basename(folder)}/${path}`)
    const printed = await line
    await page.close()
    return { printed, foreign, complaints }
  }

  const html =
    '<!doctype html><html lang="en"><title>acct</title><script type="module" src="./main.js"></script></html>'
  const expected = { printed, foreign: [], complaints: [] }

  it('calls a server from what Vite builds', async () => {
    const folder = projectOf({ 'index.html': html.replace('main.js', 'main.ts'), 'main.ts': program })
    await vite({ root: folder, base: './', configFile: false, logLevel: 'error', build: { outDir: 'out' } })
    expect(await visited(folder, 'out/index.html')).toEqual(expected)
  })

  it('calls a server from what esbuild builds', async () => {
    const folder = projectOf({ 'index.html': html, 'main.ts': program })
    writeFileSync(join(folder, 'main.js'), await bundled(folder, 'main.ts'))
    expect(await visited(folder, 'index.html')).toEqual(expected)
  })

  it('calls a server from the package’s own files, with no build at all', async () => {
    const files = script.replace(/'@acct\/sdk'/, "'/node_modules/@acct/sdk/dist/index.js'")
    const text = files.replace(/'@acct\/sdk\/card'/, "'/node_modules/@acct/sdk/dist/card.js'")
    expect(await visited(projectOf({ 'index.html': html, 'main.js': text }), 'index.html')).toEqual(expected)
  })

  it('calls a server from its service worker', async () => {
    const main = `
navigator.serviceWorker.onmessage = ({ data }) => console.log(data)
const policy = trustedTypes.createPolicy('worker', { createScriptURL: () => './worker.js' })
navigator.serviceWorker.register(policy.createScriptURL(''))
navigator.serviceWorker.ready.then(({ active }) => active.postMessage('begin'))
`
    const onMessage = "addEventListener('message', ({ source }) => main().then((line) => source?.postMessage(line)))"
    const worker = program.replace('main().then((line) => console.log(line))', onMessage)
    const folder = projectOf({ 'index.html': html, 'main.js': main, 'worker.ts': worker })
    writeFileSync(join(folder, 'worker.js'), await bundled(folder, 'worker.ts'))
    expect(await visited(folder, 'index.html')).toEqual(expected)
  })
})

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
