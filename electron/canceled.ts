import { Refused } from './refused'

/**
 * The result of some work, unless it is canceled first: nobody then waits for what the work still does.
 * @throws Refused 'canceled'
 */
export function unlessCanceled<Result>(canceled: AbortSignal | undefined, work: Promise<Result>): Promise<Result> {
  if (!canceled) return work
  const { promise, reject } = Promise.withResolvers<never>()
  const end = () => reject(new Refused('canceled', 'It was canceled, and nothing was saved.'))
  if (canceled.aborted) end()
  else canceled.addEventListener('abort', end, { once: true })
  return Promise.race([promise, work]).finally(() => canceled.removeEventListener('abort', end))
}

/** Work under way that can be canceled, by the number that its caller gave it. */
export interface Cancelable {
  /** @throws Refused 'canceled' */
  run<Result>(job: string | undefined, work: (canceled: AbortSignal) => Promise<Result>): Promise<Result>
  cancel(job: string): void
}

export function cancelable(): Cancelable {
  const running = new Map<string, AbortController>()
  return {
    async run(job, work) {
      const controller = new AbortController()
      if (job !== undefined) running.set(job, controller)
      try {
        return await unlessCanceled(controller.signal, work(controller.signal))
      } finally {
        if (job !== undefined) running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}
