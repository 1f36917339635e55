import { inWords } from '../../shared/case/dates'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { methodPage } from '../../shared/present/method'
import { methodHtml } from '../../shared/present/method-html'
import { writeWhole } from '../documents/atomic'
import { readCaseFile } from '../documents/case-file'
import { version } from '../root'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/**
 * The published method with the lines that a case has; without one, those of the first sample. As Markdown, or with the
 * name of a second file as an HTML page in it.
 */
export async function method(args: readonly string[]): Promise<string> {
  expectArguments(args, 'method [CASE.json [OUT.html]]', 0, 2)
  const [path, to] = args
  if (path !== undefined && to !== undefined) expectAnotherFile(path, to)
  const outcome = evaluateCase(path === undefined ? samples[0]!.document : readCaseFile(readInput(path)))
  if (to === undefined) return methodPage(outcome)
  const today = new Date().toISOString().slice(0, 10)
  await writeWhole(to, methodHtml(outcome, { day: inWords(today), version }))
  return ''
}
