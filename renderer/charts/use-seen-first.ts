import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState, type RefCallback } from 'react'

/** Milliseconds without a change after which charts out of sight are redrawn. */
const REST = 400

/**
 * A drawing that is redrawn at once where it is visible, and otherwise once nothing has changed for a while: an edit or
 * a slider drag waits only for the charts in the window.
 * @returns the drawing, and a ref for its container
 */
export function useSeenFirst<Drawing>(now: Drawing): [Drawing, RefCallback<Element>] {
  const [seen, setSeen] = useState(true)
  const [rested] = useDebouncedValue(now, REST)
  const watch = useCallback((element: Element | null) => {
    if (!element) return undefined
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)!.isIntersecting))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [seen ? now : rested, watch]
}
