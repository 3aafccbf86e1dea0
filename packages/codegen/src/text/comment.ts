/** The column at which generated lines are broken. */
export const width = 120

/** A doc comment of these paragraphs, each broken at the line's end; an empty paragraph is an empty line. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  const lines = paragraphs.flatMap((paragraph) => wrap(safe(paragraph), width - indent.length - 3))
  const [only] = lines
  if (lines.length === 1 && only !== undefined && indent.length + only.length + 7 <= width) {
    return `${indent}/** ${only} */\n`
  }
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')
  return `${indent}/**\n${body}\n${indent} */\n`
}

/** Nothing in a text may end the comment it stands in. */
const safe = (text: string) => text.replaceAll('*/', '*\u200b/')

function wrap(paragraph: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
