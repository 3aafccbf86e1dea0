/** The sentence with which every generated file begins. */
export const generatedFrom = (name: string): string =>
  `Generated from packages/schema/src/${name} by \`pnpm gen\`: change the contract, not this file.`
