import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The machine's own browser: nothing is downloaded. */
export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is one; `announceSkipped.ts` says so if not. */
export const hasBrowser = existsSync(executable)
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })

/** A page with a profile of its own that remembers whatever went wrong on it. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  const wrong: string[] = []
  const { hostname } = new URL(url)
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (request) => {
    const to = new URL(request.url())
    if (/^(https?|wss?):$/.test(to.protocol) && to.hostname !== hostname) wrong.push(to.href)
  })
  await page.goto(url)
  return { page, wrong }
}
