import { describe, expect, inject, it } from 'vitest'
import { newPhone, somebody } from './support/people.ts'
import { startServer } from './support/server.ts'
import { settings, visit } from './support/visit.ts'

describe.each(settings)('around the pages, $name', (setting) => {
  it('the overview says what is so, and leads everywhere', async () => {
    const person = await somebody({ name: '李雷' })
    const { m, page, open, look, follow, sees, isAt, end } = await visit(setting, person)
    await open('/')
    await isAt(m.social.home.hello('李雷'))
    await sees(m.social.home.noAddress)
    await sees(m.social.home.hidden)
    await look('home')
    const titles = {
      profile: m.profile.title,
      addresses: m.addresses.title,
      security: m.security.title,
      privacy: m.social.privacy.title,
      people: m.social.people.title,
      qr: m.qr.title,
      delete: m.social.delete.title,
    }
    for (const [name, title] of Object.entries(titles)) {
      await page.locator(`main a[href="/account/${name}"]`).first().click()
      await isAt(title)
      expect(await page.title()).toContain(title)
      // Whoever can not see it hears at once where they are.
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      if (setting.width === 'phone') await follow(m.back)
      else await page.getByRole('navigation').getByRole('link', { name: m.nav.home }).click()
      await isAt(m.social.home.hello('李雷'))
    }
    await end()
  })

  it('the other language is one press away, and is remembered', async () => {
    const other = setting.language === 'zh' ? { name: 'English', html: 'en' } : { name: '中文', html: 'zh-CN' }
    const { m, page, open, press, isAt, end } = await visit(setting)
    await open('/')
    await isAt(m.signIn.title)
    await press(other.name)
    await page.waitForFunction((html) => document.documentElement.lang === html, other.html)
    await open('/account/sign-up')
    expect(await page.locator('html').getAttribute('lang')).toBe(other.html)
    await end()
  })

  it('the keyboard skips to what a page is about', async () => {
    const person = await somebody()
    const { m, page, open, isAt, end } = await visit(setting, person)
    await open('/account/privacy')
    await isAt(m.social.privacy.title)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(m.skip)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch')
    await end()
  })

  it('there is a page for what is nowhere', async () => {
    const { m, open, look, follow, isAt, end } = await visit(setting, await somebody())
    await open('/account/nothing')
    await isAt(m.notFound.title)
    await look('not-found')
    await follow(m.notFound.home)
    await end()
  })

  it('public pages show a person, or say that nobody is there', async () => {
    const person = await somebody({ name: '韩梅梅' })
    const { open, look, isAt, expectComplaint, end } = await visit(setting)
    await open(`/u/${person.id}`)
    await isAt('韩梅梅')
    await look('public-page-of-another')
    expectComplaint(/status of 404/)
    await open('/u/1')
    await isAt(setting.language === 'zh' ? '没有这个用户' : 'Nobody here')
    await look('public-page-of-nobody')
    await end()
  })

  it('who asks for codes too often is told for how long to wait', async () => {
    // With the limits that a server has by itself.
    const server = await startServer()
    try {
      const { m, open, look, fill, press, choose, sees, end } = await visit(setting, undefined, server.url)
      const phone = newPhone()
      for (const answer of [m.fields.codeSent, m.requestSmsCode.tooOften]) {
        // Loaded anew the page has forgotten its own countdown.
        await open('/account/sign-in')
        await choose(m.signIn.byCode)
        await fill(m.fields.phone, phone)
        await press(m.fields.sendCode)
        await sees(answer)
      }
      await sees(/6 ?0|5\d/)
      await look('codes-too-often')
      await end()
    } finally {
      await server.stop()
    }
  })
})

describe.each(settings.slice(0, 1))('the watch over it all, $name', (setting) => {
  it.each([
    [() => document.head.append(document.createElement('style')), /policy: style-src/],
    [() => void fetch('https://foreign.invalid/').catch(() => undefined), /policy: connect-src/],
    [() => void queueMicrotask(() => JSON.parse('{')), /error: .*JSON/],
    [() => document.body.append(Object.assign(new Image(), { src: '/files/nothing.png' })), /console: .*404/],
  ])('misses nothing: %s', async (harm, complaint) => {
    const { m, page, open, isAt, end } = await visit(setting)
    await open('/')
    await isAt(m.signIn.title)
    await page.evaluate(harm)
    await page.waitForLoadState('networkidle')
    await expect(end()).rejects.toThrow(complaint)
  })
})

describe('the first load', () => {
  it('comes in brotli, from one host, under the strict policy', async () => {
    const answer = await fetch(inject('url'), { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await answer.text()
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/)
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(path).toMatch(/^\/assets\/[\w.-]+$/)
      expect((await fetch(inject('url') + path)).headers.get('cache-control')).toContain('immutable')
    }
  })
})
