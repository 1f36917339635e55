import { rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

import { calls, type Argument, type CallName, type Results } from '../../shared/host'
import { startBrowserShell } from '../browser/start'
import { Refused } from '../refused'
import { temporaryFolder } from '../temporary'

/** A call of the program's own pages. @throws Refused */
export type Call = <Name extends CallName>(name: Name, argument: Argument<Name>) => Promise<Results[Name]>

/** Prints from the same pages as in the program, with a temporary host and as many browsers as presses. */
export async function printing(presses: number, work: (call: Call) => Promise<void>): Promise<void> {
  // What V8 optimizes beside the work takes the processor from the browser: more than it returns, in a dozen reports too.
  setFlagsFromString('--no-turbofan')
  const folder = temporaryFolder('cli')
  try {
    const shell = await startBrowserShell({ folder, port: 0, presses })
    try {
      const call: Call = async (name, argument) => {
        const answer = await shell.dispatch({ trusted: true }, name, calls[name].parse(argument))
        if (answer.ok) return answer.value as never
        throw new Refused(answer.error.code, answer.error.message)
      }
      await call('prepareReport', {})
      await work(call)
    } finally {
      await shell.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
