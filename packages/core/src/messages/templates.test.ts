import { expect, test } from 'vitest'
import type { Address } from '../codes/address.ts'
import { resetLinkText } from './templates.ts'

const link = 'https://id.example.com/reset-password?ticket=acct_t_1'

test.each<[string, Address, RegExp[]]>([
  ['a mainland number in Chinese', { kind: 'phone', e164: '+8613812345678' }, [/^【acct】.*设置新密码/]],
  ['another number in English', { kind: 'phone', e164: '+85291234567' }, [/^acct: Open this link/]],
  [
    'an e-mail address in both',
    { kind: 'email', email: { shown: 'h@example.com', key: 'h@example.com' } },
    [/^【acct】/, /^acct: /],
  ],
])('a link reaches %s, at the end of a text', (_, address, beginnings) => {
  const texts = resetLinkText('acct', address, link).split('\n\n')
  expect(texts).toHaveLength(beginnings.length)
  for (const [index, beginning] of beginnings.entries()) {
    expect(texts[index]).toMatch(beginning)
    expect(texts[index]?.endsWith(` ${link}`)).toBe(true)
  }
})
