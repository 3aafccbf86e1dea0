import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A file as it goes over the wire: as it is, and in the encodings that the build left beside it. */
export interface WebFile {
  readonly type: string
  readonly etag: string
  readonly identity: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
}

/** The built account centre, whole, in memory: a fixed set of files, so that no request ever names one on the disk. */
export interface Web {
  readonly page: WebFile
  /** What the page loads, by file name below `/assets/`. */
  readonly assets: ReadonlyMap<string, WebFile>
}

/** First path segments that belong to the account centre, on every host. No document has such paths. */
export const webSegments = ['', 'account'] as const

const yearInSeconds = 31_536_000

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Only what this server serves itself may run, style, show or be called; nothing inline, no frames. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Where `@acct/web` is built to, wherever it is installed; undefined if it is not. */
export function builtWebFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@acct/web/package.json')), 'dist')
  } catch {
    return undefined
  }
}

/** Reads the built account centre; undefined if it was not built. */
export async function loadWeb(folder: string | undefined): Promise<Web | undefined> {
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) return undefined
  const assetsFolder = join(folder, 'assets')
  const names = (await readdir(assetsFolder)).filter((name) => extname(name) in types)
  const assets = names.map(async (name) => [name, await readWebFile(join(assetsFolder, name))] as const)
  return { page: await readWebFile(join(folder, 'index.html')), assets: new Map(await Promise.all(assets)) }
}

async function readWebFile(path: string): Promise<WebFile> {
  const identity = await readFile(path)
  const encoded = (suffix: string) => (existsSync(path + suffix) ? readFile(path + suffix) : undefined)
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(identity).digest('base64url'),
    identity,
    br: await encoded('.br'),
    gzip: await encoded('.gz'),
  }
}

/** `/` and `/account/…`: the account centre, one page that routes by itself; `/assets/…`: what it loads. */
export function serveWeb(app: FastifyInstance, { page, assets }: Web): void {
  for (const path of ['/', '/account', '/account/*']) {
    app.get(path, { exposeHeadRoute: true }, (request, reply) =>
      sendWebFile(
        request,
        reply.header('cache-control', 'no-cache').header('content-security-policy', contentSecurityPolicy),
        page,
      ),
    )
  }
  app.get<{ Params: { file: string } }>('/assets/:file', { exposeHeadRoute: true }, (request, reply) => {
    const asset = assets.get(request.params.file)
    if (asset === undefined) return reply.callNotFound()
    // The name holds a hash of the contents: below it they never change.
    return sendWebFile(request, reply.header('cache-control', `public, max-age=${yearInSeconds}, immutable`), asset)
  })
}

/** Sends a file in the smallest encoding that both sides have, or says that the browser has it already. */
export function sendWebFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  const encoding = encodingFor(request, file)
  // A validator of each encoding's own: what is cached as one must not be confirmed as another.
  const etag = `"${file.etag}-${encoding}"`
  reply.header('vary', 'accept-encoding').header('etag', etag).header('content-type', file.type)
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(file[encoding])
}

function encodingFor(request: FastifyRequest, file: WebFile): 'br' | 'gzip' | 'identity' {
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((entry) => entry.trim().toLowerCase())
  // `;q=0` refuses, and no other weight changes the choice: the smallest that is accepted is the best for both sides.
  const takes = (name: string) =>
    accepted.some((entry) => entry === name || (entry.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(entry)))
  if (file.br !== undefined && takes('br')) return 'br'
  return file.gzip !== undefined && takes('gzip') ? 'gzip' : 'identity'
}
