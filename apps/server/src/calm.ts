import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Whether the event loop gets round to everybody in time. */
export interface Calm {
  isCalm(): boolean
}

/** In milliseconds: how often it looks, over which span it judges, and how late turns may be on average. */
const resolution = 5
const span = 100
const late = 3

/**
 * Judges by how late the event loop's turns have been in the last tenth of a second. Looks only while somebody keeps asking,
 * so that an idle process sleeps.
 */
export function calmOfEventLoop(): Calm {
  const delay = monitorEventLoopDelay({ resolution })
  let isCalm = true
  let isAsked = false
  let timer: NodeJS.Timeout | undefined

  const judge = () => {
    if (delay.count > 0) isCalm = delay.mean / 1e6 - resolution < late
    delay.reset()
    if (isAsked) {
      isAsked = false
      return
    }
    clearInterval(timer)
    timer = undefined
    delay.disable()
    isCalm = true
  }
  return {
    isCalm: () => {
      isAsked = true
      if (timer === undefined) {
        delay.enable()
        timer = setInterval(judge, span).unref()
      }
      return isCalm
    },
  }
}
