import { rmSync } from 'node:fs'

import { calls, type Argument, type CallName, type Results } from '../../shared/host'
import { startBrowserShell } from '../browser/start'
import { writeWhole } from '../documents/atomic'
import { readCaseFile, writeCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { temporaryFolder } from '../temporary'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/** The report of a case as a PDF, printed from the same page as in the program, by a host that lives only for this. */
export async function report(args: readonly string[], dollars: Argument<'reportPdf'>['dollars']): Promise<string> {
  expectArguments(args, 'report CASE.json OUT.pdf [--dollars today|future]', 2)
  const [from, to] = args as [string, string]
  expectAnotherFile(from, to)
  const document = readCaseFile(readInput(from))
  const folder = temporaryFolder('cli')
  try {
    const shell = await startBrowserShell({ folder, port: 0 })
    try {
      const call = async <Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Results[Name]> => {
        const answer = await shell.dispatch({ trusted: true }, name, calls[name].parse(argument))
        if (answer.ok) return answer.value as Results[Name]
        throw new Refused(answer.error.code, answer.error.message)
      }
      await call('prepareReport', {})
      const { id } = await call('importCase', { text: writeCaseFile(document) })
      const { content } = await call('reportPdf', { id, dollars })
      await writeWhole(to, Buffer.from(content, 'base64'))
    } finally {
      await shell.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return ''
}
