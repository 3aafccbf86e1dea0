import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { listenRefusal } from '../listen.ts'

/**
 * A port that nobody listened at just now. Workers that each asked for a free one would go on sharing theirs only until the last of
 * them dies. Throws `StartRefused` for a host that is no address of this machine.
 */
export async function freePort(host: string): Promise<number> {
  const server = createServer()
  try {
    await once(server.listen({ host, port: 0 }), 'listening')
  } catch (error) {
    throw listenRefusal(error, { host, port: 0 })
  }
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
