import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { variants } from '@acct/schema'
import type { FastifyInstance } from 'fastify'
import { readAsset } from '../assets.ts'
import { sendWebFile, type WebFile } from './web.ts'

const require = createRequire(import.meta.url)

/** What the page loads, in this order: Swagger UI, wherever npm has put it, and what is ours around it. */
const sources: Readonly<Record<string, () => Promise<Buffer>>> = {
  'swagger-ui.css': async () => inLayer(await readFile(require.resolve('swagger-ui-dist/swagger-ui.css'))),
  'viewer.css': () => readAsset('reference/viewer.css'),
  'swagger-ui-bundle.js': () => readFile(require.resolve('swagger-ui-dist/swagger-ui-bundle.js')),
  'viewer.js': () => readAsset('reference/viewer.js'),
}

/** A style sheet whose rules give way to those of other sheets, however exact they are. */
const inLayer = (sheet: Buffer) => Buffer.concat([Buffer.from('@layer swagger-ui {\n'), sheet, Buffer.from('\n}\n')])

/**
 * Scripts and style sheets from this server only, nothing inline, no eval; and no other server is called.
 * `data:` are the icons in Swagger UI's style sheet.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const yearInSeconds = 31_536_000

/**
 * `/docs/<variant>/try`: a variant's OpenAPI document in Swagger UI, which sends what is filled in to this server.
 * Its files are read when the first page is asked for: a server whose viewer nobody opens never holds them.
 */
export function serveDocsViewer(app: FastifyInstance): void {
  let loading: Promise<ReadonlyMap<string, WebFile>> | undefined
  const load = () => {
    loading ??= loadFiles().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  for (const variant of Object.keys(variants)) {
    app.get(`/docs/${variant}/try`, { exposeHeadRoute: true }, async (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-security-policy', contentSecurityPolicy)
        .send(pageOf(variant, [...(await load()).keys()])),
    )
  }
  app.get<{ Params: { file: string } }>('/docs/viewer/:file', { exposeHeadRoute: true }, async (request, reply) => {
    const file = (await load()).get(request.params.file)
    if (file === undefined) return reply.callNotFound()
    return sendWebFile(request, reply.header('cache-control', `public, max-age=${yearInSeconds}, immutable`), file)
  })
}

/** The files by the names that the page has for them, which hold a hash of the contents: they never change. */
async function loadFiles(): Promise<ReadonlyMap<string, WebFile>> {
  const entries = Object.entries(sources).map(async ([name, read]) => {
    const identity = await read()
    const hash = createHash('sha256').update(identity).digest('base64url')
    const extension = extname(name)
    const [br, gz] = await Promise.all([withBrotli(identity), withGzip(identity)])
    const type = extension === '.js' ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8'
    const hashedName = `${name.slice(0, -extension.length)}-${hash.slice(0, 12)}${extension}`
    return [hashedName, { type, etag: hash, identity, br, gzip: gz }] as const
  })
  return new Map(await Promise.all(entries))
}

/** Good enough in a tenth of a second: the best takes nine, for a tenth less. */
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const withBrotli = (contents: Buffer) => promisify(brotliCompress)(contents, quickBrotli)
const withGzip = (contents: Buffer) => promisify(gzip)(contents)

/** The page around the viewer. Its script finds the variant in `data-openapi`. */
function pageOf(variant: string, files: readonly string[]): string {
  const styles = files.filter((file) => file.endsWith('.css'))
  const scripts = files.filter((file) => file.endsWith('.js'))
  const links = Object.keys(variants).map(
    (name) => `<li><a href="/docs/${name}/try"${name === variant ? ' aria-current="page"' : ''}>${name}</a></li>`,
  )
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Try ${variant} · acct reference</title>
${styles.map((file) => `<link rel="stylesheet" href="/docs/viewer/${file}">`).join('\n')}
${scripts.map((file) => `<script src="/docs/viewer/${file}" defer></script>`).join('\n')}
</head>
<body>
<nav aria-label="APIs">
<ul>
<li><a href="/docs">All APIs</a></li>
${links.join('\n')}
</ul>
</nav>
<header>
<h1>Try <code>${variant}</code></h1>
<p>Requests go to this very server and change what it keeps. Whoever signs in here is signed in for all that follow,
by the session cookie. What every call takes and answers, to read: <a href="/docs/${variant}">reference</a>.</p>
<noscript><p>Sending requests needs scripts; the <a href="/docs/${variant}">reference</a> does not.</p></noscript>
</header>
<div id="viewer" data-openapi="/openapi/${variant}.json"></div>
</body>
</html>
`
}
