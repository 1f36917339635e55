import { onTestFinished } from 'vitest'

import { loadSchema } from '../../electron/database/schema'
import { openHost, type OpenHost } from '../../electron/host'
import { readDocument } from '../../electron/intake/read-document'
import type { Jobs } from '../../electron/jobs/jobs'
import { work } from '../../electron/jobs/work'
import type { Shell } from '../../electron/shell'
import type { Argument, CallName, Envelope, Results } from '../../shared/host'
import { readFile } from '../../shared/intake/read'
import { temporaryFolder } from './folder'

// As `loadSchemaToUpdate` does where the data need it; a host in a test opens at once.
await loadSchema()

export interface TestHost extends Pick<OpenHost, 'dispatch' | 'close'> {
  readonly folder: string
  /** Resolves when no backup is in progress. */
  settled(): Promise<void>
  /** As one of our renderers would. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>>
  /** The value; the call must succeed. */
  value<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Results[Name]>
}

/** The host's longer work, in the thread of the test. */
function jobsHere(): Jobs & { settled(): Promise<void> } {
  const running = new Set<Promise<unknown>>()
  const run = <T>(started: Promise<T>): Promise<T> => {
    running.add(started)
    void started.catch(() => undefined).then(() => running.delete(started))
    return started
  }
  return {
    workbook: (document, now) => run(work.workbook(document, now)),
    counterOffer: (given) => run(work.counterOffer(...given)),
    reportAnalyses: (...given) => run(work.reportAnalyses(...given)),
    packPdf: (pdf, about) => run(work.packPdf(pdf, about)),
    backUp: (folder, reason, now) => run(work.backUp(folder, reason, now)),
    inspectBackups: async (folder) => work.inspectBackups(folder),
    backupsOfCases: async (folder, wanted) => work.backupsOfCases(folder, wanted),
    read: async (content, name) => {
      // As the thread receives them: pdf.js accepts no Buffer.
      const document = await readDocument(new Uint8Array(content), name)
      return { read: readFile(document), document }
    },
    sampleCharts: () => run(work.sampleCharts()),
    prepare: () => undefined,
    close: () => undefined,
    settled: async () => void (await Promise.allSettled(running)),
  }
}

/** A host on real SQLite, in a temporary folder unless one is given; closed after the test. */
export function hostOn({
  folder = temporaryFolder(),
  shell = { kind: 'browser', printer: async () => undefined },
  now,
}: { folder?: string; shell?: Shell; now?: () => Date } = {}): TestHost {
  const jobs = jobsHere()
  const host = openHost(folder, shell, now, jobs)
  let open = true
  const close = () => {
    if (open) host.close()
    open = false
  }
  onTestFinished(async () => {
    await jobs.settled()
    close()
  })
  const call: TestHost['call'] = async (name, argument) =>
    (await host.dispatch({ trusted: true }, name, argument)) as never
  return {
    folder,
    dispatch: host.dispatch,
    close,
    settled: jobs.settled,
    call,
    async value(name, argument) {
      const answer = await call(name, argument)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    },
  }
}
