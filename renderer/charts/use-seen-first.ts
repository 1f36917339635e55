import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState, type RefCallback } from 'react'

/** Milliseconds without a change, after which what is out of sight follows. */
const REST = 400

/**
 * A drawing that is drawn again at once where it is seen, and else when nothing has changed for a while: an edit and the
 * thumb of a slider wait only for the charts in the window.
 * @returns the drawing, and the ref of the element that it stands in
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
