/** What is loaded later than the program starts. */
export interface Later<T> {
  /** Loads it now, unless that has begun. */
  now(): Promise<T>
  /** Tells of a request: it is not loaded while there are others. */
  asked(): void
  /** Loads nothing from here on. */
  cancel(): void
}

/** It is loaded when nothing has been asked for so many milliseconds. */
const QUIET = 50

/**
 * Loading code takes the thread a while, in which a browser would wait for its page. So what no page needs is put off
 * until the browser has its files and is busy with them, or until it is needed.
 */
export function later<T>(load: () => Promise<T>): Later<T> {
  let quiet: NodeJS.Timeout | undefined
  let loading: Promise<T> | undefined
  const now = () => {
    clearTimeout(quiet)
    return (loading ??= load())
  }
  return {
    now,
    asked: () => {
      clearTimeout(quiet)
      // Whoever needs it is told if it fails.
      if (!loading) quiet = setTimeout(() => void now().catch(() => undefined), QUIET).unref()
    },
    cancel: () => clearTimeout(quiet),
  }
}
