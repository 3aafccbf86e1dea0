import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const typeRoots = [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))]

/** How projects resolve what they import. */
export const nodeNext = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
export const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
export const node10 = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 }

/** What projects know of their platform. */
export const languageOnly = { lib: ['lib.es2022.d.ts'] }
export const dom = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }
export const worker = { lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] }
export const withNode = { ...languageOnly, types: ['node'], typeRoots }

/** Compiles a file of a project to JavaScript beside it, and checks the SDK's own declarations too. */
export function compile(folder: string, name: string, options: ts.CompilerOptions) {
  const strict = { strict: true, exactOptionalPropertyTypes: true, target: ts.ScriptTarget.ES2022, types: [] }
  const program = ts.createProgram([join(folder, name)], { ...strict, ...options })
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => !/\/(typescript\/lib|@types|undici-types)\//.test(fileName))
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
  program.emit()
  return {
    /** The SDK's declarations that it read. */
    declarations: ours.flatMap(({ fileName }) => fileName.split('/node_modules/@acct/sdk/dist/')[1] ?? []),
    complaints: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    instantiations: program.getInstantiationCount(),
  }
}
