// What all five pages share. Nothing in here knows acct; whatever an API says is handled on its own page.

/** @typedef {(text: string, bad?: boolean) => void} Say */

/**
 * The element with an id, of the kind that the page says it is.
 * @template {HTMLElement} E
 * @param {string} id
 * @param {{ new (): E }} kind
 * @returns {E}
 */
export function element(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`)
  return found
}

/**
 * Calls `handle` whenever a form is sent, with its fields, a way to answer below it, and the value of the button that was
 * pressed. Until `handle` is done that button rests.
 * @param {string} id
 * @param {(fields: Record<string, string>, say: Say, pressed: string) => Promise<void>} handle
 */
export function onSubmit(id, handle) {
  const form = element(id, HTMLFormElement)
  const output = form.querySelector('output')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
    if (button) button.disabled = true
    await handle(
      /** @type {Record<string, string>} */ (fields),
      (text, bad = false) => {
        if (!output) return
        output.value = text
        output.className = bad ? 'bad' : ''
      },
      button?.value ?? '',
    )
    if (button) button.disabled = false
  })
}

/**
 * Shows names and values as a list.
 * @param {string} id
 * @param {Record<string, unknown>} entries
 */
export function showList(id, entries) {
  const rows = Object.entries(entries).flatMap(([name, value]) => {
    const term = Object.assign(document.createElement('dt'), { textContent: name })
    const text = value === null || value === '' ? '–' : String(value)
    return [term, Object.assign(document.createElement('dd'), { textContent: text })]
  })
  element(id, HTMLDListElement).replaceChildren(...rows)
}

/**
 * What to tell people about the outcomes that every call can have.
 * @param {{ outcome: string, headers?: { get(name: string): string | null } | undefined }} answer
 */
export function explain({ outcome, headers }) {
  switch (outcome) {
    case 'tooManyRequests':
      return `Too often. Please wait ${headers?.get('retry-after')} seconds.`
    case 'networkError':
    case 'timeout':
      return 'No answer came. Are you online?'
    case 'unavailable':
      return 'Not possible right now. Please try again in a while.'
    default:
      return `That did not work: ${outcome}.`
  }
}
