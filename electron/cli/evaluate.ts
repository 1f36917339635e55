import { evaluateCase } from '../../shared/model'
import { outcomeData } from '../../shared/present/outcome-data'
import { readCaseFile } from '../documents/case-file'
import { expectArguments, readInput } from './arguments'

/** All figures and lines of a case in the three views, and the checks. */
export function evaluate(args: readonly string[]): string {
  expectArguments(args, 'evaluate CASE.json', 1)
  return `${JSON.stringify(outcomeData(evaluateCase(readCaseFile(readInput(args[0]!)))))}\n`
}
