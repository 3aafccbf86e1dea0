import { type Core, formatDate, formatPhone, type PublicProfile, readPublicProfile } from '@acct/core'
import type { FastifyInstance } from 'fastify'
import { accountIdOf } from '../accountId.ts'
import { picturePath } from '../pictures.ts'
import { escapeHtml, type Language, languageOf, sendPage } from './page.ts'

const words = {
  zh: {
    nameless: '未设置昵称',
    phone: '手机：',
    email: '邮箱：',
    birthday: '生日：',
    missing: '没有这个用户',
    why: '链接可能有误，或者该账号已不存在。',
  },
  en: {
    nameless: 'No name yet',
    phone: 'Phone: ',
    email: 'E-mail: ',
    birthday: 'Birthday: ',
    missing: 'Nobody here',
    why: 'The link may be wrong, or the account is gone.',
  },
} as const

/** `/u/<id>`: a person's public profile, with what they show to everybody; what the personal QR code opens. */
export function serveProfilePage(app: FastifyInstance, core: Core): void {
  app.get<{ Params: { id: string } }>('/u/:id', { exposeHeadRoute: true }, async (request, reply) => {
    const language = languageOf(request)
    const text = words[language]
    const found = await findPublicProfile(core, request.params.id)
    if (found.kind === 'none') {
      const main = `<h1>${text.missing}</h1>\n<p>${text.why}</p>`
      return sendPage(reply, { status: 404, language, title: text.missing, main })
    }
    const { nickname, signature, picture } = found.profile
    const name = nickname ?? text.nameless
    const lines = [
      `<img src="${picturePath(picture)}" alt="" width="128" height="128">`,
      `<h1>${escapeHtml(name)}</h1>`,
    ]
    if (signature) lines.push(`<p>${escapeHtml(signature)}</p>`)
    for (const detail of detailsOf(found.profile, language)) lines.push(`<p>${escapeHtml(detail)}</p>`)
    return sendPage(reply, { status: 200, language, title: name, main: lines.join('\n') })
  })
}

function detailsOf({ phone, email, birthday }: PublicProfile, language: Language): string[] {
  const text = words[language]
  return [
    phone === null ? [] : text.phone + formatPhone(phone),
    email === null ? [] : text.email + email,
    birthday === null ? [] : text.birthday + formatDate(birthday),
  ].flat()
}

async function findPublicProfile(core: Core, id: string) {
  const accountId = accountIdOf(id)
  return accountId === undefined ? ({ kind: 'none' } as const) : readPublicProfile(core, { accountId })
}
