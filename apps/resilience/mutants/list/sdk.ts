// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source, not texts to be filled in.
import { codegen, type Mutant, sdk } from '../mutant.ts'

const runtime = 'packages/sdk/src/runtime'
const generator = 'packages/codegen/src'

/** Sabotage of the client and of what generates it. */
export const sdkMutants: readonly Mutant[] = [
  {
    name: 'answers-unchecked',
    breaks: 'The client takes any body for what the contract says.',
    file: `${runtime}/send.ts`,
    find: 'status === response.status && fits(body)',
    replace: 'status === response.status',
    tests: [sdk('src/runtime/send.test.ts')],
  },
  {
    name: 'statuses-unchecked',
    breaks: 'The client takes an answer by its body alone.',
    file: `${runtime}/send.ts`,
    find: 'status === response.status && fits(body)',
    replace: 'status > 0 && fits(body)',
    tests: [sdk('src/runtime/send.test.ts')],
  },
  {
    name: 'requests-unchecked',
    breaks: 'The client sends what does not fit its route.',
    file: `${runtime}/wire.ts`,
    find: '    if (endpoint.fits && !endpoint.fits(request)) return undefined\n',
    replace: '',
    tests: [sdk('src/runtime/wire.test.ts'), sdk('src/runtime/send.test.ts')],
  },
  {
    name: 'dots-in-a-path',
    breaks: 'A field of `..` leads to another path.',
    file: `${runtime}/wire.ts`,
    find: "if (value === '' || value === '.' || value === '..') throw",
    replace: "if (value === '') throw",
    tests: [sdk('src/runtime/wire.test.ts')],
  },
  {
    name: 'timer-left-behind',
    breaks: 'Each call leaves a timer behind, which keeps a program from ending.',
    file: `${runtime}/limit.ts`,
    find: '      clearTimeout(timer)\n',
    replace: '',
    tests: [sdk('src/runtime/limit.test.ts')],
  },
  {
    name: 'clients-time-first',
    breaks: 'The time of a single call does not count.',
    file: `${runtime}/send.ts`,
    find: 'call.timeout ?? client.timeout ?? defaultTimeout',
    replace: 'client.timeout ?? call.timeout ?? defaultTimeout',
    tests: [sdk('src/runtime/limit.test.ts')],
  },
  {
    name: 'refresh-for-each-call',
    breaks: 'Fifty calls at once ask for fifty new tokens.',
    file: 'packages/sdk/src/keep/refresh.ts',
    find: '  if (known) return known\n',
    replace: '',
    tests: [sdk('src/keep/keepTokens.test.ts')],
  },
  {
    name: 'refresh-for-another-person',
    breaks: 'What was asked in one person’s name happens in that of who has signed in since.',
    file: 'packages/sdk/src/keep/refresh.ts',
    find: "  if (present?.refreshToken !== stale.refreshToken) return { kind: 'over' }\n",
    replace: "  if (present === undefined) return { kind: 'over' }\n",
    tests: [sdk('src/keep/keepTokens.test.ts')],
  },
  {
    name: 'optional-fields-required',
    breaks: 'Generated checks ask for fields that may be left out.',
    file: `${generator}/sdk/check.ts`,
    find: 'return required.includes(name) ? check : any(`${access} === undefined`, check)',
    replace: 'return check',
    tests: [codegen('test/check.test.ts')],
  },
  {
    name: 'unknown-fields-taken',
    breaks: 'Generated checks take fields that a closed object does not have.',
    file: `${generator}/sdk/check.ts`,
    find: 'additionalProperties === false ? [`',
    replace: "additionalProperties === '' ? [`",
    tests: [codegen('test/check.test.ts')],
  },
  {
    name: 'bounds-off-by-one',
    breaks: 'Generated checks refuse the largest allowed value.',
    file: `${generator}/sdk/check.ts`,
    find: '`${value} <= ${maximum}`',
    replace: '`${value} < ${maximum}`',
    tests: [codegen('test/check.test.ts')],
  },
  {
    name: 'comments-end-early',
    breaks: 'A text of a contract ends the comment it stands in and becomes code.',
    file: `${generator}/text/comment.ts`,
    find: "text.replaceAll('*/', '*\\u200b/')",
    replace: 'text',
    tests: [codegen('test/generated.test.ts')],
  },
  {
    name: 'keywords-ignored',
    breaks: 'A schema with a keyword that the generated checks do not know is taken.',
    file: `${generator}/supported.ts`,
    find: '    if (!keywords.includes(keyword)) throw new TypeError(`${place}: ${kind} can not have the keyword ${keyword}`)\n',
    replace: '',
    tests: [codegen('test/refusals.test.ts')],
  },
]
