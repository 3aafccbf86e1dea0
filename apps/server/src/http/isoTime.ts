let second = Number.NaN
let written = ''

/** The time as `2000-01-01T00:00:00.000Z`. Written anew once a second; in between only its milliseconds change. */
export function isoTime(): string {
  const now = Date.now()
  if (!(now >= second && now < second + 1000)) {
    written = new Date(now).toISOString().slice(0, 20)
    second = now - (now % 1000)
  }
  return `${written}${String(now - second).padStart(3, '0')}Z`
}
