import { Type } from '@sinclair/typebox'
import { type Contract, type NamedOutcome, type NamedRoute, sharedOutcomes } from '../contract.ts'
import { width } from '../text/comment.ts'
import { layOut } from '../text/expression.ts'
import { generatedFrom } from '../text/header.ts'
import { literal } from '../text/names.ts'
import { checkHelpers, checkOf } from './check.ts'

/** `checks.ts`: of each route, what fits as a request, and the answers by which outcomes are told apart. */
export function checksFile(contract: Contract): string {
  const body = [
    ...sharedOutcomes(contract).map((named) => {
      const start = `const ${named.name}: Expected = `
      return `${start}${expected(named, '', start.length)}\n`
    }),
    ...contract.routes.map(checksOfRoute),
  ].join('\n')
  const helpers = checkHelpers.filter((helper) => body.includes(`${helper}(`))
  return [
    `// ${generatedFrom(contract.variant.name)}\n`,
    `import { ${helpers.join(', ')} } from '../../runtime/check.ts'\n`,
    `import type { Expected } from '../../runtime/endpoint.ts'\n\n`,
    body,
  ].join('')
}

function checksOfRoute({ name, fields, outcomes }: NamedRoute): string {
  const request = Type.Object(
    Object.fromEntries(fields.map(({ name, schema, required }) => [name, required ? schema : Type.Optional(schema)])),
  )
  const start = `export const ${name}Request = (v: unknown): boolean =>`
  const fits = fields.length > 0 ? `${start}\n  ${layOut(checkOf(request, 'v'), '  ', 2)}\n\n` : ''
  const lines = outcomes.map((named) => `  ${named.shared ? named.name : expected(named, '  ', 2)},\n`)
  return `${fits}export const ${name}Outcomes: readonly Expected[] = [\n${lines.join('')}]\n`
}

/** An outcome as the runtime looks for it, `['ok', 200, (v) => …]`, after so many columns of its line. */
function expected({ name, outcome }: NamedOutcome, indent: string, column: number): string {
  const check = checkOf(outcome.body, 'v')
  const line = `[${literal(name)}, ${outcome.status}, (v) => ${layOut(check, indent, 0)}]`
  if (!line.includes('\n') && column + line.length < width) return line
  const inner = `${indent}  `
  const deep = `${inner}  `
  const broken = layOut(check, deep, inner.length + 8)
  const arrow = broken.includes('\n') ? `(v) =>\n${deep}${broken}` : `(v) => ${broken}`
  return `[\n${inner}${literal(name)},\n${inner}${outcome.status},\n${inner}${arrow},\n${indent}]`
}
