import type { Job, Progress, Results } from '../../shared/analysis/jobs'

/** What the page asks of the worker: to work a job, or to leave one. */
export type Request = { readonly run: number; readonly job: Job } | { readonly leave: number }

/** What the worker says of a job; after `result`, `left` or `failed` it says no more of it. */
export type Reply = { readonly run: number } & (
  | { readonly progress: Progress }
  | { readonly result: Results[keyof Results] }
  | { readonly left: true }
  | { readonly failed: string }
)

/** One end of the line between page and worker. */
export interface Line<Out, In> {
  postMessage(message: Out): void
  addEventListener(type: 'message', listener: (event: { data: In }) => void): void
}
