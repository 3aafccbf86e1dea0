import { methodsOf } from '@acct/schema'
import { type Contract, type NamedRoute, sharedOutcomes } from '../contract.ts'
import { generatedFromAll } from '../text/header.ts'

/** `api.md`: the way from a call of the SDK to the route it makes and the outcomes it can have. */
export function apiFile(contracts: readonly Contract[]): string {
  return [
    `<!-- ${generatedFromAll} -->\n`,
    '# Calls, routes, outcomes\n',
    'Every call can also end as one of the client’s own outcomes: `networkError`, `timeout`, `aborted`, ' +
      '`undocumentedAnswer`, and `invalidRequest` if it takes a request.\n',
    ...contracts.flatMap(sectionOf),
  ].join('\n')
}

function sectionOf(contract: Contract): string[] {
  const { name } = contract.variant
  const shared = sharedOutcomes(contract)
  return [
    `## \`@acct/sdk/${name}\`\n`,
    `Shared outcomes, by status: ${shared.map(({ name, outcome }) => `\`${name}\` ${outcome.status}`).join(', ')}.\n`,
    '| call | route | outcomes |',
    '| --- | --- | --- |',
    ...contract.routes.map(
      (named) =>
        `| \`${callOf(named)}\` | \`${methodsOf(named.route).join(', ')} ${named.route.path}\` | ${outcomesOf(named, shared.length)} |`,
    ),
    '',
  ]
}

const callOf = ({ name, fields }: NamedRoute) => `${name}(${fields.length > 0 ? 'request' : ''})`

/** The route's own outcomes with their statuses; the shared ones by name, unless it has them all. */
function outcomesOf({ outcomes }: NamedRoute, all: number): string {
  const own = outcomes.filter(({ shared }) => !shared)
  const shared = outcomes.filter(({ shared }) => shared)
  const listed = shared.length === all ? ['the shared ones'] : shared.map(({ name }) => `\`${name}\``)
  return [...own.map(({ name, outcome }) => `\`${name}\` ${outcome.status}`), ...listed].join(', ')
}
