/** After the last window has gone, and nobody has asked for anything, the program stays for so long. */
const IDLE = 15 * 60_000

/**
 * Ends a program that nobody looks at: a window that was closed says so to nobody else.
 * @returns tells of something that goes on (an open window, a call); what it returns tells of its end
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
