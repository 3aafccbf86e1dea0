import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import type { Messages } from '../../src/i18n/messages.ts'
import { zh } from '../../src/i18n/zh.ts'
import type { Person } from './people.ts'
import { picturesFolder } from './pictures.ts'

const url = inject('url')

/** How somebody looks at it. */
export interface Setting {
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly width: 'phone' | 'desk'
  readonly scheme: 'light' | 'dark'
}

/** Both widths and both languages: every run of the tests drives one file in the one, and the next in the other. */
const usual: readonly Setting[] = [
  { name: 'phone-zh-light', language: 'zh', width: 'phone', scheme: 'light' },
  { name: 'desk-en-light', language: 'en', width: 'desk', scheme: 'light' },
]

/** With these, each width meets each language, and everything is seen in the dark as well: four times the time. */
const others: readonly Setting[] = [
  { name: 'phone-en-dark', language: 'en', width: 'phone', scheme: 'dark' },
  { name: 'desk-zh-dark', language: 'zh', width: 'desk', scheme: 'dark' },
]

/** The settings that the pages of this file are driven in. */
export const settings: readonly Setting[] = process.env.ACCT_TEST_EVERY_SETTING
  ? [...usual, ...others]
  : usual.slice(ownTurn(), ownTurn() + 1)

function ownTurn(): number {
  const { testPath = '' } = expect.getState()
  const files = readdirSync(dirname(testPath)).filter((name) => name.endsWith('.test.ts'))
  return files.sort().indexOf(basename(testPath)) % usual.length
}

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } }

/** A browser of somebody's own, that nothing may go wrong in. */
export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** The words of the account centre in the visitor’s language. */
  readonly m: Messages
  /** The field of this label. */
  readonly field: (label: string) => Locator
  /** Writes into the field of this label. */
  readonly fill: (label: string, value: string) => Promise<void>
  readonly press: (button: string) => Promise<void>
  /** Turns to one of a few, by a press on what is written on it. */
  readonly choose: (option: string) => Promise<void>
  readonly follow: (link: string) => Promise<void>
  /** Waits until a text stands on the page. */
  readonly sees: (text: string | RegExp) => Promise<void>
  /** Waits until a page of this title is shown. */
  readonly isAt: (title: string) => Promise<void>
  /** Opens a path of the server. */
  readonly open: (path: string) => Promise<void>
  /** Demands that the page as it is now can be used by everybody, and takes a picture of it. */
  readonly look: (state: string) => Promise<void>
  /** From now on what the browser complains about may match this, as for an answer that is refused on purpose. */
  readonly expectComplaint: (complaint: RegExp) => void
  /** Ends the visit, and demands that the browser had nothing to complain about. */
  readonly end: () => Promise<void>
}

let connected: Promise<Browser> | undefined

/** Opens a fresh browser context, signed in as `person` if one is given. */
export async function visit(setting: Setting, person?: Person, at: string = url): Promise<Visit> {
  connected ??= chromium.connect(inject('browser'))
  const phone = setting.width === 'phone'
  const context = await (await connected).newContext({
    viewport: sizes[setting.width],
    locale: setting.language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: setting.scheme,
    // What moves is looked at when it has arrived.
    reducedMotion: 'reduce',
    ...(phone && { hasTouch: true, isMobile: true }),
  })
  if (person)
    await context.addCookies([{ name: 'acct_session', value: person.token, url: at, httpOnly: true, sameSite: 'Lax' }])

  const complaints: string[] = []
  const expected: RegExp[] = []
  await context.exposeBinding('reportViolation', (_source, violation: string) => void complaints.push(violation))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void }
      reportViolation(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== at) complaints.push(`foreign host: ${request.url()}`)
  })

  const page = await context.newPage()
  const field = (label: string) =>
    page.locator('input:not([type=radio]), textarea, select').and(page.getByLabel(label, { exact: true }))
  page.setDefaultTimeout(20_000)
  return {
    page,
    context,
    m: setting.language === 'zh' ? zh : en,
    field,
    fill: (label, value) => field(label).fill(value),
    press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    choose: (option) => page.locator('label', { hasText: option }).click(),
    follow: (link) => page.getByRole('link', { name: link, exact: true }).first().click(),
    sees: (text) => page.getByText(text).first().waitFor(),
    isAt: (title) => page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor(),
    open: async (path) => void (await page.goto(at + path)),
    look: async (state) => {
      // What is still on its way is no state to be looked at.
      await expect.poll(() => page.locator('.loading, [aria-busy=true]').count()).toBe(0)
      await page.screenshot({ path: `${picturesFolder}${state}.${setting.name}.png`, fullPage: true })
      expect(await violations(page), `what axe finds at ${state}`).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `how far ${state} reaches beyond the screen`).toBeLessThanOrEqual(0)
    },
    expectComplaint: (complaint) => void expected.push(complaint),
    end: async () => {
      await context.close()
      const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
      if (unexpected.length > 0) throw new Error(`the browser complains:\n${unexpected.join('\n')}`)
    },
  }
}

/** What axe finds, each with the element that it is about. */
async function violations(page: Page): Promise<string[]> {
  // By the debugger's door: the pages' own policy lets no foreign script in.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    )
  })
}
