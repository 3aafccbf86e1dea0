import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const post = (type: string) =>
  `POST /card/user/updateInfo HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 50000\r\n\r\n`

/** Ways to hold a connection: what is sent at first, and what dribbles after it. */
const ways = [
  {
    name: 'headers',
    first: 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n',
    drip: (turn: number) => `X-${turn}: y\r\n`,
  },
  { name: 'bodies', first: post('application/json'), drip: () => ' ' },
  {
    name: 'uploads',
    first: `${post('multipart/form-data; boundary=b')}--b\r\nContent-Disposition: form-data; name="avatar"; filename="x"\r\n\r\n`,
    drip: () => 'x',
  },
  // Asks for much, and reads nothing.
  {
    name: 'readers',
    first: 'GET /openapi/community.json HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(8),
    drip: () => '',
  },
  { name: 'idle', first: 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n', drip: () => '' },
] as const

export interface Held {
  /** How many connections were opened, and how many the server has ended so far. */
  readonly opened: () => number
  readonly ended: () => number
  readonly release: () => void
}

/**
 * Holds so many connections, in equal shares of all ways, from many addresses, and keeps them dribbling. A connection
 * that the server ends is opened anew, as whoever attacks would.
 */
export async function holdSockets(url: string, many: number): Promise<Held> {
  const { hostname: host, port } = new URL(url)
  const sockets = new Set<Socket>()
  let opened = 0
  let ended = 0
  let released = false
  const hold = (index: number) => {
    const way = ways[index % ways.length]
    if (way === undefined || released) return
    const socket = connect({
      host,
      port: Number(port),
      localAddress: `127.60.${(index >> 6) & 255}.${1 + (index & 63)}`,
    })
    sockets.add(socket)
    opened += 1
    let turn = 0
    const timer = setInterval(() => socket.writable && socket.write(way.drip(turn++)), 1000)
    socket.on('connect', () => socket.write(way.first))
    if (way.name === 'readers') socket.pause()
    else socket.on('data', () => {})
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(timer)
      sockets.delete(socket)
      ended += 1
      setTimeout(() => hold(index), 100).unref()
    })
  }
  for (let index = 0; index < many; index++) {
    hold(index)
    // A backlog of connections is no attack on the server, but on the system below it.
    if (index % 50 === 49) await pause(10)
  }
  return {
    opened: () => opened,
    ended: () => ended,
    release: () => {
      released = true
      for (const socket of sockets) socket.destroy()
    },
  }
}
