import plugin from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'

/**
 * Lets requests be read as multipart forms. Without the plugin's hooks: they remove files that it has saved on the disk, which
 * nobody asks it to, and would cost each request, with a form or without, two promises and a listener.
 */
export function acceptMultipart(app: FastifyInstance): Promise<void> {
  const withoutHooks: FastifyInstance = Object.create(app, { addHook: { value: () => withoutHooks } })
  return new Promise((resolve, reject) => plugin(withoutHooks, {}, (error) => (error ? reject(error) : resolve())))
}
