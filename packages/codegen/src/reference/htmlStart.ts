import { generatedFromAll } from '../text/header.ts'
import type { Reference } from './content.ts'
import { escaped, lines, prose } from './htmlText.ts'

/** Where the reference starts: every API with the ways into it, and every call. Served as `/docs`, as plain as the rest. */
export function htmlStart(references: readonly Reference[]): string {
  return `<!DOCTYPE html>
<!-- ${generatedFromAll} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>acct reference</title>
<link rel="stylesheet" href="docs/reference.css">
</head>
<body class="start">
<main>
<h1>acct reference</h1>
<p>Every API here is over the same accounts: who signed up through one signs in through the others, and a session holds
in all. For TypeScript and JavaScript, <code>@acct/sdk</code> has a client of each, such as
<code>import { createClient } from '@acct/sdk/${references[0]?.name}'</code>.</p>
${lines(references, section)}
</main>
</body>
</html>
`
}

function section({ name, description, routes }: Reference): string {
  return `<section id="${name}">
<h2>${name}</h2>
<p>${prose(description)}</p>
<p class="ways"><a href="docs/${name}">Reference<span class="visually-hidden"> of ${name}</span></a>
<a href="docs/${name}/try">Try it<span class="visually-hidden">: ${name}</span></a>
<a href="openapi/${name}.json">OpenAPI<span class="visually-hidden"> of ${name}</span></a></p>
<ul class="calls">
${lines(routes, (route) => `<li><a href="docs/${name}#${route.name}"><code>${route.name}</code></a> <code class="path">${route.methods} ${escaped(`/${name}${route.path}`)}</code></li>`)}
</ul>
</section>`
}
