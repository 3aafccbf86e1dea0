import { methodsOf } from '@acct/schema'
import type { Contract } from '../contract.ts'
import { generatedFromAll } from '../text/header.ts'

/** `docs/reference/README.md`: every route of every document in one table, with what it takes to call it. */
export function overview(contracts: readonly Contract[]): string {
  const routes = contracts.flatMap(({ variant, routes }) => routes.map((named) => ({ variant, ...named })))
  return [
    `<!-- ${generatedFromAll} -->\n`,
    '# Documents and routes\n',
    `${contracts.length} documents, ${routes.length} routes. Each document has a page with its requests and outcomes.\n`,
    '| document | routes | of them ours | outcomes |',
    '| --- | --- | --- | --- |',
    ...contracts.map(rowOf),
    '',
    '| document | route | call | caller | outcomes of its own |',
    '| --- | --- | --- | --- | --- |',
    ...routes.map(({ variant, name, route }) => {
      const cells = [
        `[\`${variant.name}\`](${variant.name}.md)`,
        `\`${methodsOf(route).join(', ')} /${variant.name}${route.path}\`${route.extension ? ' *(extension)*' : ''}`,
        `[\`${name}\`](${variant.name}.md#${name.toLowerCase()})`,
        route.caller === 'signedIn' ? 'signed in' : 'anyone',
        Object.keys(route.outcomes)
          .map((outcome) => `\`${outcome}\``)
          .join(', '),
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
}

function rowOf({ variant, routes }: Contract): string {
  const ours = routes.filter(({ route }) => route.extension).length
  const outcomes = routes.reduce((sum, { route }) => sum + Object.keys(route.outcomes).length, 0)
  return `| [\`${variant.name}\`](${variant.name}.md) | ${routes.length} | ${ours} | ${outcomes} |`
}
