import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Trusts } from '../trusted.ts'

const header = 'x-request-id'

/** What an id from elsewhere may be: it goes into log lines and headers. */
const sane = /^[\w.:/+=@-]{1,128}$/

/**
 * Makes Fastify's `genReqId`: the id that a trusted proxy gives a request, else one of ours. That is a prefix of this
 * process and a count: nobody has to guess it, and making one costs next to nothing.
 */
export function requestIds(trusts: Trusts): (request: IncomingMessage) => string {
  const prefix = `${randomBytes(6).toString('base64url')}-`
  let count = 0
  const own = () => {
    count += 1
    return prefix + count.toString(36)
  }
  return (request) => givenId(trusts, request) ?? own()
}

function givenId(trusts: Trusts, { headers, socket }: IncomingMessage): string | undefined {
  const given = headers[header]
  return typeof given === 'string' && sane.test(given) && trusts(socket.remoteAddress) ? given : undefined
}

/**
 * Sends the id back to a proxy that gave one. Other answers say it only where somebody will ask about them, when they
 * failed (`sayRequestId`): a header more on each costs every caller, and tells those whose request went well nothing.
 */
export function returnRequestId(request: FastifyRequest, reply: FastifyReply): void {
  if (request.headers[header] === request.id) sayRequestId(reply)
}

/** Says in an answer by which id its lines in the log are found. */
export function sayRequestId(reply: { request: { id: string }; header(name: string, value: string): unknown }): void {
  reply.header(header, reply.request.id)
}
