import { z } from 'zod'

import { caseSchema } from '../../shared/case/schema'
import { expectArguments } from './arguments'

/** The JSON Schema of a case file as it is read: fields with a default may be omitted. */
export function schema(args: readonly string[]): string {
  expectArguments(args, 'schema', 0)
  const { properties, ...rest } = z.toJSONSchema(caseSchema, { io: 'input' })
  const savedBy = { type: 'string', description: 'The program that wrote the file. It is no part of the case.' }
  return `${JSON.stringify({ ...rest, properties: { ...properties, savedBy } }, null, 2)}\n`
}
