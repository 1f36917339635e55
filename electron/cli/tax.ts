import { computeTaxCases } from '../../shared/tax/cases'
import { Refused, reasonOf } from '../refused'
import { expectArguments, LARGEST_TAX_FILE, readInput } from './arguments'

/**
 * Federal and state tax of cases given as data, in the format of published test cases; each result under the keys it
 * asked for.
 */
export function tax(args: readonly string[]): string {
  expectArguments(args, 'tax CASES.json', 1)
  let cases: unknown
  try {
    cases = JSON.parse(readInput(args[0]!, LARGEST_TAX_FILE, 'a file of tax cases'))
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('invalid', `${args[0]} is not JSON (${reasonOf(error)}). Give a list of tax cases.`)
  }
  const computed = computeTaxCases(cases)
  if (computed.ok) return `${JSON.stringify(computed.results)}\n`
  throw new Refused('invalid', computed.problems.join('\n'))
}
