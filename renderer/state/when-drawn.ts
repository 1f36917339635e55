/** Milliseconds after which work begins even if no frame is drawn, as in a window out of sight. */
const AT_MOST = 150

/**
 * Runs what may wait once the page has drawn what it has to draw: after the next frame, when nothing else is waiting. The
 * charts of an edit are drawn in two steps; workers that started with the first would take the processor from the second.
 * @returns how to call it off
 */
export function whenDrawn(work: () => void): () => void {
  let idle: number | undefined
  const off = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
  const begin = () => {
    off()
    work()
  }
  const timer = setTimeout(begin, AT_MOST)
  const frame = requestAnimationFrame(() => (idle = requestIdleCallback(begin)))
  return off
}
