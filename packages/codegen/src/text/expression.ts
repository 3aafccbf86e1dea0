import { width } from './comment.ts'

/** A JavaScript condition that is not text yet, so that it can be laid out to fit its place. */
export type Expression =
  | string
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly call: string; readonly inner: Expression }

/** Joins conditions that must all hold. */
export function all(...terms: readonly Expression[]): Expression {
  return alone(
    terms.flatMap((term) => (typeof term === 'object' && 'all' in term ? term.all : [term])),
    (all) => ({ all }),
  )
}

/** Joins conditions of which one must hold. */
export function any(...terms: readonly Expression[]): Expression {
  return alone(
    terms.flatMap((term) => (typeof term === 'object' && 'any' in term ? term.any : [term])),
    (any) => ({ any }),
  )
}

function alone(terms: readonly Expression[], join: (terms: readonly Expression[]) => Expression): Expression {
  const [only] = terms
  return terms.length === 1 && only !== undefined ? only : join(terms)
}

/** The condition as text: on one line if it fits between `column` and the line's end, else a term a line. */
export function layOut(expression: Expression, indent: string, column: number): string {
  const flat = inline(expression)
  if (typeof expression === 'string' || column + flat.length <= width) return flat
  const inner = `${indent}  `
  if ('call' in expression) {
    return `${expression.call}\n${inner}${layOut(expression.inner, inner, inner.length)},\n${indent})`
  }
  const [terms, operator] = 'all' in expression ? [expression.all, '&&'] : [expression.any, '||']
  const lines = terms.map((term) => parenthesised(term, (group) => layOut(group, inner, inner.length + 5)))
  return lines.join(` ${operator}\n${indent}`)
}

function inline(expression: Expression): string {
  if (typeof expression === 'string') return expression
  if ('call' in expression) return `${expression.call}${inline(expression.inner)})`
  const [terms, operator] = 'all' in expression ? [expression.all, ' && '] : [expression.any, ' || ']
  return terms.map((term) => parenthesised(term, inline)).join(operator)
}

function parenthesised(term: Expression, write: (term: Expression) => string): string {
  return typeof term === 'object' && !('call' in term) ? `(${write(term)})` : write(term)
}
