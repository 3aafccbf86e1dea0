import { opendir } from 'node:fs/promises'
import type { Blobs, Clock } from '@acct/core'
import { folderBlobs, MissingPackage, type S3Options, s3Blobs } from '@acct/delivery'
import type { Logger } from 'pino'
import type { Database, DatabaseConfig } from './database.ts'
import { prepareFolder, StartRefused } from './dataFolder.ts'
import { BadSetting } from './settings.ts'

/** Where people's pictures are kept. */
export type PicturesConfig = { readonly kind: 'folder' | 'database' } | ({ readonly kind: 's3' } & S3Options)

const expected =
  "must be 'folder', 'database' or 's3://bucket/prefix', which may end in '?region=…&endpoint=…&use_path_style=true'"

/**
 * Reads the setting. By default each engine keeps pictures where every process on it finds them: the folder beside a file,
 * the database with PostgreSQL.
 */
export function picturesConfigOf(value: string | undefined, database: DatabaseConfig): PicturesConfig {
  if (value === undefined) return { kind: database.kind === 'file' ? 'folder' : 'database' }
  if (value === 'folder' || value === 'database') return { kind: value }
  return { kind: 's3', ...bucketOf(value) }
}

function bucketOf(value: string): S3Options {
  const refused = new BadSetting('ACCT_PICTURES', `${expected}, got '${value}'`)
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(\/[\w./-]*)?(\?.*)?$/.exec(value) ?? []
  if (bucket === undefined) throw refused
  const query = new URL(value).searchParams
  for (const name of query.keys()) if (!['region', 'endpoint', 'use_path_style'].includes(name)) throw refused
  const endpoint = query.get('endpoint') ?? undefined
  const style = query.get('use_path_style') ?? 'false'
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) throw refused
  if (style !== 'true' && style !== 'false') throw refused
  const folder = path.replace(/^\/+|\/+$/g, '')
  return {
    bucket,
    prefix: folder === '' ? '' : `${folder}/`,
    region: query.get('region') ?? undefined,
    endpoint,
    usePathStyle: style === 'true',
  }
}

/** What of the configuration says where pictures are. */
export interface PicturePlaces {
  readonly pictures: PicturesConfig
  readonly filesDir: string
}

/** The files of pictures; throws `StartRefused` where they can not be had. */
export function pictureFilesOf(
  { pictures, filesDir }: PicturePlaces,
  database: Pick<Database, 'pictureFiles'>,
  clock: Clock,
): Blobs {
  switch (pictures.kind) {
    case 'folder':
      prepareFolder(filesDir)
      return folderBlobs(filesDir, clock)
    case 'database':
      return database.pictureFiles(clock)
    case 's3':
      return bucketBlobs(pictures)
  }
}

function bucketBlobs(options: S3Options): Blobs {
  try {
    return s3Blobs(options)
  } catch (error) {
    if (error instanceof MissingPackage) throw new StartRefused(`ACCT_PICTURES: ${error.message}`)
    throw error
  }
}

/** Logs that pictures lie in the folder which nobody is shown, since they are kept elsewhere now. Never rejects. */
export async function tellOfLeftPictures({ pictures, filesDir }: PicturePlaces, log: Logger): Promise<void> {
  if (pictures.kind === 'folder') return
  try {
    for await (const { name } of await opendir(filesDir)) {
      if (!name.endsWith('.jpg')) continue
      return log.warn('pictures in the data folder are not shown: see `acct pictures copy`')
    }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!isMissing) log.error({ err: error }, 'looking for pictures in the data folder failed')
  }
}
