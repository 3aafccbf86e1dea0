// Prints by how many MiB this process grows at most while 20 pictures at a time, the files of a folder, are made.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureMaker } from '../src/index.ts'

const folder = String(process.argv[2])
const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
const maker = pictureMaker()

const before = process.resourceUsage().maxRSS
await Promise.all(
  Array.from({ length: 20 }, (_, index) => maker.make(new Uint8Array(files[index % files.length] ?? []))),
)
process.stdout.write(String(Math.ceil((process.resourceUsage().maxRSS - before) / 1024)))
