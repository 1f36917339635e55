import { prepareSimulation } from '../../shared/analysis/simulation'
import { describe } from '../../shared/case/describe'
import type { Case } from '../../shared/case/schema'
import { readCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { expectArguments, readInput } from './arguments'

/** The simulation of a case: wealth bands, winners, and whether spending is funded and why not. */
export function risk(args: readonly string[], given: { seed?: string; draws?: string }): string {
  expectArguments(args, 'risk CASE.json [--seed N] [--draws N]', 1)
  const document = readCaseFile(readInput(args[0]!))
  const settings = {
    seed: numberOf('seed', given.seed, document),
    draws: numberOf('draws', given.draws, document),
  }
  const simulation = prepareSimulation({ ...document, risk: { ...document.risk, ...settings } })
  simulation.chunk(simulation.draws)
  return `${JSON.stringify(simulation.result())}\n`
}

/** The case's own number unless another is given. @throws Refused one sentence with the field's limits */
function numberOf(name: 'seed' | 'draws', text: string | undefined, document: Case): number {
  if (text === undefined) return document.risk[name]
  const { min, max } = describe(`risk/${name}`, document)!
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min! && value <= max!) return value
  throw new Refused('invalid', `--${name} ${text} is not valid. Enter a whole number from ${min} to ${max}.`)
}
