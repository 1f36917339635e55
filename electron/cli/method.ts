import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { methodPage } from '../../shared/present/method'
import { readCaseFile } from '../documents/case-file'
import { expectArguments, readInput } from './arguments'

/** The published method as Markdown, with the lines of a case; without a case, those of the first sample. */
export function method(args: readonly string[]): string {
  expectArguments(args, 'method [CASE.json]', 0, 1)
  const [path] = args
  return methodPage(evaluateCase(path === undefined ? samples[0]!.document : readCaseFile(readInput(path))))
}
