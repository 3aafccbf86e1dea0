import { type Core, findPicture, readAvatar } from '@acct/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readAsset } from '../assets.ts'

const yearInSeconds = 31_536_000

/** A picture is what we say it is, for every site that has its name, and never changes below that name. */
function sendPicture(
  reply: FastifyReply,
  type: 'image/jpeg' | 'image/png' | 'image/svg+xml',
  picture: Buffer | string,
) {
  return reply
    .header('content-type', type)
    .header('cache-control', `public, max-age=${yearInSeconds}, immutable`)
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(picture)
}

/** `/files/…`: the default picture, people's avatars as JPEG, and their QR codes as PNG and SVG. */
export function serveFiles(app: FastifyInstance, core: Core): void {
  app.get('/files/default-avatar.png', { exposeHeadRoute: true }, async (_request, reply) =>
    sendPicture(reply, 'image/png', await readAsset('default-avatar.png')),
  )
  app.get<{ Params: { file: string } }>('/files/:file', { exposeHeadRoute: true }, async (request, reply) => {
    const { file } = request.params
    const avatar = await readAvatar(core, { file })
    if (avatar.kind === 'avatar') return sendPicture(reply, 'image/jpeg', Buffer.from(avatar.bytes))
    const [, name, format] = /^([\w-]{16,64})\.(png|svg)$/.exec(file) ?? []
    const found = name === undefined ? { kind: 'none' as const } : await findPicture(core, { name })
    if (found.kind === 'none') return reply.callNotFound()
    // Loaded by the first who needs it.
    const { default: QRCode } = await import('qrcode')
    const link = `${app.publicUrl()}/u/${found.accountId}`
    return format === 'svg'
      ? sendPicture(reply, 'image/svg+xml', await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M' }))
      : sendPicture(reply, 'image/png', await QRCode.toBuffer(link, { scale: 10, errorCorrectionLevel: 'M' }))
  })
}
