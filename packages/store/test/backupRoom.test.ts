import { readdirSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backupStore, openStore } from '../src/index.ts'
import { freshFile } from './support.ts'

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return { ...fs, statfsSync: vi.fn(fs.statfsSync) }
})

test('a disk that is too small for a backup is told before anything is written', async () => {
  const file = freshFile()
  openStore({ file }).close()
  const real = statfsSync(dirname(file))
  vi.mocked(statfsSync).mockReturnValue({ ...real, bsize: 4096, bavail: 1024 } as never)
  const to = `${file}.backup`
  await expect(backupStore({ file, to })).rejects.toThrow(/a copy in '[^']+' needs \d+ MiB, and 4 are free/)
  expect(readdirSync(dirname(file)).filter((name) => name.includes('backup'))).toEqual([])
  vi.mocked(statfsSync).mockReturnValue(real as never)
  await backupStore({ file, to })
})
