import { useState, type KeyboardEvent } from 'react'

/** A position in a chart moved by arrow keys: by one, or by several with up and down. Escape clears it. */
export function useCursor(count: number, across = 1) {
  const [at, setAt] = useState<number>()
  const place = at === undefined || at >= count ? undefined : at
  const onKeyDown = (event: KeyboardEvent) => {
    const from = place ?? -1
    const to = {
      ArrowRight: across > 1 ? from + 1 : undefined,
      ArrowLeft: across > 1 ? from - 1 : undefined,
      ArrowDown: across > 1 ? from - across : from + 1,
      ArrowUp: across > 1 ? from + across : from - 1,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (event.key === 'Escape') setAt(undefined)
    else if (to === undefined) return
    else setAt(place === undefined ? 0 : Math.max(0, Math.min(count - 1, to)))
    event.preventDefault()
  }
  return { at: place, setAt, onKeyDown }
}
