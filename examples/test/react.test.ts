import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import type { Browser } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launchBrowser, openPage } from './browser.ts'
import { inExamples, type Running, startAcct } from './server.ts'

let acct: Running
let site: PreviewServer
let folder: string
let browser: Browser

describe.skipIf(!hasBrowser)('React with TanStack Query', () => {
  beforeAll(async () => {
    acct = await startAcct()
    folder = mkdtempSync(join(tmpdir(), 'acct-react-'))
    const root = inExamples('react')
    const outDir = join(folder, 'dist')
    await build({ root, logLevel: 'error', build: { outDir } })
    const proxy = { '/card': acct.url, '/files': acct.url }
    site = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, proxy } })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await acct?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('signs in, changes a signature, signs out', async () => {
    const credentials = { username: 'li_lei', password: 'hanmeimei_1' }
    const card = createClient({ baseUrl: `${acct.url}/card` })
    await card.register({ ...credentials, nickname: '李雷', telephone: '13812345678' })
    const { page, wrong } = await openPage(browser, site.resolvedUrls?.local[0] ?? '')
    await page.fill('[name=username]', credentials.username)
    await page.fill('[name=password]', 'wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor()
    await page.fill('[name=password]', credentials.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: '李雷' }).waitFor()
    await page.fill('[name=signature]', 'hello')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('p', { hasText: 'hello' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(wrong).toEqual([])
  })
})
