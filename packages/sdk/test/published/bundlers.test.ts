import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build as vite } from 'vite'
import { expect, it } from 'vitest'
import { bundled } from './bundled.ts'
import { bundler, compile, dom } from './compile.ts'
import { printed, program, projectOf, run } from './program.ts'

// What bundlers make of the tarball: that it calls a server, in Node and where there is a `fetch` and nothing of Node's.

const files = { 'package.json': '{ "type": "module" }', 'main.ts': program }

it('TypeScript for a bundler understands what esbuild bundles, and it runs', async () => {
  const folder = projectOf(files)
  const { complaints, declarations } = compile(folder, 'main.ts', { ...bundler, ...dom, noEmit: true })
  expect(complaints).toEqual([])
  expect(declarations).toContain('card.d.ts')
  writeFileSync(join(folder, 'main.js'), await bundled(folder, 'main.ts'))
  expect(await run(folder, 'main.js')).toBe(printed)
})

it('Vite bundles it for a server that renders pages', async () => {
  const folder = projectOf(files)
  await vite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'main.ts', outDir: 'out' },
    ssr: { noExternal: ['@acct/sdk'] },
  })
  expect(await run(folder, 'out/main.js')).toBe(printed)
})

it('runs at the edge: nothing but web globals, no cookies, and no code from strings', async () => {
  const text = await bundled(projectOf(files), 'main.ts')
  const line = await new Promise<unknown>((resolve) => {
    const edge = {
      AbortController,
      Blob,
      FormData,
      Headers,
      // As on Cloudflare's workers, which know no cookies: a request has no `credentials`, and may not mention them.
      Request: class {},
      Response,
      URL,
      URLSearchParams,
      clearTimeout,
      console: { log: resolve },
      fetch: (url: string, init: RequestInit) => {
        if ('credentials' in init) throw new TypeError('The credentials field on RequestInit is not implemented')
        return fetch(url, init)
      },
      setTimeout,
    }
    runInContext(text, createContext(edge, { codeGeneration: { strings: false, wasm: false } }))
  })
  expect(line).toBe(printed)
})
