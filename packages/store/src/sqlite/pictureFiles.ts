import type { Blobs, Clock } from '@acct/core'
import { eq, gt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { pictureFiles } from './schema.ts'

const { placeholder } = sql

/** How many names are read at once. */
const page = 500

/** Files of pictures in the database, dated by the clock. */
export function pictureFileBlobs({ db, read, write }: Connection, clock: Clock): Blobs {
  const { name, writtenAt, bytes } = pictureFiles
  const isIt = eq(name, placeholder('name'))
  const add = db
    .insert(pictureFiles)
    .values({ name: placeholder('name'), writtenAt: placeholder('writtenAt'), bytes: placeholder('bytes') })
    .prepare()
  const find = db.select({ bytes }).from(pictureFiles).where(isIt).prepare()
  const remove = db.delete(pictureFiles).where(isIt).prepare()
  const listed = db
    .select({ name, writtenAt })
    .from(pictureFiles)
    .where(gt(name, placeholder('after')))
    .orderBy(name)
    .limit(page)
    .prepare()
  return {
    put: (file, content) =>
      write(() => void add.run({ name: file, writtenAt: clock.now(), bytes: Buffer.from(content) })),
    read: (file) => read(() => find.get({ name: file })?.bytes),
    remove: (file) => write(() => void remove.run({ name: file })),
    list: async function* () {
      for (let after = ''; ; ) {
        const found = await read(() => listed.all({ after }))
        yield* found
        const last = found.at(-1)
        if (last === undefined) return
        after = last.name
      }
    },
  }
}
