import { type Blobs, Unavailable } from '@acct/core'
import { optionalPackage } from '../optionalPackage.ts'
import { isBlobName, requireBlobName } from './blobName.ts'

type S3 = typeof import('@aws-sdk/client-s3', { with: { 'resolution-mode': 'require' }})

/** A bucket; credentials come from where the SDK looks for them: `AWS_ACCESS_KEY_ID`, a profile, the machine's role. */
export interface S3Options {
  readonly bucket: string
  /** What every key begins with, its slash included; empty for none. */
  readonly prefix: string
  /** Left out: `AWS_REGION`, or the profile's. */
  readonly region?: string | undefined
  /** The origin of an S3-compatible service; left out: `AWS_ENDPOINT_URL_S3`, or Amazon's. */
  readonly endpoint?: string | undefined
  /** Whether the bucket stands in the path and not in the host's name. */
  readonly usePathStyle?: boolean | undefined
}

/** How long a connection, and an answer, may take, in milliseconds. */
const limits = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true }

/** Larger than any picture of ours: what is more is nothing that we have put there. */
const mostBytes = 5 * 1024 * 1024

/**
 * Files in a bucket of S3 or of a service that speaks its protocol, dated by that service, through Amazon's own client.
 * Throws `MissingPackage` where that is not installed; its methods throw `Unavailable` where the bucket can not be used now.
 */
export function s3Blobs({ bucket, prefix, region, endpoint, usePathStyle = false }: S3Options): Blobs {
  const sdk = optionalPackage<S3>('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: usePathStyle,
    requestHandler: limits,
    // What Amazon has added lately, and most other services do not know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + name })
  return {
    put: async (name, bytes) => {
      requireBlobName(name)
      await reaching(client.send(new sdk.PutObjectCommand({ ...at(name), Body: bytes, ContentType: 'image/jpeg' })))
    },
    read: async (name) => {
      if (!isBlobName(name)) return undefined
      try {
        const { Body, ContentLength = 0 } = await client.send(new sdk.GetObjectCommand(at(name)))
        if (Body === undefined || ContentLength > mostBytes) throw new Error(`'${name}' is no picture of ours`)
        return await Body.transformToByteArray()
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return undefined
        throw unavailable(error)
      }
    },
    remove: async (name) => {
      requireBlobName(name)
      await reaching(client.send(new sdk.DeleteObjectCommand(at(name))))
    },
    list: async function* () {
      for (let from: string | undefined; ; ) {
        const page = await reaching(
          client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: from })),
        )
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const name = Key.slice(prefix.length)
          // What else lies there is not ours to remove.
          if (isBlobName(name) && LastModified !== undefined) yield { name, writtenAt: LastModified.getTime() }
        }
        from = page.NextContinuationToken
        if (from === undefined) return
      }
    },
  }
}

async function reaching<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw unavailable(error)
  }
}

/** Whatever it is, it is no fault of the caller's. The SDK's own error holds the whole request: no log needs that. */
function unavailable(error: unknown): Unavailable {
  const { name, message } = error as Error
  return new Unavailable(`the bucket of pictures can not be used: ${name}: ${message}`, { retryAfter: 5 })
}
