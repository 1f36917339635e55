import { samples } from '../../shared/case/samples'
import { writeCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { expectArguments } from './arguments'
import { clipped } from '../../shared/text'

/** Without a name, the list of samples; with a name, that sample as a case file. */
export function sample(args: readonly string[]): string {
  expectArguments(args, 'sample [NAME]', 0, 1)
  const [name] = args
  if (name === undefined) return samples.map((one) => `${one.name}\t${one.title}\n`).join('')
  const found = samples.find((one) => one.name === name)
  if (found) return writeCaseFile(found.document)
  throw new Refused(
    'invalid',
    `There is no sample ${clipped(name, 60)}. The samples are ${samples.map((one) => one.name).join(', ')}.`,
  )
}
