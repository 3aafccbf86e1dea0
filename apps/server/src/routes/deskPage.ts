import { createHash } from 'node:crypto'
import type { variants } from '@acct/schema'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Mounts } from '../mounts.ts'
import type { DeskDeps } from './desk.ts'
import { escapeHtml, type Language, languageOf } from './page.ts'

interface Words {
  readonly title: string
  readonly about: string
  readonly links: string
  readonly center: readonly [title: string, about: string]
  readonly inbox: readonly [title: string, about: string]
  readonly reference: readonly [title: string, about: string]
  readonly health: string
  readonly live: string
  readonly ready: string
  readonly apis: string
  readonly apisAbout: string
  readonly variants: Readonly<Record<keyof typeof variants, string>>
  readonly alsoAt: string
  readonly read: string
  readonly attempt: string
  readonly curl: string
  readonly curlAbout: string
  readonly signUp: string
  readonly signIn: string
  readonly whoAmI: string
  readonly sendCode: string
  readonly readCode: string
}

const words: Readonly<Record<Language, Words>> = {
  zh: {
    title: '开发起点',
    about: '这台服务器上的一切，从这里开始。本页只在本机显示。',
    links: '页面',
    center: ['账号中心', '注册、登录、资料与安全'],
    inbox: ['开发收件箱', '没有真正发出的短信和邮件，验证码在这里看'],
    reference: ['接口文档', '五套接口的全部请求与结果（英文）'],
    health: '健康检查',
    live: '存活',
    ready: '就绪',
    apis: '五套接口，一套账号',
    apisAbout: '客户端的基础地址填下面的网址。',
    variants: {
      card: '用户名与密码、资料、个人二维码',
      phone: '账号、短信验证码、角色',
      social: '手机号、QQ、微信、微博登录，头像',
      token: '手机号或邮箱，访问令牌与刷新令牌',
      community: '会话、隐私、关注',
    },
    alsoAt: '也在',
    read: '文档',
    attempt: '试一试',
    curl: '用 curl 试试',
    curlAbout: '在终端里依次执行。',
    signUp: '注册一个账号',
    signIn: '登录，会话存进 cookies.txt',
    whoAmI: '读取自己的资料',
    sendCode: '给一个手机号发验证码',
    readCode: '从收件箱里读出它',
  },
  en: {
    title: 'Developer’s desk',
    about: 'Everything on this server starts here. The page is shown on this machine only.',
    links: 'Pages',
    center: ['Account centre', 'Sign up, sign in, profile and security'],
    inbox: ['Development inbox', 'The messages that were not really sent, with their codes'],
    reference: ['Reference', 'Every request and every outcome of the five APIs'],
    health: 'Health',
    live: 'live',
    ready: 'ready',
    apis: 'Five APIs, the same accounts',
    apisAbout: 'A client’s base URL is one of these.',
    variants: {
      card: 'Username and password, profile, personal QR code',
      phone: 'Accounts, codes by SMS, roles',
      social: 'Phone, QQ, WeChat and Weibo log-in, avatars',
      token: 'Phone or e-mail, access and refresh tokens',
      community: 'Sessions, privacy, follows',
    },
    alsoAt: 'also at',
    read: 'Reference',
    attempt: 'Try it',
    curl: 'With curl',
    curlAbout: 'In a terminal, one after the other.',
    signUp: 'Sign up',
    signIn: 'Sign in; the session goes to cookies.txt',
    whoAmI: 'Read one’s own profile',
    sendCode: 'Send a code to a number',
    readCode: 'Read it from the inbox',
  },
}

