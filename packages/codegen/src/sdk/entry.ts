import { type Contract, takesFile } from '../contract.ts'
import { generatedFrom } from '../text/header.ts'

/** `index.ts`: the table of contents of a variant's entry. */
export function entryFile({ variant, routes }: Contract): string {
  const uploads = routes.some(takesFile) ? ', FileInput, UploadOptions' : ''
  return `// ${generatedFrom(variant.name)}
export type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
export type { CallOptions, ClientOptions${uploads} } from '../../runtime/options.ts'
export { createClient } from './client.ts'
export type * from './types.ts'
`
}
