import { generatedFrom } from '../text/header.ts'
import type { OutcomeRow, Reference, RouteSection } from './content.ts'
import type { FieldRow } from './fields.ts'

/** `docs/reference/<variant>.md`: what a developer reads beside the code. */
export function markdownReference(reference: Reference): string {
  return [
    `<!-- ${generatedFrom(reference.name)} -->\n`,
    `# \`${reference.name}\`\n`,
    `${plain(reference.description)}\n`,
    `Mounted at \`/${reference.name}\`. Every POST and PUT takes \`application/json\`, ` +
      '`application/x-www-form-urlencoded` and `multipart/form-data`; every answer is JSON. ' +
      `The same for tools: \`/openapi/${reference.name}.json\`.\n`,
    table(
      ['call', 'request', 'what it does'],
      reference.routes.map(({ name, methods, path, summary }) => [
        `[\`${name}\`](#${name.toLowerCase()})`,
        `\`${methods} ${path}\``,
        summary,
      ]),
    ),
    ...reference.routes.flatMap(sectionLines),
    '## Protocol outcomes\n',
    'What every route can answer beside its own outcomes.\n',
    outcomeTable(reference.shared),
    '## Where there is no route\n',
    outcomeTable(reference.elsewhere),
  ].join('\n')
}

function sectionLines(route: RouteSection): string[] {
  const { name, summary, description, methods, path, request, outcomes, shared } = route
  return [
    `## ${name}\n`,
    `\`${methods} ${path}\`${route.extension ? ' · *extension*' : ''}${route.signedIn ? ' · for signed-in callers' : ''}\n`,
    `${plain(`${summary}.${description ? ` ${description}` : ''}`)}\n`,
    ...(request.length > 0 ? ['**Request**\n', fieldTable(request)] : ['Takes no fields.\n']),
    '**Outcomes**\n',
    outcomeTable(outcomes),
    ...(shared.length > 0
      ? [
          `Besides: ${shared.map((outcome) => `\`${outcome}\``).join(', ')} ([protocol outcomes](#protocol-outcomes)).\n`,
        ]
      : []),
    ...outcomes.flatMap((outcome) =>
      outcome.fields.length > 0 ? [`**Body of \`${outcome.name}\`**\n`, fieldTable(outcome.fields)] : [],
    ),
  ]
}

function fieldTable(rows: readonly FieldRow[]): string {
  const placed = rows.some(({ place }) => place !== undefined)
  return table(
    ['field', ...(placed ? ['in'] : []), 'type', 'example', 'meaning'],
    rows.map((row) => [
      `\`${row.name}\``,
      ...(placed ? [row.place ?? ''] : []),
      `${row.type}${row.required ? '' : ', may be left out'}`,
      row.example === undefined ? '' : code(row.example),
      marked(row),
    ]),
  )
}

function outcomeTable(rows: readonly OutcomeRow[]): string {
  return table(
    ['outcome', 'status', 'body', 'when'],
    rows.map((row) => [
      `\`${row.name}\``,
      String(row.status),
      code(row.body),
      [marked(row), ...row.headers.map((header) => `Header \`${header.name}\`: ${marked(header)}`)].join('<br>'),
    ]),
  )
}

/** Markdown takes HTML for what it is: a bare `<` in a text must not begin a tag. */
const plain = (text: string) => text.replaceAll('<', '&lt;')

const marked = ({ description, extension }: { readonly description: string; readonly extension: boolean }) =>
  extension ? `*Extension.* ${plain(description)}` : plain(description)

/** Code with backticks in it needs a longer fence. */
const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
