/** The same for a file made of all variants. */
export const generatedFromAll: string =
  'Generated from packages/schema/src by `pnpm gen`: change the contract, not this file.'

/** The sentence with which every generated file begins. */
export const generatedFrom = (name: string): string =>
  `Generated from packages/schema/src/${name} by \`pnpm gen\`: change the contract, not this file.`
