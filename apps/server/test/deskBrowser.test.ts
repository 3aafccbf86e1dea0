import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount, requestRegistrationCode } from '@acct/core'
import { variants } from '@acct/schema'
import axe from 'axe-core'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './support/server.ts'

// The pages for developers in a real browser: what they look like to it, and that the viewer's requests are answered.

/** The machine's own browser: nothing is downloaded. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const hasBrowser = existsSync(executablePath)
if (!hasBrowser) {
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error(`there is no ${executablePath}, and nothing may be skipped`)
  process.stdout.write(`skipped: the developer’s pages in a browser, because there is no ${executablePath}\n`)
}

/**
 * The documents whose calls are opened one by one, with each of their outcomes: the smallest that has every kind of body.
 * With `ACCT_TEST_LONG=1` all of them, which takes a minute more.
 */
const opened = process.env.ACCT_TEST_LONG === '1' ? Object.keys(variants) : ['social']

interface Operation {
  readonly operationId: string
  readonly responses: Record<string, { content: { 'application/json': { examples: Record<string, Example> } } }>
}
interface Example {
  readonly value: unknown
}

const operationsOf = (variant: string) => {
  const file = new URL(`../assets/openapi/${variant}.json`, import.meta.url)
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Operation>> }
  return Object.values(paths).flatMap((path) => Object.values(path))
}

describe.runIf(hasBrowser)('in a browser', { timeout: 120_000 }, () => {
  const profile = mkdtempSync(join(tmpdir(), 'acct-desk-browser-'))
  let test: TestServer
  let browser: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    test = await startTestServer()
    await createAccount(test.server.core, { username: 'li_lei', password: 'hanmeimei_1', nickname: '李雷' })
    browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    // What a page's policy forbids it is told of by an event, not by the console alone.
    await browser.addInitScript(
      "addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))",
    )
    browser.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    browser.on('weberror', (error) => complaints.push(error.error().message))
    browser.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (/^(https?|wss?):$/.test(protocol) && origin !== test.url) complaints.push(`foreign: ${request.url()}`)
    })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await test.stop()
    rmSync(profile, { recursive: true, force: true })
  })
  beforeEach(async () => {
    complaints = []
    await browser.clearCookies()
    page = await browser.newPage()
    page.setDefaultTimeout(30_000)
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  /** Opens a path; of the viewer, once its calls are there. */
  async function open(path: string): Promise<void> {
    await page.goto(test.url + path)
    if (path.includes('/try')) await page.locator('.opblock').first().waitFor()
  }

  const call = (operationId: string) => page.locator(`#operations-default-${operationId}`)

  describe('the viewer', () => {
    it.each(opened)('of %s has each outcome of each call, with its example', async (variant) => {
      await open(`/docs/${variant}/try`)
      const promised = operationsOf(variant).map(({ operationId, responses }) => ({
        operationId,
        outcomes: Object.entries(responses).flatMap(([status, { content }]) =>
          Object.entries(content['application/json'].examples).map(([name, { value }]) => [status, name, value]),
        ),
      }))
      expect(await page.evaluate(shownOutcomes)).toEqual(promised)
    })

    it('sends a log-in to this server, and who logged in is known to the next call', async () => {
      await open('/docs/card/try#/default/login')
      const login = call('login')
      await login.locator('.execute').click()
      const answer = login.locator('.live-responses-table .response').first()
      await answer.getByText('登录成功').waitFor()
      expect(await answer.locator('.response-col_status').textContent()).toContain('200')
      const cookies = await browser.cookies(test.url)
      expect(cookies).toMatchObject([{ name: 'acct_session', httpOnly: true, sameSite: 'Lax' }])

      await call('getInfo').locator('.opblock-summary-control').click()
      await call('getInfo').locator('.execute').click()
      await call('getInfo').locator('.live-responses-table').getByText('"李雷"').waitFor()

      await login.getByRole('textbox', { name: 'Request body' }).fill('{"username":"li_lei","password":"wrong_1"}')
      await login.locator('.execute').click()
      await answer.getByText('用户名或密码错误').waitFor()
    })

    it('sends forms as well, and numbers in an address', async () => {
      await open('/docs/card/try#/default/login')
      await call('login').getByRole('combobox', { name: 'Request content type' }).selectOption('multipart/form-data')
      await call('login').getByRole('textbox', { name: 'password' }).fill('wrong_1')
      await call('login').locator('.execute').click()
      await call('login').locator('.live-responses-table').getByText('用户名或密码错误').waitFor()

      await open('/docs/phone/try#/default/sendRegisterCode')
      await call('sendRegisterCode').locator('.execute').click()
      await call('sendRegisterCode').locator('.live-responses-table').getByText('注意接收短信').waitFor()
      const [message] = await test.server.core.stores.messages.list({ to: '+8613812345678', limit: 1 })
      expect(message?.channel).toBe('sms')
    })

    it('sends a session’s token as Bearer, and asks for no cookie, which no page may set', async () => {
      await open('/docs/card/try')
      await page.getByRole('button', { name: 'Authorize' }).click()
      const dialog = page.locator('.modal-ux')
      expect(await dialog.locator('h4').allTextContents()).toEqual([expect.stringContaining('bearer')])
      await dialog.getByRole('textbox').fill('acct_s_nobody')
      await dialog.getByRole('button', { name: 'Apply credentials' }).click()
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await call('getInfo').locator('.opblock-summary-control').click()
      const sent = page.waitForRequest(/getInfo$/)
      await call('getInfo').locator('.execute').click()
      expect((await sent).headers().authorization).toBe('Bearer acct_s_nobody')
      await call('getInfo').locator('.live-responses-table').getByText('获取信息失败').waitFor()
    })

    it('works by keyboard alone, and each call has an address', async () => {
      await open('/docs/card/try')
      const focused = () =>
        page.evaluate<string>(
          'document.activeElement.closest(".opblock-summary-control, textarea, button")?.className ?? ""',
        )
      const tabTo = async (name: string) => {
        for (let steps = 0; steps < 60; steps++) {
          await page.keyboard.press('Tab')
          if ((await focused()).split(' ').includes(name)) return
        }
        throw new Error(`the Tab key does not lead to ${name}`)
      }
      await tabTo('opblock-summary-control')
      await page.keyboard.press('Enter')
      await call('login').locator('.opblock-body').waitFor()
      expect(new URL(page.url()).hash).toBe('#/default/login')
      await tabTo('body-param__text')
      await tabTo('execute')
      await page.keyboard.press('Enter')
      await call('login').locator('.live-responses-table').getByText('登录成功').waitFor()
    })
  })

  describe.each([
    { width: 1280, height: 800, scheme: 'light' },
    { width: 390, height: 844, scheme: 'dark' },
  ] as const)('at $width pixels, $scheme', ({ width, height, scheme }) => {
    it.each([
      '/docs',
      '/docs/card',
      '/docs/card/try#/default/login',
      '/docs/community/try#/default/verifyAccountByGET',
      '/dev',
      '/dev/inbox',
    ])('%s can be used by everybody', async (path) => {
      await requestRegistrationCode(test.server.core, { phone: '+8613912345678', source: 's', whenTaken: 'tellOwner' })
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await open(path)
      if (path.includes('#')) {
        await page.locator('.opblock-body .execute').click()
        await page.locator('.live-responses-table').waitFor()
      }
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    })
  })
})

