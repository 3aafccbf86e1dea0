import type { Variant } from '@acct/schema'
import { readContract } from './contract.ts'
import { checksFile } from './sdk/checks.ts'
import { clientFile } from './sdk/client.ts'
import { entryFile } from './sdk/entry.ts'
import { typesFile } from './sdk/types.ts'

/** Everything that is generated, as text by path from the repository's root. Throws if a contract is not supported. */
export function filesOf(variants: readonly Variant[]): ReadonlyMap<string, string> {
  const contracts = variants.map(readContract)
  const perVariant = contracts.flatMap((contract): [string, string][] => {
    const sdk = `packages/sdk/src/generated/${contract.variant.name}`
    return [
      [`${sdk}/checks.ts`, checksFile(contract)],
      [`${sdk}/client.ts`, clientFile(contract)],
      [`${sdk}/index.ts`, entryFile(contract)],
      [`${sdk}/types.ts`, typesFile(contract)],
    ]
  })
  return new Map(perVariant)
}

/** The folders that hold generated files, and how those end: what ends so and is not generated is stale. */
export const generatedFolders = [
  { folder: 'packages/sdk/src/generated', extension: '.ts' },
  { folder: 'docs/reference', extension: '.md' },
  { folder: 'apps/server/assets/openapi', extension: '.json' },
  { folder: 'apps/server/assets/reference', extension: '.html' },
] as const
