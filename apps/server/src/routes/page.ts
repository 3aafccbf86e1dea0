import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The languages our own pages speak. */
export type Language = 'zh' | 'en'

/** The language that a browser prefers, of those we have: the first of its list that we know. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry
        .trim()
        .toLowerCase()
        .split(/;\s*q=/)
      return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  return wanted.find(({ language }) => language === 'zh' || language === 'en')?.language === 'zh' ? 'zh' : 'en'
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const style = `
:root { color-scheme: light dark; --paper: #f5f5f2; --card: #fff; --ink: #1c1c1a; --soft: #66665f;
  --line: #8b8b83; --accent: #1f5fbf; --on-accent: #fff; --alert: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --paper: #161615; --card: #222220; --ink: #f0efe9; --soft: #a3a298;
  --line: #7d7c74; --accent: #8ab4f8; --on-accent: #10233f; --alert: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { width: 100%; max-width: 24rem; padding: 2.5rem 1.75rem; border-radius: 1.25rem; background: var(--card);
  text-align: center; box-shadow: 0 1px 2px rgb(0 0 0 / .06), 0 12px 32px rgb(0 0 0 / .08); }
img { display: block; width: 8rem; height: 8rem; margin: 0 auto 1.25rem; border-radius: 50%; object-fit: cover; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; overflow-wrap: anywhere; }
form { margin-top: 1.5rem; text-align: left; }
label { display: block; margin-bottom: 1rem; font-weight: 600; }
input { display: block; width: 100%; margin-top: .35rem; padding: .7rem .8rem; border: 1px solid var(--line);
  border-radius: .6rem; background: var(--paper); color: inherit; font: inherit; }
button { width: 100%; padding: .75rem; border: 0; border-radius: .6rem; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; cursor: pointer; }
input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
p[role=alert] { color: var(--alert); }
form p { margin: 0 0 1rem; }
p { margin: .75rem 0 0; color: var(--soft); overflow-wrap: anywhere; white-space: pre-line; }
`
const styleHash = createHash('sha256').update(style).digest('base64')

export interface Page {
  readonly status: number
  readonly language: Language
  readonly title: string
  /** The contents of `<main>`, already escaped. */
  readonly main: string
  /** Whether it has a form, which may be sent to this server only. */
  readonly form?: true
}

/** Sends a small page of our own: no script, one style sheet known by its hash, pictures from this server only. */
export function sendPage(reply: FastifyReply, { status, language, title, main, form }: Page): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action ${form ? "'self'" : "'none'"}; frame-ancestors 'none'`,
    )
    .send(
      `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`,
    )
}