const style = `
:root { color-scheme: light dark; --paper: #f5f5f2; --card: #fff; --ink: #1c1c1a; --soft: #5f5f58; --line: #e4e4de;
  --accent: #0b6b50; }
@media (prefers-color-scheme: dark) { :root { --paper: #161615; --card: #222220; --ink: #f0efe9; --soft: #a3a298;
  --line: #363632; --accent: #6fd1ae; } }
* { box-sizing: border-box; }
body { margin: 0; padding: clamp(1rem, 4vw, 3rem) 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 52rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 2.5rem 0 0; font-size: 1.125rem; }
p { margin: .3rem 0 0; color: var(--soft); }
a { color: var(--accent); text-underline-offset: .2em; border-radius: .2rem; }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul { display: grid; gap: .9rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.pages { grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
li { padding: 1rem 1.25rem 1.1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); }
li > a, h3 { font-size: 1rem; font-weight: 600; }
h3 { margin: 0; }
.address { margin-top: .5rem; color: var(--ink); }
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .5rem; }
code, pre { font: .9375rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { margin: .4rem 0 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .8rem; background: var(--card);
  white-space: pre-wrap; user-select: all; }
dt { margin-top: 1rem; color: var(--soft); }
dd { margin: 0; }
`

const policy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Sends the page that links everything on this server, with examples for a terminal on this machine. */
export function sendDeskPage(request: FastifyRequest, reply: FastifyReply, deps: DeskDeps): FastifyReply {
  const language = languageOf(request)
  const text = words[language]
  // As the reader has called it, which is known to be this machine.
  const origin = `http://${request.headers.host}`
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
<title>${text.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text.title}</h1>
<p>${text.about}</p>
<h2>${text.links}</h2>
<ul class="pages">
${deps.hasWeb ? `${page('/', text.center)}\n` : ''}${page('/dev/inbox', text.inbox)}
${page('/docs', text.reference)}
</ul>
<h2>${text.apis}</h2>
<p>${text.apisAbout}</p>
<ul>
${Object.entries(text.variants)
  .map(([name, about]) => api(name, about, origin, deps.mounts, text))
  .join('\n')}
</ul>
<h2>${text.curl}</h2>
<p>${text.curlAbout}</p>
<dl>
${examplesAt(origin, text)
  .map(([about, command]) => `<dt>${about}</dt>\n<dd><pre>${escapeHtml(command)}</pre></dd>`)
  .join('\n')}
</dl>
<h2>${text.health}</h2>
<p class="ways"><a href="/healthz">${text.live}</a> <a href="/readyz">${text.ready}</a></p>
</main>
</body>
</html>
`,
    )
}

const page = (path: string, [title, about]: readonly [string, string]) =>
  `<li><a href="${path}">${title}</a><p>${about}</p></li>`

function api(name: string, about: string, origin: string, mounts: Mounts, text: Words): string {
  const others = [
    ...(mounts.rootVariant === name ? [origin] : []),
    ...Array.from(mounts.hosts)
      .filter(([, variant]) => variant === name)
      .map(([host]) => host),
  ]
  const also = others.map((other) => ` · ${text.alsoAt} <code>${escapeHtml(other)}</code>`).join('')
  return `<li><h3>${name}</h3><p>${about}</p>
<p class="address"><code>${escapeHtml(`${origin}/${name}`)}</code>${also}</p>
<p class="ways"><a href="/docs/${name}">${text.read}</a> <a href="/docs/${name}/try">${text.attempt}</a> <a href="/openapi/${name}.json">OpenAPI</a></p></li>`
}

/** Commands that work on a fresh server, in this order. */
const examplesAt = (origin: string, text: Words): readonly (readonly [about: string, command: string])[] => [
  [
    text.signUp,
    `curl -s ${origin}/card/user/register -H 'content-type: application/json' \\
  -d '{"username":"li_lei","password":"hanmeimei_1","nickname":"李雷","telephone":"13812345678"}'`,
  ],
  [text.signIn, `curl -s ${origin}/card/user/login -c cookies.txt -d username=li_lei -d password=hanmeimei_1`],
  [text.whoAmI, `curl -s -X POST ${origin}/card/user/getInfo -b cookies.txt`],
  [text.sendCode, `curl -s ${origin}/phone/user/registerPhone/13912345678`],
  [text.readCode, `curl -s '${origin}/dev/inbox.json?to=+8613912345678'`],
]
