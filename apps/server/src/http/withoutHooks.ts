import type { FastifyInstance } from 'fastify'

/**
 * The same app for a plugin whose hooks nobody needs: what it decorates stays, what it wants to do with each request is
 * left out. A hook costs every request as much as what most of them do, whether that request is the plugin's business or not.
 */
export function withoutHooks(app: FastifyInstance): FastifyInstance {
  const without: FastifyInstance = Object.create(app, {
    addHook: { value: () => without },
    // What stands on the app itself would else stand on this one only.
    decorate: {
      value: (...given: Parameters<FastifyInstance['decorate']>) => {
        app.decorate(...given)
        return without
      },
    },
  })
  return without
}
