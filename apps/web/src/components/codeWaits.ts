import { useEffect, useState, useSyncExternalStore } from 'react'

/** Until when no other code can be sent to an address; kept beside the pages, so that going back and forth forgets nothing. */
const waits = new Map<string, number>()
const listeners = new Set<() => void>()

/** No other code can be sent to this address for so long. */
export function startWait(address: string, seconds: number): void {
  waits.set(address, Date.now() + seconds * 1000)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Seconds until another code can be sent to this address, counted down. */
export function useWait(address: string | undefined): number {
  const until = useSyncExternalStore(subscribe, () => (address === undefined ? 0 : (waits.get(address) ?? 0)))
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