/**
 * Opens each call, chooses each outcome of each status, and gives what is shown: status, name, example. A single outcome
 * of a status can be seen by its name above the example, several are in a list.
 */
const shownOutcomes = `(async () => {
  const turn = () => scheduler.postTask(() => {})
  const calls = []
  for (const block of document.querySelectorAll('.opblock')) {
    block.querySelector('.opblock-summary-control').click()
    while (block.querySelector('tr.response .highlight-code') === null) await turn()
    const outcomes = []
    for (const response of block.querySelectorAll('tr.response')) {
      const list = response.querySelector('.examples-select-element')
      const named = Array.from(response.querySelectorAll('.renderedMarkdown code'), (code) => code.textContent)
      const names = Array.from(list.options, ({ value }) => value)
      for (const name of names) {
        if (!list.checkVisibility() && names.length > 1) throw new Error('a list that is not shown')
        if (!named.includes(name)) throw new Error(name + ' is not explained')
        list.value = name
        list.dispatchEvent(new Event('change', { bubbles: true }))
        await turn()
        outcomes.push([response.dataset.code, name, JSON.parse(response.querySelector('.highlight-code').textContent)])
      }
    }
    calls.push({ operationId: block.id.replace('operations-default-', ''), outcomes })
    block.querySelector('.opblock-summary-control').click()
  }
  return calls
})()`

/** What axe finds, each with the element that it is about. */
async function violations(page: Page): Promise<readonly string[]> {
  // By the debugger's door: the pages' own policy lets no foreign script in.
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(`axe
    .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)),
    )`)
}
