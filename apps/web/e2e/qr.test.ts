import { describe, expect, it } from 'vitest'
import { somebody } from './support/people.ts'
import { settings, visit } from './support/visit.ts'

describe.each(settings)('the QR code, $name', (setting) => {
  it('is shown, and saved as a picture', async () => {
    const person = await somebody()
    const { m, page, context, open, look, press, sees, isAt, end } = await visit(setting, person)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open('/account/qr')
    await isAt(m.qr.title)
    const code = page.getByRole('img', { name: m.qr.alt })
    await code.waitFor()
    expect(await code.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(0)
    await look('qr')
    for (const [name, file] of [
      [m.qr.png, 'qr.png'],
      [m.qr.svg, 'qr.svg'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name, exact: true }).click()
      expect((await download).suggestedFilename()).toBe(file)
      expect(await (await download).failure()).toBeNull()
    }
    await press(m.qr.copy)
    await sees(m.qr.copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/u/${person.id}$`))
    await end()
  })
})
