import { Desk } from '../../shared/analysis/jobs'
import type { Crew } from '../../shared/analysis/simulation/crew'
import type { Line, Reply, Request } from './messages'

/** After this many milliseconds of work the worker checks for cancellation. */
const SLICE = 16

/**
 * Runs incoming jobs one after another; a job can be canceled between its steps.
 * @param gather starts the threads that compute the draws of a simulation; undefined if there is only this one
 */
export function serve(line: Line<Reply, Request>, gather?: () => Crew | undefined): void {
  const desk = new Desk()
  let crew: Crew | undefined
  const waiting: Extract<Request, { job: unknown }>[] = []
  let running: number | undefined
  let leave = false

  const work = async ({ run, job }: (typeof waiting)[number]): Promise<void> => {
    try {
      if (job.kind === 'simulation') crew ??= gather?.()
      const steps = job.kind === 'simulation' && crew ? desk.workBy(crew, job) : desk.work(job)
      let since = performance.now()
      for (;;) {
        // Must be sequential.
        // oxlint-disable-next-line no-await-in-loop
        const step = await steps.next()
        if (step.done) return line.postMessage({ run, result: step.value })
        if (performance.now() - since < SLICE && !step.value.soFar) continue
        line.postMessage({ run, progress: step.value })
        // oxlint-disable-next-line no-await-in-loop
        await aMoment()
        since = performance.now()
        if (leave) return line.postMessage({ run, left: true })
      }
    } catch (error) {
      line.postMessage({ run, failed: error instanceof Error ? error.message : String(error) })
    }
  }

  const next = async (): Promise<void> => {
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      running = request.run
      leave = false
      // oxlint-disable-next-line no-await-in-loop
      await work(request)
    }
    running = undefined
  }

  line.addEventListener('message', ({ data }) => {
    if ('job' in data) {
      waiting.push(data)
      if (running === undefined) void next()
      return
    }
    if (data.leave === running) {
      leave = true
      return
    }
    const place = waiting.findIndex(({ run }) => run === data.leave)
    if (place < 0) return
    waiting.splice(place, 1)
    line.postMessage({ run: data.leave, left: true })
  })
}

/** Lets pending messages in; unlike a timer it does not delay. */
const aMoment = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
