import { availableParallelism } from 'node:os'
import { basename, extname, join } from 'node:path'

import type { Case } from '../../shared/case/schema'
import { PAPERS, READERS, REPORT_PARTS, type Argument, type PaperSize } from '../../shared/host'
import { fitted } from '../../shared/text'
import { writeWhole } from '../documents/atomic'
import { readCaseFile, writeCaseFile } from '../documents/case-file'
import { Refused, reasonOf } from '../refused'
import { expectAnotherFile, expectArguments, readInput } from './arguments'
import { printing, type Call } from './printing'
import { makeResults, namesOfResults } from './results'

/** The options of the command, as they were typed. */
export type ReportOptions = Partial<
  Readonly<Record<'dollars' | 'reader' | 'parts' | 'paper' | 'names' | 'since' | 'out', string>>
>

type Asked = Omit<Argument<'reportPdf'>, 'id' | 'since'> & {
  /** An earlier state of the case, with the name under which the report speaks of it. */
  readonly since?: { readonly name: string; readonly document: Case }
}
type Print = (document: Case) => Promise<Uint8Array>

/**
 * Reports printed at the same time, each in a browser of its own. Two processors are busy with one already, and the start
 * of a second browser takes as long as a report.
 */
const PRESSES = availableParallelism() > 2 ? 2 : 1

/** Files processed at once: while one is packed and written, the next is rendered and the one after it worked out. */
const AT_ONCE = PRESSES + 2

/**
 * The report of a case as a PDF, or those of several cases as DIR/NAME.pdf.
 * @throws Refused; of several files, listing what is wrong with each after the others are done
 */
export async function report(args: readonly string[], options: ReportOptions): Promise<string> {
  const asked = askedWith(options)
  if (options.out === undefined) {
    expectArguments(args, 'report CASE.json OUT.pdf, or report CASE.json… --out DIR [options, see --help]', 2)
    const [from, to] = args as [string, string]
    expectAnotherFile(from, to)
    const document = readCaseFile(readInput(from))
    await printing(1, async (call) => writeWhole(to, await printerOf(call, asked)(document)))
    return ''
  }
  if (args.length === 0) throw new Refused('invalid', 'Usage: report CASE.json… --out DIR [options, see --help]')
  makeResults(options.out)
  await reports(args, options.out, asked)
  return ''
}

async function reports(files: readonly string[], folder: string, asked: Asked): Promise<void> {
  const nameFor = namesOfResults()
  const waiting = files.map((from, at) => ({ at, from, to: join(folder, `${nameFor(from)}.pdf`) }))
  /** Indexed as the files are. */
  const failures: { readonly code: Refused['code']; readonly lines: readonly string[] }[] = []
  await printing(Math.min(PRESSES, files.length), async (call) => {
    const print = printerOf(call, asked)
    const workThrough = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { at, from, to } = next
        try {
          expectAnotherFile(from, to)
          // oxlint-disable-next-line no-await-in-loop -- AT_ONCE of these run side by side
          await writeWhole(to, await print(readCaseFile(readInput(from))))
        } catch (error) {
          failures[at] = failureOf(from, error)
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, workThrough))
  })
  const failed = failures.filter((one) => one !== undefined)
  const [first] = failed
  if (first) throw new Refused(first.code, failed.flatMap(({ lines }) => lines).join('\n'))
}

function failureOf(from: string, error: unknown) {
  if (!(error instanceof Refused)) return { code: 'internal' as const, lines: [`${from}: ${reasonOf(error)}`] }
  const said = error.problems?.map(({ json, message }) => `${json}: ${message}`) ?? [error.message]
  return {
    code: error.code,
    lines: said.map((sentence) => (sentence.startsWith(from) ? sentence : `${from}: ${sentence}`)),
  }
}

/** The report of a case as it is printed in a temporary host. */
const printerOf =
  (call: Call, { since, ...choices }: Asked): Print =>
  async (document) => {
    const { id, snapshot } = await stored(call, document, since)
    const { content } = await call('reportPdf', { id, ...choices, ...(snapshot !== undefined && { since: snapshot }) })
    return Buffer.from(content, 'base64')
  }

/** Puts a case into the temporary host, with its earlier state as a snapshot. */
async function stored(call: Call, document: Case, since: Asked['since']): Promise<{ id: string; snapshot?: string }> {
  const { id } = await call('importCase', { text: writeCaseFile(since?.document ?? document) })
  if (!since) return { id }
  const { revision } = await call('openCase', { id })
  const snapshot = await call('takeSnapshot', { id, revision, name: since.name })
  await call('saveCase', { id, revision, document })
  return { id, snapshot: snapshot.id }
}

/** @throws Refused listing the choices */
function askedWith({ dollars = 'today', reader, parts, paper, names, since }: ReportOptions): Asked {
  return {
    dollars: oneOf('dollars', dollars, ['today', 'future']),
    ...(reader !== undefined && { reader: oneOf('reader', reader, READERS) }),
    ...(parts !== undefined && {
      parts: [...new Set(parts.split(',').map((part) => oneOf('parts', part.trim(), REPORT_PARTS)))],
    }),
    ...(paper !== undefined && { paper: paperNamed(paper) }),
    ...(names !== undefined && { names: oneOf('names', names, ['full', 'initials']) }),
    ...(since !== undefined && { since: earlier(since) }),
  }
}

/** @throws Refused listing the sizes */
export const paperNamed = (given: string): PaperSize => oneOf('paper', given, PAPERS)

/** The longest name of a snapshot. */
const LONGEST_NAME = 80

function earlier(path: string): NonNullable<Asked['since']> {
  return { name: fitted(basename(path, extname(path)), LONGEST_NAME), document: readCaseFile(readInput(path)) }
}

function oneOf<const Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === given)
  if (found !== undefined) return found
  const words = choices.length > 2 ? `one of ${choices.join(', ')}` : choices.join(' or ')
  throw new Refused('invalid', `--${option} ${given} is not valid. Use ${words}.`)
}
