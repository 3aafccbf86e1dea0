import type { Worker } from 'node:cluster'
import type { Snapshot } from '../metrics/metrics.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** How long workers have to tell what they have counted, in milliseconds. What came by then is what is shown. */
const patience = 1000

/** What the primary hears from workers about metrics. */
type Heard = Extract<FromWorker, { kind: 'asksForMetrics' | 'metrics' }>

/** Lets each worker ask all others for their metrics by way of the primary: whoever is asked by Prometheus tells of all. */
export function metricsExchange(
  othersThan: (worker: Worker) => readonly Worker[],
  tell: (worker: Worker, message: ToWorker) => void,
): (from: Worker, message: Heard) => void {
  let questions = 0
  const open = new Map<number, (snapshot: Snapshot) => void>()
  return (from, message) => {
    if (message.kind === 'metrics') {
      open.get(message.question)?.(message.snapshot)
      return
    }
    questions += 1
    const question = questions
    const asked = othersThan(from)
    const snapshots: Snapshot[] = []
    const answer = () => {
      clearTimeout(late)
      open.delete(question)
      tell(from, { kind: 'metricsOfOthers', question: message.question, snapshots })
    }
    const late = setTimeout(answer, patience)
    open.set(question, (snapshot) => {
      snapshots.push(snapshot)
      if (snapshots.length === asked.length) answer()
    })
    for (const worker of asked) tell(worker, { kind: 'tellMetrics', question })
    if (asked.length === 0) answer()
  }
}

/** A worker's side: asks for the others' metrics, and hears them. */
export function metricsOfOthers(tell: (message: FromWorker) => void) {
  let questions = 0
  const open = new Map<number, (snapshots: readonly Snapshot[]) => void>()
  return {
    ask: () =>
      new Promise<readonly Snapshot[]>((resolve) => {
        questions += 1
        open.set(questions, resolve)
        tell({ kind: 'asksForMetrics', question: questions })
      }),
    hear: ({ question, snapshots }: Extract<ToWorker, { kind: 'metricsOfOthers' }>) => {
      open.get(question)?.(snapshots)
      open.delete(question)
    },
  }
}
