import { z } from 'zod'

import { caseSchema } from '../../shared/case/schema'
import { expectArguments } from './arguments'

/** The JSON Schema of a case file, as it is read: what has a default may be left out. */
export function schema(args: readonly string[]): string {
  expectArguments(args, 'schema', 0)
  return `${JSON.stringify(z.toJSONSchema(caseSchema, { io: 'input' }), null, 2)}\n`
}
