import { generatedFrom } from '../text/header.ts'
import type { OutcomeRow, Reference, RouteSection } from './content.ts'
import type { FieldRow } from './fields.ts'
import { escaped, lines, prose } from './htmlText.ts'

/**
 * The reference as a page without scripts or styles of its own: the server forbids both. `names` are all variants,
 * for the way from one to another. Its links are relative: the page is served as `/docs/<variant>`, what tries its
 * calls as `/docs/<variant>/try`.
 */
export function htmlReference(reference: Reference, names: readonly string[]): string {
  const { name, description, routes } = reference
  return `<!DOCTYPE html>
<!-- ${generatedFrom(name)} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name} · acct reference</title>
<link rel="stylesheet" href="reference.css">
</head>
<body>
<nav aria-label="APIs">
<ul class="apis">
<li><a href="../docs">All APIs</a></li>
${lines(names, (other) => `<li><a href="${other}"${other === name ? ' aria-current="page"' : ''}>${other}</a></li>`)}
</ul>
<ul class="calls">
${lines(routes, (route) => `<li><a href="#${route.name}"><code>${route.name}</code></a></li>`)}
<li><a href="#protocol-outcomes">Protocol outcomes</a></li>
</ul>
</nav>
<main>
<h1>${name}</h1>
<p>${prose(description)}</p>
<p>Mounted at <code>/${name}</code>. Every POST and PUT takes <code>application/json</code>,
<code>application/x-www-form-urlencoded</code> and <code>multipart/form-data</code>; every answer is JSON.
The same for tools: <a href="../openapi/${name}.json">OpenAPI</a>;
to send requests to this server: <a href="${name}/try">try it</a>.</p>
${lines(routes, (route) => section(route, name))}
<section id="protocol-outcomes">
<h2>Protocol outcomes</h2>
<p>What every route can answer beside its own outcomes.</p>
${outcomeTable(reference.shared)}
</section>
<section id="elsewhere">
<h2>Where there is no route</h2>
${outcomeTable(reference.elsewhere)}
</section>
</main>
</body>
</html>
`
}

function section(route: RouteSection, variant: string): string {
  const { name, methods, path, summary, description, request, outcomes, shared } = route
  const marks = [...(route.extension ? [mark] : []), ...(route.signedIn ? ['<span class="mark">signed in</span>'] : [])]
  const bodies = outcomes.filter(({ fields }) => fields.length > 0)
  return `<section id="${name}">
<h2><code>${name}</code></h2>
<p class="request"><code><b>${methods}</b> ${escaped(path)}</code> ${marks.join(' ')}
<a class="try" href="${variant}/try#/default/${name}">Try it<span class="visually-hidden"> ${name}</span></a></p>
<p>${prose(`${summary}.${description ? ` ${description}` : ''}`)}</p>
${request.length > 0 ? `<h3>Request</h3>\n${fieldTable(request)}` : '<p>Takes no fields.</p>'}
<h3>Outcomes</h3>
${outcomeTable(outcomes)}
${shared.length > 0 ? `<p>Besides: ${shared.map((outcome) => `<code>${outcome}</code>`).join(', ')} (<a href="#protocol-outcomes">protocol outcomes</a>).</p>` : ''}
${lines(bodies, (outcome) => `<h3>Body of <code>${outcome.name}</code></h3>\n${fieldTable(outcome.fields)}`)}
</section>`
}

function fieldTable(rows: readonly FieldRow[]): string {
  const placed = rows.some(({ place }) => place !== undefined)
  return table(
    ['field', ...(placed ? ['in'] : []), 'type', 'example', 'meaning'],
    rows.map((row) => [
      `<code>${escaped(row.name)}</code>`,
      ...(placed ? [row.place ?? ''] : []),
      prose(`${row.type}${row.required ? '' : ', may be left out'}`),
      row.example === undefined ? '' : `<code>${escaped(row.example)}</code>`,
      marked(row),
    ]),
  )
}

function outcomeTable(rows: readonly OutcomeRow[]): string {
  return table(
    ['outcome', 'status', 'body', 'when'],
    rows.map((row) => [
      `<code>${row.name}</code>`,
      String(row.status),
      `<code>${escaped(row.body)}</code>`,
      [marked(row), ...row.headers.map((header) => `Header <code>${header.name}</code>: ${marked(header)}`)].join(
        '<br>',
      ),
    ]),
  )
}

/** Each cell carries its column's name, which a narrow screen shows in place of the head. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string, index: number) => `<td data-label="${head[index]}">${text}</td>`
  return `<table>
<thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${lines(rows, (row) => `<tr>${row.map(cell).join('')}</tr>`)}
</tbody>
</table>`
}

const mark = '<span class="mark">extension</span>'
const marked = ({ description, extension }: { readonly description: string; readonly extension: boolean }) =>
  `${extension ? `${mark} ` : ''}${prose(description)}`
