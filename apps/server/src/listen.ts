import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { StartRefused } from './dataFolder.ts'

/**
 * How many connections may wait to be accepted; the kernel may allow fewer. Node 20 accepts one in a turn of the event loop,
 * and whom the kernel turns away comes again only after a second.
 */
const longestBacklog = 4096

/** Listens where the settings say; throws `StartRefused` where that can not be. */
export async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port, backlog: longestBacklog })
  } catch (error) {
    throw listenRefusal(error, { host, port })
  }
}

/** What keeps a program from listening, in words for who can mend it; every other error as it is. */
export function listenRefusal(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartRefused(`PORT: port ${port} on ${host} is taken by another program`)
    case 'EACCES':
      return new StartRefused(`PORT: port ${port} on ${host} needs more rights than this user has`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(`HOST: '${host}' is no address of this machine`)
    default:
      return error
  }
}
