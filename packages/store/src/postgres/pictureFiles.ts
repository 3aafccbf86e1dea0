import type { Blobs, Clock } from '@acct/core'
import { eq, gt, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { pictureFiles } from './schema.ts'
import { changes, first, rows } from './statements.ts'

const { placeholder } = sql

/** How many names are read at once. */
const page = 500

/** Files of pictures in the database, dated by the clock. */
export function pictureFileBlobs({ prepared }: Connection, clock: Clock): Blobs {
  const { read, change } = prepared(pictureFileStatements)
  return {
    put: (name, bytes) => change(async ({ add }) => void (await add({ name, writtenAt: clock.now(), bytes }))),
    read: (name) => read(async ({ find }) => (await find({ name }))?.bytes),
    remove: (name) => change(async ({ remove }) => void (await remove({ name }))),
    list: async function* () {
      for (let after = ''; ; ) {
        const found = await read(({ listed }) => listed({ after }))
        yield* found
        const last = found.at(-1)
        if (last === undefined) return
        after = last.name
      }
    },
  }
}

/** What that sends. */
function pictureFileStatements(db: Db) {
  const { name, writtenAt, bytes } = pictureFiles
  const isIt = eq(name, placeholder('name'))
  return {
    add: changes(
      db
        .insert(pictureFiles)
        .values({ name: placeholder('name'), writtenAt: placeholder('writtenAt'), bytes: placeholder('bytes') }),
    ),
    find: first(db.select({ bytes }).from(pictureFiles).where(isIt)),
    remove: changes(db.delete(pictureFiles).where(isIt)),
    listed: rows(
      db
        .select({ name, writtenAt })
        .from(pictureFiles)
        .where(gt(name, placeholder('after')))
        .orderBy(name)
        .limit(page),
    ),
  }
}
