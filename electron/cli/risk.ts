import { simulationBy } from '../../shared/analysis/jobs'
import { describe } from '../../shared/case/describe'
import type { Case } from '../../shared/case/schema'
import { readCaseFile } from '../documents/case-file'
import { withThreads } from '../jobs/crew'
import { Refused } from '../refused'
import { expectArguments, readInput } from './arguments'

/** The simulation of a case: bands of wealth, who wins, whether spending is funded and why not. */
export async function risk(args: readonly string[], given: { seed?: string; draws?: string }): Promise<string> {
  expectArguments(args, 'risk CASE.json [--seed N] [--draws N]', 1)
  const document = readCaseFile(readInput(args[0]!))
  const settings = {
    seed: numberOf('seed', given.seed, document),
    draws: numberOf('draws', given.draws, document),
  }
  const result = await withThreads((crew) =>
    lastOf(simulationBy(crew, { ...document, risk: { ...document.risk, ...settings } })),
  )
  return `${JSON.stringify(result)}\n`
}

async function lastOf<Result>(steps: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- must be sequential
    const step = await steps.next()
    if (step.done) return step.value
  }
}

/** The case's own number unless another is given. @throws Refused one sentence with the field's limits */
function numberOf(name: 'seed' | 'draws', text: string | undefined, document: Case): number {
  if (text === undefined) return document.risk[name]
  const { min, max } = describe(`risk/${name}`, document)!
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= min! && value <= max!) return value
  throw new Refused('invalid', `--${name} ${text} is not valid. Enter a whole number from ${min} to ${max}.`)
}
