import ts from 'typescript'

/** What the comparison of types is made of, beyond what the compiler's checker says itself. */

/** Everything that a module exports, by name. */
export function exportsOf(checker: ts.TypeChecker, source: ts.SourceFile): Map<string, ts.Symbol> {
  const module = checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${source.fileName} is no module`)
  const named = checker.getExportsOfModule(module).map((symbol): [string, ts.Symbol] => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0
    return [symbol.name, isAlias ? checker.getAliasedSymbol(symbol) : symbol]
  })
  return new Map(named)
}

/** The answers of a call by their outcome; undefined if these are no answers. */
export function outcomesOf(checker: ts.TypeChecker, type: ts.Type): Map<string, ts.Type> | undefined {
  const answers = (type.isUnion() ? type.types : [type]).map((answer) => {
    const outcome = answer.getProperty('outcome')
    const name = outcome && checker.getTypeOfSymbol(outcome)
    return name?.isStringLiteral() ? ([name.value, answer] as const) : undefined
  })
  return answers.every((answer) => answer !== undefined) ? new Map(answers) : undefined
}

/** The calls of a client by name: its methods that give promises. */
export function callsOf(checker: ts.TypeChecker, type: ts.Type): Map<string, ts.Signature> {
  const calls = checker.getPropertiesOfType(type).flatMap((property): [string, ts.Signature][] => {
    const [call] = checker.getTypeOfSymbol(property).getCallSignatures()
    return call && settled(checker, call.getReturnType()) !== call.getReturnType() ? [[property.name, call]] : []
  })
  return new Map(calls)
}

/** What a promise is of; any other type itself. */
export const settled = (checker: ts.TypeChecker, type: ts.Type): ts.Type => checker.getAwaitedType(type) ?? type

/** What a call takes, in order. */
export function parametersOf(checker: ts.TypeChecker, call: ts.Signature) {
  return call.parameters.map((symbol) => {
    const { valueDeclaration: declaration } = symbol
    const optional =
      declaration !== undefined &&
      ts.isParameter(declaration) &&
      (declaration.questionToken !== undefined || declaration.initializer !== undefined)
    const type = checker.getTypeOfSymbol(symbol)
    // Declared with `?` it may be undefined in its type as well, declared with a default it may not: to callers it is the same.
    return { name: symbol.name, optional, type: optional ? checker.getNonNullableType(type) : type }
  })
}

/** Whether a type lacks a field that another one has: assigning lets that pass if the field may be left out. */
export function lacks(checker: ts.TypeChecker, one: ts.Type, other: ts.Type, seen: readonly ts.Type[] = []): boolean {
  const [type, than] = [checker.getNonNullableType(one), checker.getNonNullableType(other)]
  if (seen.includes(than) || !(type.flags & than.flags & ts.TypeFlags.Object)) return false
  const [element, wanted] = [elementOf(checker, type), elementOf(checker, than)]
  if (element && wanted) return lacks(checker, element, wanted, [...seen, than])
  return checker.getPropertiesOfType(than).some((property) => {
    const same = type.getProperty(property.name)
    return !same || lacks(checker, checker.getTypeOfSymbol(same), checker.getTypeOfSymbol(property), [...seen, than])
  })
}

function elementOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined
}
