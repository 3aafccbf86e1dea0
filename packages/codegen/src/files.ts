import type { Variant } from '@acct/schema'
import { readContract } from './contract.ts'
import { openApiDocument } from './openapi/document.ts'
import { referenceOf } from './reference/content.ts'
import { htmlReference } from './reference/html.ts'
import { htmlStart } from './reference/htmlStart.ts'
import { markdownReference } from './reference/markdown.ts'
import { overview } from './reference/overview.ts'
import { apiFile } from './sdk/api.ts'
import { checksFile } from './sdk/checks.ts'
import { clientFile } from './sdk/client.ts'
import { entryFile } from './sdk/entry.ts'
import { typesFile } from './sdk/types.ts'

/** Everything that is generated, as text by path from the repository's root. Throws if a contract is not supported. */
export function filesOf(variants: readonly Variant[]): ReadonlyMap<string, string> {
  const contracts = variants.map(readContract)
  const names = variants.map(({ name }) => name)
  const perVariant = contracts.flatMap((contract): [string, string][] => {
    const { name } = contract.variant
    const sdk = `packages/sdk/src/generated/${name}`
    const reference = referenceOf(contract)
    return [
      [`${sdk}/checks.ts`, checksFile(contract)],
      [`${sdk}/client.ts`, clientFile(contract)],
      [`${sdk}/index.ts`, entryFile(contract)],
      [`${sdk}/types.ts`, typesFile(contract)],
      [`docs/reference/${name}.md`, markdownReference(reference)],
      [`apps/server/assets/reference/${name}.html`, htmlReference(reference, names)],
      [`apps/server/assets/openapi/${name}.json`, `${JSON.stringify(openApiDocument(contract), null, 2)}\n`],
    ]
  })
  return new Map([
    ['packages/sdk/api.md', apiFile(contracts)],
    ['docs/reference/README.md', overview(contracts)],
    ['apps/server/assets/reference/start.html', htmlStart(contracts.map(referenceOf))],
    ...perVariant,
  ])
}

/** The folders that hold generated files, and how those end: what ends so and is not generated is stale. */
export const generatedFolders = [
  { folder: 'packages/sdk/src/generated', extension: '.ts' },
  { folder: 'docs/reference', extension: '.md' },
  { folder: 'apps/server/assets/openapi', extension: '.json' },
  { folder: 'apps/server/assets/reference', extension: '.html' },
] as const
