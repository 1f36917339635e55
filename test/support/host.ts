import { onTestFinished } from 'vitest'

import { openHost, type OpenHost } from '../../electron/host'
import type { Shell } from '../../electron/shell'
import type { Argument, CallName, Envelope, Results } from '../../shared/host'
import { temporaryFolder } from './folder'

export interface TestHost extends Pick<OpenHost, 'dispatch' | 'close'> {
  readonly folder: string
  /** As a renderer of ours would. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>>
  /** The value, where the call must succeed. */
  value<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Results[Name]>
}

/** A host on real SQLite, in a temporary folder unless one is given; closed after the test. */
export function hostOn({
  folder = temporaryFolder(),
  shell = { kind: 'browser', printer: async () => undefined },
  now,
}: { folder?: string; shell?: Shell; now?: () => Date } = {}): TestHost {
  const host = openHost(folder, shell, now)
  let open = true
  const close = () => {
    if (open) host.close()
    open = false
  }
  onTestFinished(close)
  const call: TestHost['call'] = async (name, argument) =>
    (await host.dispatch({ trusted: true }, name, argument)) as never
  return {
    folder,
    dispatch: host.dispatch,
    close,
    call,
    async value(name, argument) {
      const answer = await call(name, argument)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    },
  }
}
