import { rmSync } from 'node:fs'

import { calls, PAPERS, READERS, REPORT_PARTS, type Argument, type CallName, type Results } from '../../shared/host'
import { startBrowserShell } from '../browser/start'
import { writeWhole } from '../documents/atomic'
import { readCaseFile, writeCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { temporaryFolder } from '../temporary'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/** The options of the command, as typed. */
export type ReportOptions = Partial<Readonly<Record<'dollars' | 'reader' | 'parts' | 'paper' | 'names', string>>>

/** The report of a case as a PDF, printed from the same page as in the program by a temporary host. */
export async function report(args: readonly string[], options: ReportOptions): Promise<string> {
  const asked = askedWith(options)
  expectArguments(args, 'report CASE.json OUT.pdf [options, see --help]', 2)
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
      const { content } = await call('reportPdf', { id, ...asked })
      await writeWhole(to, Buffer.from(content, 'base64'))
    } finally {
      await shell.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return ''
}

/** @throws Refused listing the choices */
function askedWith({
  dollars = 'today',
  reader,
  parts,
  paper,
  names,
}: ReportOptions): Omit<Argument<'reportPdf'>, 'id'> {
  return {
    dollars: oneOf('dollars', dollars, ['today', 'future']),
    ...(reader !== undefined && { reader: oneOf('reader', reader, READERS) }),
    ...(parts !== undefined && {
      parts: [...new Set(parts.split(',').map((part) => oneOf('parts', part.trim(), REPORT_PARTS)))],
    }),
    ...(paper !== undefined && { paper: oneOf('paper', paper, PAPERS) }),
    ...(names !== undefined && { names: oneOf('names', names, ['full', 'initials']) }),
  }
}

function oneOf<const Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === given)
  if (found !== undefined) return found
  const words = choices.length > 2 ? `one of ${choices.join(', ')}` : choices.join(' or ')
  throw new Refused('invalid', `--${option} ${given} is not valid. Use ${words}.`)
}
