// Serves the pages of this folder and the built SDK, and passes everything else on to acct: so all of it is one origin
// to the browser, and the session's cookie just works. A production web server does the same.
import { readFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const pages = dirname(fileURLToPath(import.meta.url))
const sdk = dirname(fileURLToPath(import.meta.resolve('@acct/sdk')))
const acct = new URL(process.env.ACCT_URL ?? 'http://localhost:3000')
/** @type {Record<string, string | undefined>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/**
 * The file that a path stands for; undefined for what is acct's. `normalize` leaves no `..` at the front of a path.
 * @param {string} path
 */
function fileAt(path) {
  const plain = normalize(path)
  if (plain.startsWith('/sdk/')) return join(sdk, plain.slice('/sdk/'.length))
  if (plain === '/pages' || plain.startsWith('/pages/')) {
    const below = plain.slice('/pages'.length)
    return join(pages, extname(below) === '' ? join(below, 'index.html') : below)
  }
  return undefined
}

/**
 * Hands a request to acct and its answer back, both as they are.
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
function passOn(incoming, outgoing) {
  const { method, url, headers } = incoming
  const onward = request({ host: acct.hostname, port: acct.port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.writeHead(502).end(`no acct at ${acct.origin}`))
  incoming.pipe(onward)
}

const server = createServer(async (incoming, outgoing) => {
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost')
  if (pathname === '/') return outgoing.writeHead(302, { location: '/pages/' }).end()
  const file = fileAt(pathname)
  if (file === undefined) return passOn(incoming, outgoing)
  const type = types[extname(file)]
  try {
    if (type === undefined) throw new Error('not a page')
    const content = await readFile(file)
    outgoing.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(content)
  } catch {
    outgoing.writeHead(404).end('not found')
  }
})

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  process.stdout.write(`http://localhost:${port}/\n`)
})
