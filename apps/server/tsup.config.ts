import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/main.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
  // Loading hundreds of files costs a start more than everything else that it does, so that JavaScript is built into ours.
  // What is compiled, what finds its own files and what few need stays outside.
  noExternal: [/^(?!@acct\/(?!schema)|better-sqlite3|@node-rs\/|pino-pretty|qrcode|swagger-ui-dist)/],
  esbuildOptions: (options) => {
    options.minifyWhitespace = true
  },
  // Packages that are no ES modules ask for Node's own by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
  },
})
