/** Fields of requests and answers that nobody but their owner may see. */
const secretField = /^(.*passw.*|.*pwd|code|.*_code|identifying|.*token.*)$/i
const token = /^acct_[a-z]_[\w-]{43}$/

/** Shorter ones stand in any file by chance. */
const shortest = 6

const seen = new Set<string>()

/** Collects the secrets in what a call sent or received, to be looked for afterwards where they must not be. */
export function collectSecrets(value: unknown, field = ''): void {
  if (ArrayBuffer.isView(value)) return
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collectSecrets(inner, name)
  } else if (typeof value === 'string' && value.length >= shortest) {
    if (token.test(value) || (secretField.test(field) && !/^\s*$/.test(value))) seen.add(value)
  }
}

/** The collected secrets that stand in a text, each as a word of its own. */
export function secretsIn(text: string): string[] {
  return [...seen].filter((secret) => {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      const around = `${text[at - 1] ?? ' '}${text[at + secret.length] ?? ' '}`
      // Six digits inside a longer number are not a code.
      if (!/^\d+$/.test(secret) || !/\d/.test(around)) return true
    }
    return false
  })
}
