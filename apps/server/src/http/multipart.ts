import plugin from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { withoutHooks } from './withoutHooks.ts'

/**
 * Lets requests be read as multipart forms. Without the plugin's hooks: they remove files that it has saved on the disk, which
 * nobody asks it to, and would cost each request, with a form or without, two promises and a listener.
 */
export function acceptMultipart(app: FastifyInstance): Promise<void> {
  return new Promise((resolve, reject) => plugin(withoutHooks(app), {}, (error) => (error ? reject(error) : resolve())))
}
