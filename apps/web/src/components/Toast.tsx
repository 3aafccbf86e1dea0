import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'

const Context = createContext<((text: string) => void) | undefined>(undefined)

/** How long a message stays, in milliseconds. */
const shownFor = 6000

/** Short messages that something worked: shown for a while, and read out when there is a pause. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState({ text: '', count: 0 })
  const say = useCallback((text: string) => setToast(({ count }) => ({ text, count: count + 1 })), [])
  useEffect(() => {
    if (toast.text === '') return
    const timer = setTimeout(() => setToast(({ count }) => ({ text: '', count })), shownFor)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <Context value={say}>
      {children}
      <div className="toasts" role="status">
        {toast.text && (
          <p className="toast" key={toast.count}>
            {toast.text}
          </p>
        )}
      </div>
    </Context>
  )
}

/** Says that something worked. */
export function useToast(): (text: string) => void {
  const say = use(Context)
  if (say === undefined) throw new Error('useToast outside of ToastProvider')
  return say
}
