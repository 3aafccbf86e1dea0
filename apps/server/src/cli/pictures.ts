import { avatarOfFile, type Blobs } from '@acct/core'
import { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../database.ts'
import { prepareFolder } from '../dataFolder.ts'
import { systemClock } from '../machine.ts'
import { pictureFilesOf, picturesConfigOf } from '../pictureFiles.ts'
import { jsonOption, type OutputOptions, print } from './output.ts'
import { Refused } from './refused.ts'

const place = 'folder, database or s3://bucket/prefix, as ACCT_PICTURES says it'

export const picturesCommand = () =>
  new Command('pictures').description('Looks after the files of people’s pictures.').addCommand(copyCommand())

const copyCommand = () =>
  new Command('copy')
    .description(
      'Copies pictures to another place, those that it has not got yet; what is copied stays where it was. ' +
        'For a running server: copy, change ACCT_PICTURES, restart, and copy once more what came meanwhile.',
    )
    .requiredOption('--from <place>', place)
    .requiredOption('--to <place>', place)
    .addOption(jsonOption())
    .action(async ({ from, to, ...options }: OutputOptions & { from: string; to: string }) => {
      if (from === to) throw new Refused('the pictures would be copied to where they are')
      const config = readConfig(process.env)
      prepareFolder(config.dataDir)
      const store = await openDatabase(config.database)
      try {
        const [source, target] = [from, to].map((each) => filesAt(each, config, store)) as [Blobs, Blobs]
        print(await copyPictures(store, source, target), options)
      } finally {
        await store.close()
      }
    })

const filesAt = (value: string, config: Config, store: Database): Blobs =>
  pictureFilesOf({ ...config, pictures: picturesConfigOf(value, config.database) }, store, systemClock)

/** Copies what is somebody's avatar, one file at a time; each is read back and compared. */
async function copyPictures({ stores }: Pick<Database, 'stores'>, source: Blobs, target: Blobs) {
  const count = { copied: 0, there: 0, nobodys: 0 }
  for await (const { name: file } of source.list()) {
    const name = avatarOfFile(file)
    const picture = name === undefined ? undefined : await stores.pictures.find(name)
    if (picture?.kind !== 'avatar') {
      count.nobodys += 1
    } else if ((await target.read(file)) !== undefined) {
      count.there += 1
    } else if (await copyOne(file, source, target)) {
      count.copied += 1
    }
  }
  return count
}

/** False for one that was removed meanwhile. */
async function copyOne(file: string, source: Blobs, target: Blobs): Promise<boolean> {
  const bytes = await source.read(file)
  if (bytes === undefined) return false
  await target.put(file, bytes)
  const copy = await target.read(file)
  if (copy === undefined || !Buffer.from(copy).equals(bytes)) {
    throw new Refused(`the copy of '${file}' is not what was copied`)
  }
  return true
}
