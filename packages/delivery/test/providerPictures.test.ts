import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { pictureFetcher, pictureUrl } from '../src/identity/picture.ts'
import { publicLookup } from '../src/identity/publicAddress.ts'
import { qqProvider } from '../src/index.ts'
import { startFakeProviders } from '../src/testing/index.ts'
import { closing, deadPort } from './support.ts'

/** A picture host of this machine. */
async function host(answer: RequestListener) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { name, url: `http://${name}/1.jpg`, requests }
}

describe('where pictures come from', () => {
  const hosts = ['*.qlogo.cn', 'pictures.example', '127.0.0.1:4711']

  it.each([
    ['https://thirdqq.qlogo.cn/g?b=oidb', 'https://thirdqq.qlogo.cn/g?b=oidb'],
    ['http://thirdqq.qlogo.cn/g?b=oidb', 'https://thirdqq.qlogo.cn/g?b=oidb'],
    ['https://PICTURES.example/1', 'https://pictures.example/1'],
    ['http://127.0.0.1:4711/1', 'http://127.0.0.1:4711/1'],
  ])('%s is asked as %s', (address, asked) => {
    expect(pictureUrl(address, hosts)?.href).toBe(asked)
  })

  it.each([
    'https://qlogo.cn/1',
    'https://evilqlogo.cn/1',
    'https://a.qlogo.cn.evil.example/1',
    'https://a.qlogo.cn@evil.example/1',
    'https://user@a.qlogo.cn/1',
    'https://a.qlogo.cn:8443/1',
    'http://a.qlogo.cn:8080/1',
    'https://sub.pictures.example/1',
    'https://127.0.0.1:4711/1',
    'http://127.0.0.1:4712/1',
    'http://127.0.0.1/1',
    'http://localhost:4711/1',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '//a.qlogo.cn/1',
    'nonsense',
    '',
  ])('%s is not asked', (address) => {
    expect(pictureUrl(address, hosts)).toBeUndefined()
  })
})

describe('fetching a picture', () => {
  it('gives its bytes', async () => {
    const fake = closing(await startFakeProviders())
    const provider = qqProvider({ appIds: ['1'], url: fake.url, pictureHosts: [fake.pictureHost] })
    expect(await provider.fetchPicture(fake.showPicture(Buffer.from('a picture')))).toEqual(Buffer.from('a picture'))
    const strict = qqProvider({ appIds: ['1'], url: fake.url })
    expect(await strict.fetchPicture(fake.showPicture(Buffer.from('a picture')))).toBeUndefined()
    expect(fake.asked).toEqual(['/picture/0'])
  })

  it('takes 5 MiB and not a byte more', async () => {
    const fake = closing(await startFakeProviders())
    const fetchPicture = pictureFetcher({ hosts: [fake.pictureHost] })
    expect(await fetchPicture(fake.showPicture(Buffer.alloc(5 * 1024 * 1024)))).toHaveLength(5 * 1024 * 1024)
    expect(await fetchPicture(fake.showPicture(Buffer.alloc(5 * 1024 * 1024 + 1)))).toBeUndefined()
  })

  it('does not follow', async () => {
    const secret = await host((_, response) => void response.end('secret'))
    const redirecting = await host((_, response) => void response.writeHead(302, { location: secret.url }).end())
    expect(await pictureFetcher({ hosts: [redirecting.name, secret.name] })(redirecting.url)).toBeUndefined()
    expect(secret.requests).toEqual([])
  })

  it.each<[string, RequestListener]>([
    ['gone', (_, response) => void response.writeHead(404).end('gone')],
    ['silent', () => {}],
    ['broken off', (request) => void request.socket.destroy()],
    [
      'cut short',
      (_, response) => void response.writeHead(200, { 'content-length': 9 }).write('half', () => response.destroy()),
    ],
    ['never complete', (_, response) => void response.writeHead(200).write('half')],
  ])('gives none that is %s', async (_, answer) => {
    const { name, url } = await host(answer)
    expect(await pictureFetcher({ hosts: [name], timeout: 100 })(url)).toBeUndefined()
  })

  it('gives none where nobody listens', async () => {
    const name = `127.0.0.1:${await deadPort()}`
    expect(await pictureFetcher({ hosts: [name] })(`http://${name}/1.jpg`)).toBeUndefined()
  })

  it('does not connect to a private address, whatever name leads there', async () => {
    const { name, requests } = await host((_, response) => void response.end('secret'))
    const lookup = publicLookup((_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]))
    const socket = connect({ host: 'thirdqq.qlogo.cn', port: Number(name.split(':')[1]), lookup })
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toBe('the host is not on the public internet')
    expect(requests).toEqual([])
  })
})
