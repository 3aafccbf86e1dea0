import { type Contract, type NamedOutcome, type NamedRoute, sharedOutcomes, takesFile } from '../contract.ts'
import { docComment } from '../text/comment.ts'
import { generatedFrom } from '../text/header.ts'
import { literal, typeName } from '../text/names.ts'
import { interfacesOf, typeOf } from './type.ts'

/** The client's own outcomes, types of the SDK's runtime: only what takes a request can be given a wrong one. */
const localTypesOf = (takesRequest: boolean): string[] => [
  ...(takesRequest ? ['InvalidRequest'] : []),
  'NetworkError',
  'Timeout',
  'Aborted',
  'UndocumentedAnswer',
]

/** `types.ts`: every request, outcome and answer of a variant as plain interfaces. Throws if two have one name. */
export function typesFile(contract: Contract): string {
  const declarations = [
    ...contract.routes.flatMap(typesOfRoute),
    ...sharedOutcomes(contract).flatMap(interfacesOfOutcome),
    clientInterface(contract),
  ]
  assertUnique(declarations)
  const local = localTypesOf(contract.routes.some(({ fields }) => fields.length > 0))
  const imported = ['AnswerHeaders', ...local].sort()
  return [
    `// ${generatedFrom(contract.variant.name)}\n`,
    `import type {\n${imported.map((type) => `  ${type},\n`).join('')}} from '../../runtime/answer.ts'\n`,
    optionsImport(contract),
    declarations.join('\n'),
  ].join('')
}

/** A route that takes a file also has what goes with it. */
function optionsImport({ routes }: Contract): string {
  const calls = routes.every(takesFile) ? [] : ['CallOptions']
  const uploads = routes.some(takesFile) ? ['FileInput', 'UploadOptions'] : []
  return `import type { ${[...calls, ...uploads].join(', ')} } from '../../runtime/options.ts'\n\n`
}

function typesOfRoute(named: NamedRoute): string[] {
  const { name, fields, outcomes } = named
  const request = fields.length > 0 ? interfacesOf(typeName(name, 'request'), [`What \`${name}\` takes.`], fields) : []
  const own = outcomes.filter(({ shared }) => !shared).flatMap(interfacesOfOutcome)
  const members = [...outcomes.map(({ type }) => type), ...localTypesOf(fields.length > 0)]
    .map((type) => `  | ${type}\n`)
    .join('')
  const comment = docComment([`Every way in which \`${name}\` can end.`])
  return [...request, ...own, `${comment}export type ${typeName(name, 'answer')} =\n${members}`]
}

function interfacesOfOutcome({ name, type, outcome }: NamedOutcome): string[] {
  const body = typeOf(outcome.body, `${type}Body`, [`The body of \`${type}\`.`])
  const notes = [
    outcome.description,
    ...(outcome.extension ? ['An extension: not in the original document.'] : []),
    ...Object.entries(outcome.headers ?? {}).map(([header, { description }]) => `Header \`${header}\`: ${description}`),
  ]
  const members = [
    `outcome: ${literal(name)}`,
    `status: ${outcome.status}`,
    `body: ${body.text}`,
    'headers: AnswerHeaders',
  ]
  const lines = members.map((member) => `  readonly ${member}\n`).join('')
  return [...body.interfaces, `${docComment(notes)}export interface ${type} {\n${lines}}\n`]
}

function clientInterface({ variant, routes }: Contract): string {
  const methods = routes.map((named) => {
    const { name, fields } = named
    const request = fields.length > 0 ? `request: ${typeName(name, 'request')}, ` : ''
    return (
      docComment(routeNotes(named), '  ') +
      `  ${name}(${request}options?: ${takesFile(named) ? 'UploadOptions' : 'CallOptions'}): Promise<${typeName(name, 'answer')}>\n`
    )
  })
  const comment = docComment([`The \`${variant.name}\` API. ${variant.description}`])
  return `${comment}export interface ${typeName(variant.name, 'client')} {\n${methods.join('\n')}}\n`
}

function routeNotes({ route, outcomes }: NamedRoute): string[] {
  const documented = outcomes.filter(({ name }) => name in route.outcomes).map(({ name }) => `\`${name}\``)
  return [
    [`${route.summary}.`, route.description].filter(Boolean).join(' '),
    ...(route.extension ? ['An extension: not in the original document.'] : []),
    '',
    `\`${route.method} ${route.path}\`: ${documented.join(', ')}`,
  ]
}

function assertUnique(declarations: readonly string[]): void {
  const names = declarations.map((text) => /^export (?:interface|type) (\w+)/m.exec(text)?.[1])
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new TypeError(`Two types would be called ${twice}: rename a route or an outcome`)
}
