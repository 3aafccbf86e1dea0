import { type Core, checkResetTicket, resetPasswordWithTicket } from '@acct/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { mayBePassword } from '../variants/community/fields.ts'
import { escapeHtml, type Language, languageOf, sendPage } from './page.ts'

const words = {
  zh: {
    title: '设置新密码',
    password: '新密码',
    rule: '6 至 64 个字符',
    again: '再输入一次',
    set: '设置',
    differ: '两次输入的密码不一致。',
    refused: '该密码不可用：需要 6 至 64 个字符，且不能过于常见。',
    done: '密码已更新',
    next: '所有设备都已退出登录。请用新密码重新登录。',
    over: '链接已失效',
    why: '链接只能使用一次，15 分钟内有效。请重新申请找回密码。',
  },
  en: {
    title: 'Set a new password',
    password: 'New password',
    rule: '6 to 64 characters',
    again: 'Once more',
    set: 'Set password',
    differ: 'The two passwords differ.',
    refused: 'This password can not be used: it needs 6 to 64 characters and must not be too common.',
    done: 'Your password is set',
    next: 'All devices are signed out. Sign in again with the new password.',
    over: 'This link is over',
    why: 'It works once, and for 15 minutes. Ask for another one.',
  },
} as const

/** What is wrong with the passwords that were sent. */
type Mistake = 'differ' | 'refused'

/**
 * `/reset-password?ticket=…`: where the link leads that `get-passwd` sends. A form without a script: it works in every
 * browser, and looking at it (as mail scanners do) uses nothing up.
 */
export function serveResetPage(app: FastifyInstance, core: Core): void {
  app.get<{ Querystring: Record<string, unknown> }>(
    '/reset-password',
    { exposeHeadRoute: true },
    async (request, reply) => {
      const language = languageOf(request)
      const ticket = textOf(request.query.ticket)
      const found = await checkResetTicket(core, { ticket })
      return found.kind === 'good' ? sendForm(reply, language, ticket) : sendOver(reply, language)
    },
  )

  app.post<{ Body: Record<string, unknown> | null }>('/reset-password', async (request, reply) => {
    const language = languageOf(request)
    const { ticket, passwd, again } = request.body ?? {}
    const [shown, password] = [textOf(ticket), textOf(passwd)]
    // Whoever types two passwords is told that they differ before one of them is set, and only with a ticket that is good.
    if (password !== textOf(again)) {
      const found = await checkResetTicket(core, { ticket: shown })
      return found.kind === 'good' ? sendForm(reply, language, shown, 'differ') : sendOver(reply, language)
    }
    const newPassword = mayBePassword(password) ? password : undefined
    const outcome = await resetPasswordWithTicket(core, { ticket: shown, newPassword })
    switch (outcome.kind) {
      case 'reset':
        return sendDone(reply, language)
      case 'passwordRefused':
        return sendForm(reply, language, shown, 'refused')
      case 'ticketOver':
        return sendOver(reply, language)
    }
  })
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function sendForm(reply: FastifyReply, language: Language, ticket: string, mistake?: Mistake): FastifyReply {
  const text = words[language]
  const invalid = mistake ? ' aria-invalid="true"' : ''
  const field = (name: string, label: string, describedBy: string) =>
    `<label>${label}
<input type="password" name="${name}" autocomplete="new-password" required minlength="6"${invalid} aria-describedby="${describedBy}">
</label>`
  const main = `<h1>${text.title}</h1>
<form method="post" action="/reset-password">
${mistake ? `<p role="alert" id="mistake">${text[mistake]}</p>\n` : ''}<input type="hidden" name="ticket" value="${escapeHtml(ticket)}">
${field('passwd', text.password, mistake ? 'mistake rule' : 'rule')}
<p id="rule">${text.rule}</p>
${field('again', text.again, mistake ? 'mistake rule' : 'rule')}
<button>${text.set}</button>
</form>`
  return sendPage(reply, { status: mistake ? 400 : 200, language, title: text.title, main, form: true })
}

function sendDone(reply: FastifyReply, language: Language): FastifyReply {
  const { done, next } = words[language]
  return sendPage(reply, { status: 200, language, title: done, main: `<h1>${done}</h1>\n<p>${next}</p>` })
}

function sendOver(reply: FastifyReply, language: Language): FastifyReply {
  const { over, why } = words[language]
  return sendPage(reply, { status: 404, language, title: over, main: `<h1>${over}</h1>\n<p>${why}</p>` })
}
