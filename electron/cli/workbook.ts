import { evaluateCase } from '../../shared/model'
import { writeWhole } from '../documents/atomic'
import { readCaseFile } from '../documents/case-file'
import { writeWorkbook } from '../documents/workbook'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/** The case as a workbook with live formulas. */
export async function workbook(args: readonly string[]): Promise<string> {
  expectArguments(args, 'workbook CASE.json OUT.xlsx', 2)
  const [from, to] = args as [string, string]
  expectAnotherFile(from, to)
  await writeWhole(to, await writeWorkbook(evaluateCase(readCaseFile(readInput(from))), new Date()))
  return ''
}
