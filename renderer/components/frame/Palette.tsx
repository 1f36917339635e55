import { lazy, Suspense, useEffect, useState } from 'react'

import { onOpenPalette } from './open-palette'

const Commands = lazy(() => import('./Commands'))

/** Opened with Ctrl or ⌘ K. Its content is loaded on first use. */
export function Palette() {
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const ask = () => setAsked((times) => times + 1)
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      ask()
    }
    const off = onOpenPalette(ask)
    globalThis.addEventListener('keydown', press)
    return () => {
      off()
      globalThis.removeEventListener('keydown', press)
    }
  }, [])
  return asked === 0 ? null : (
    <Suspense>
      <Commands asked={asked} />
    </Suspense>
  )
}
