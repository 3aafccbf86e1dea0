import type { Core } from '../core.ts'
import type { AuditLine, Origin } from './line.ts'
import { noteRefusal } from './noteRefusal.ts'
import { type AuditEvent, auditedSteps } from './steps.ts'

type Step = (...given: unknown[]) => Promise<unknown>
type Events = (outcome: unknown, ...given: unknown[]) => readonly AuditEvent[]

/** What is seen through a core that acts for somebody: the stores, or an area of them. */
interface View {
  acting: Core
}

/**
 * Makes a core act on somebody's behalf: what its operations change leaves a line in the audit log, within the transaction
 * that changes it, and what they refuse is noted. `const acting = actingFor(core)` once, then `acting(origin)` for each
 * request or command: that costs three small objects, since it is done where nothing may cost much.
 */
export function actingFor(core: Core): (origin: Origin) => Core {
  const seen = storesSeen(core)
  const shared = Object.create(core, {
    stores: {
      get(this: Core) {
        return viewOn(seen, this)
      },
    },
  })
  return (origin) => {
    const acting: Core = Object.create(shared)
    acting.origin = origin
    return acting
  }
}

function viewOn(seen: object, acting: Core): View {
  const view: View = Object.create(seen)
  view.acting = acting
  return view
}

/** The stores, but for the areas in which there are audited steps. */
function storesSeen(core: Core): object {
  const seen = Object.create(core.stores)
  for (const [area, steps] of Object.entries(auditedSteps)) {
    let made: object | undefined
    Object.defineProperty(seen, area, {
      get(this: View) {
        made ??= areaSeen(core.stores[area as keyof typeof auditedSteps], steps)
        return viewOn(made, this.acting)
      },
    })
  }
  return seen
}

function areaSeen(kept: object, steps: object): object {
  const seen = Object.create(kept)
  for (const [name, events] of Object.entries<Events>(steps as Record<string, Events>)) {
    seen[name] = function (this: View, ...given: unknown[]) {
      const eventsOf = (outcome: unknown) => events(outcome, ...given)
      return run(this.acting, eventsOf, () => (kept as Record<string, Step>)[name]?.(...given) as Promise<unknown>)
    }
  }
  return seen
}

async function run(
  acting: Core,
  eventsOf: (outcome: unknown) => readonly AuditEvent[],
  step: () => Promise<unknown>,
): Promise<unknown> {
  const at = acting.clock.now()
  const outcome = await acting.stores.audit.along<unknown>((result) => doneLines(acting, eventsOf(result), at), step)
  for (const event of eventsOf(outcome)) if (isRefused(event)) noteRefusal(acting, event)
  return outcome
}

const isRefused = (event: AuditEvent): event is AuditEvent & { refusal: string } => event.refusal !== undefined

function doneLines({ origin }: Core, events: readonly AuditEvent[], at: number): AuditLine[] {
  if (origin === undefined) throw new Error('a core that acts for nobody leaves no lines')
  return events
    .filter((event) => !isRefused(event))
    .map(({ action, detail = null, accountId = null }) => ({
      at,
      ...origin,
      action,
      detail,
      outcome: 'done',
      accountId,
      times: 1,
    }))
}
