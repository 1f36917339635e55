/** How long the program keeps running after the last window has closed and no call has arrived. */
const IDLE = 15 * 60_000

/**
 * Ends a program without windows: a closed browser window does not announce itself to anyone else.
 * @returns a function
 * that reports the start of an activity (an open window, a call) and returns one that reports its end
 */
export function endWhenIdle(end: () => void, after = IDLE): () => () => void {
  let going = 0
  let timer: NodeJS.Timeout
  const wait = () => (timer = setTimeout(end, after).unref())
  wait()
  return () => {
    clearTimeout(timer)
    going++
    let ended = false
    return () => {
      if (ended) return
      ended = true
      going--
      if (going === 0) wait()
    }
  }
}
