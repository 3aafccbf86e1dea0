import { type ServingProcess, type Settings, type StartOptions, serve, temporaryFolder } from '../src/server.ts'

/** A server for one attack, in a folder of its own; both are gone afterwards, however it went. */
export async function withServer<Result>(
  settings: Settings,
  attack: (server: ServingProcess, settings: Settings) => Promise<Result>,
  options: StartOptions = {},
): Promise<Result> {
  const { folder, remove } = temporaryFolder('abuse')
  const whole = { ...settings, ACCT_DATA_DIR: folder }
  try {
    const server = await serve(whole, options)
    try {
      return await attack(server, whole)
    } finally {
      server.child.kill('SIGKILL')
      await server.ended
    }
  } finally {
    remove()
  }
}
