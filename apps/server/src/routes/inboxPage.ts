import { createHash } from 'node:crypto'
import type { Message, MessagePurpose } from '@acct/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { escapeHtml, type Language, languageOf } from './page.ts'

interface Words {
  readonly title: string
  readonly about: string
  readonly empty: string
  readonly copy: string
  readonly copied: string
  readonly over: string
  readonly channels: Readonly<Record<Message['channel'], string>>
  readonly purposes: Readonly<Record<MessagePurpose, string>>
}

const words: Readonly<Record<Language, Words>> = {
  zh: {
    title: '开发收件箱',
    about: '这些短信和邮件没有发出，只在本机显示。本页自动刷新。',
    empty: '还没有消息。请求一个验证码，它会立刻出现在这里。',
    copy: '复制',
    copied: '已复制',
    over: '已过期',
    channels: { sms: '短信', email: '邮件' },
    purposes: {
      register: '注册',
      login: '登录',
      reset: '重置密码',
      change: '更换手机号或邮箱',
      community: '验证身份',
      resetLink: '重置密码链接',
      numberTaken: '号码已注册',
      noAccount: '号码无账号',
      phoneClaimed: '填写了另一个号码',
      emailClaimed: '填写了另一个邮箱',
      addressChanged: '登录地址已更换',
    },
  },
  en: {
    title: 'Development inbox',
    about: 'These messages were not sent: they are shown here, on this machine only. The page refreshes by itself.',
    empty: 'Nothing yet. Ask for a code and it appears here at once.',
    copy: 'Copy',
    copied: 'Copied',
    over: 'expired',
    channels: { sms: 'SMS', email: 'E-mail' },
    purposes: {
      register: 'register',
      login: 'sign in',
      reset: 'reset password',
      change: 'change address',
      community: 'confirm identity',
      resetLink: 'reset link',
      numberTaken: 'number taken',
      noAccount: 'no account',
      phoneClaimed: 'another number entered',
      emailClaimed: 'another e-mail entered',
      addressChanged: 'address changed',
    },
  },
}

const style = `
:root { color-scheme: light dark; --paper: #f5f5f2; --card: #fff; --ink: #1c1c1a; --soft: #66665f; --line: #e4e4de;
  --accent: #0b6b50; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #161615; --card: #222220; --ink: #f0efe9; --soft: #a3a298;
  --line: #363632; --accent: #6fd1ae; --on-accent: #10231c; } }
* { box-sizing: border-box; }
body { margin: 0; padding: clamp(1rem, 4vw, 3rem) 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 40rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; }
header p, .empty { margin: .4rem 0 0; color: var(--soft); }
.empty { margin-top: 2rem; padding: 3rem 1.5rem; border: 1px dashed var(--line); border-radius: 1rem; text-align: center; }
ol { display: grid; gap: .9rem; margin: 1.75rem 0 0; padding: 0; list-style: none; }
li { padding: 1rem 1.25rem 1.1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); }
.about { display: flex; align-items: baseline; gap: .6rem; margin-top: .2rem; color: var(--soft); font-size: .875rem; }
.about strong { flex: 1; color: var(--ink); font-size: 1rem; overflow-wrap: anywhere; }
.about time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.tag { padding: .05rem .55rem; border: 1px solid var(--line); border-radius: 1rem; white-space: nowrap; }
.code { display: flex; align-items: center; gap: 1rem; margin: .6rem 0 .3rem; }
.code output { font: 600 2.25rem/1.2 ui-monospace, "SF Mono", Menlo, Consolas, monospace; letter-spacing: .12em; user-select: all; }
button { padding: .4rem 1rem; border: 0; border-radius: .6rem; background: var(--accent); color: var(--on-accent);
  font: inherit; font-size: .9375rem; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.text { margin: .5rem 0 0; color: var(--soft); overflow-wrap: anywhere; white-space: pre-line; }
.over .code output { opacity: .45; text-decoration: line-through; text-decoration-thickness: .08em; }
.over button { display: none; }
`

// Every two seconds it fetches itself and takes over what is new. Times are shown as they are where the reader is.
const script = `
const show = (root) => {
  for (const time of root.querySelectorAll('time')) time.textContent = new Date(time.dateTime).toLocaleTimeString()
}
let shown = document.querySelector('#messages').innerHTML
show(document)
document.addEventListener('click', async ({ target }) => {
  if (!target.matches('button')) return
  await navigator.clipboard.writeText(target.dataset.code)
  const before = target.textContent
  target.textContent = target.dataset.done
  setTimeout(() => { target.textContent = before }, 1500)
})
const refresh = async () => {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' })
    if (!answer.ok) return
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#messages')
    if (next.innerHTML === shown) return
    shown = next.innerHTML
    show(next)
    document.querySelector('#messages').replaceWith(next)
  } catch {}
}
setInterval(() => { if (!document.hidden) refresh() }, 2000)
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh() })
`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = [
  `default-src 'none'`,
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Sends the inbox as a page that keeps itself up to date, also without scripts. `now` decides which codes have expired. */
export function sendInboxPage(
  request: FastifyRequest,
  reply: FastifyReply,
  messages: readonly Message[],
  now: number,
): FastifyReply {
  const language = languageOf(request)
  const text = words[language]
  const items = messages.map((message) => item(message, text, now))
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .header('content-security-policy', policy)
    .send(
      `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<title>${text.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${text.title}</h1>
<p>${text.about}</p>
</header>
<div id="messages">
${items.length === 0 ? `<p class="empty">${text.empty}</p>` : `<ol>\n${items.join('\n')}\n</ol>`}
</div>
</main>
<script>${script}</script>
</body>
</html>
`,
    )
}

function item({ channel, to, purpose, code, link, text, at, expiresAt }: Message, wording: Words, now: number): string {
  const over = (code ?? link) !== null && expiresAt <= now
  const instant = new Date(at).toISOString()
  const copy = code === null ? '' : copyable(escapeHtml(code), wording)
  return `<li${over ? ' class="over"' : ''}>
<div class="about"><strong>${escapeHtml(to)}</strong><time datetime="${instant}">${instant.slice(11, 19)} UTC</time></div>
<div class="about"><span class="tag">${wording.channels[channel]}</span><span>${wording.purposes[purpose]}</span>${over ? `<span>${wording.over}</span>` : ''}</div>
${copy}<p class="text">${linked(escapeHtml(text), link && escapeHtml(link))}</p>
</li>`
}

const copyable = (code: string, { copy, copied }: Words) =>
  `<div class="code"><output>${code}</output><button type="button" data-code="${code}" data-done="${copied}">${copy}</button></div>\n`

const linked = (text: string, link: string | null) =>
  link === null ? text : text.replaceAll(link, `<a href="${link}" rel="noreferrer">${link}</a>`)
