// Loaded into the server beside its program (`--expose-gc --import`): at SIGUSR2 it says what is left after a collection.
process.on('SIGUSR2', () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  process.stderr.write(`memory ${JSON.stringify({ heapUsed, external })}\n`)
})
