import ts from 'typescript'
import { callsOf, exportsOf, lacks, outcomesOf, parametersOf, settled } from './types.ts'

/** One way in which the types of an entry are not what they were. */
export interface Change {
  /**
   * Breaking: a program that compiled does not any more, or finds something else. Added: every program goes on as it was,
   * and there is more to use.
   */
  readonly weight: 'breaking' | 'added'
  /** What is different, in a line. */
  readonly what: string
}

/**
 * How the types of modules differ, which are given as pairs of files. Calls are compared one by one: each must be there,
 * take what it took, and end in the outcomes in which it ended, with what their bodies held. An outcome more or less is
 * breaking, since a `switch` over all of them stops compiling. Of the types that are exported only the names are
 * compared: what they hold counts where a call takes or gives it.
 */
export function changesBetween(modules: readonly (readonly [was: string, is: string])[]): Change[][] {
  const program = ts.createProgram(modules.flat(), {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  })
  const checker = program.getTypeChecker()
  return modules.map((files) => {
    const [before, after] = files.map((file) => {
      const source = program.getSourceFile(file)
      if (!source) throw new Error(`there is no ${file}`)
      return exportsOf(checker, source)
    })
    return before && after ? [...compareExports(checker, before, after)] : []
  })
}

const breaking = (what: string): Change => ({ weight: 'breaking', what })
const added = (what: string): Change => ({ weight: 'added', what })

type Changes = Generator<Change, void>
type Named<T> = ReadonlyMap<string, T>

function* compareExports(checker: ts.TypeChecker, before: Named<ts.Symbol>, after: Named<ts.Symbol>): Changes {
  yield* compareNames(before, after)
  for (const [name, was] of before) {
    const is = after.get(name)
    if (!is || !(was.flags & ts.SymbolFlags.Value)) continue
    if (!(is.flags & ts.SymbolFlags.Value)) yield breaking(`${name} is only a type now`)
    else yield* compareValue(checker, name, checker.getTypeOfSymbol(was), checker.getTypeOfSymbol(is))
  }
}

function* compareNames(before: Named<unknown>, after: Named<unknown>): Changes {
  for (const name of before.keys()) if (!after.has(name)) yield breaking(`${name} is gone`)
  for (const name of after.keys()) if (!before.has(name)) yield added(`${name} is new`)
}

/** A function of one shape is compared by what it takes and gives, everything else as a whole. */
function* compareValue(checker: ts.TypeChecker, name: string, was: ts.Type, is: ts.Type): Changes {
  const [before, ...overloads] = was.getCallSignatures()
  const [after] = is.getCallSignatures()
  if (before && after && overloads.length === 0 && !before.typeParameters) {
    yield* compareCall(checker, name, before, after)
  } else if (!checker.isTypeAssignableTo(is, was)) yield breaking(`${name} is not what it was`)
  else if (!checker.isTypeAssignableTo(was, is)) yield added(`${name} can do more`)
}

function* compareCall(checker: ts.TypeChecker, name: string, was: ts.Signature, is: ts.Signature): Changes {
  const [before, after] = [parametersOf(checker, was), parametersOf(checker, is)]
  for (const [place, took] of before.entries()) {
    const takes = after[place]
    if (!takes) yield breaking(`${name} takes no ${took.name} any more`)
    else if (took.optional && !takes.optional) yield breaking(`${name} can not do without ${takes.name} any more`)
    else if (!isAtLeast(checker, takes.type, took.type))
      yield breaking(`${name} takes another ${took.name} than it took`)
    else if (!isAtLeast(checker, took.type, takes.type)) yield added(`${name} takes more in its ${took.name}`)
  }
  for (const { name: more, optional } of after.slice(before.length)) {
    yield optional ? added(`${name} takes ${more} too`) : breaking(`${name} can not do without ${more}`)
  }
  yield* compareResult(checker, name, settled(checker, was.getReturnType()), settled(checker, is.getReturnType()))
}

/** Whether a type takes all that another one takes, field by field. */
const isAtLeast = (checker: ts.TypeChecker, type: ts.Type, than: ts.Type) =>
  checker.isTypeAssignableTo(than, type) && !lacks(checker, type, than)

function* compareResult(checker: ts.TypeChecker, name: string, was: ts.Type, is: ts.Type): Changes {
  const [before, after] = [outcomesOf(checker, was), outcomesOf(checker, is)]
  const calls = callsOf(checker, was)
  if (before && after) yield* compareOutcomes(checker, name, before, after)
  else if (calls.size > 0) yield* compareCalls(checker, calls, callsOf(checker, is))
  else yield* compareGiven(checker, `what ${name} gives`, was, is)
}

function* compareCalls(checker: ts.TypeChecker, before: Named<ts.Signature>, after: Named<ts.Signature>): Changes {
  yield* compareNames(before, after)
  for (const [name, was] of before) {
    const is = after.get(name)
    if (is) yield* compareCall(checker, name, was, is)
  }
}

function* compareOutcomes(
  checker: ts.TypeChecker,
  name: string,
  before: Named<ts.Type>,
  after: Named<ts.Type>,
): Changes {
  for (const outcome of after.keys()) if (!before.has(outcome)) yield breaking(`${name} can end as '${outcome}'`)
  for (const [outcome, was] of before) {
    const is = after.get(outcome)
    if (is) yield* compareGiven(checker, `'${outcome}' of ${name}`, was, is)
    else yield breaking(`${name} does not end as '${outcome}' any more`)
  }
}

function* compareGiven(checker: ts.TypeChecker, what: string, was: ts.Type, is: ts.Type): Changes {
  if (!checker.isTypeAssignableTo(is, was) || lacks(checker, is, was)) yield breaking(`${what} is not what it was`)
  else if (!checker.isTypeAssignableTo(was, is) || lacks(checker, was, is)) yield added(`${what} says more`)
}
