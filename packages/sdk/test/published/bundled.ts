import { join } from 'node:path'
import { build } from 'esbuild'

/** A file of a project with all that it imports, as esbuild bundles and minifies it for browsers. */
export async function bundled(folder: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    minify: true,
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}
