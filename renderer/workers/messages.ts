import type { Job, Progress, Results } from '../../shared/analysis/jobs'

/** What the page tells the worker: to run a job, or to cancel one. */
export type Request = { readonly run: number; readonly job: Job } | { readonly leave: number }

/** What the worker reports about a job; after `result`, `left` or `failed` it reports nothing more. */
export type Reply = { readonly run: number } & (
  | { readonly progress: Progress }
  | { readonly result: Results[keyof Results] }
  | { readonly left: true }
  | { readonly failed: string }
)

/** One end of the channel between page and worker. */
export interface Line<Out, In> {
  postMessage(message: Out): void
  addEventListener(type: 'message', listener: (event: { data: In }) => void): void
}
