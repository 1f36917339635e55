import type { z } from 'zod'

import { jsonPath, pathOf } from '../../shared/case/path'
import { calls, type CallName, type Envelope, type Refusal } from '../../shared/host'
import { notPlain } from '../../shared/plain-data'
import { clipped } from '../../shared/text'
import { adviceFor } from '../disk'
import { sentenceFor } from '../documents/case-file'
import { Refused } from '../refused'
import type { Handlers } from './handlers'

/** The caller as identified by the shell: one of our frames, or the reason it is not. */
export type Sender = { readonly trusted: true } | { readonly trusted: false; readonly reason: string }

export type Dispatch = (sender: Sender, name: string, argument: unknown) => Promise<Envelope<unknown>>

/**
 * The only way from a renderer into the host: the sender is checked, the name looked up, the argument parsed, the
 * handler called, and the outcome put into an envelope. It never throws and never leaks a stack trace.
 * @param log is told of every refusal with its reason, and of failures with all details
 */
export function registryOf(handlers: Handlers, log: (text: string) => void): Dispatch {
  return async (sender, name, argument) => {
    const refuse = (error: Refusal): Envelope<never> => {
      log(`${name.slice(0, 40)} refused (${error.code}): ${reasonFor(error)}`)
      return { ok: false, error }
    }
    if (!sender.trusted) {
      log(`sender refused: ${sender.reason}`)
      return refuse({ code: 'unavailable', message: 'Only the program’s own window may ask for this.' })
    }
    if (!Object.hasOwn(calls, name)) return refuse({ code: 'not-found', message: 'The program has no such call.' })
    try {
      const strange = notPlain(argument)
      if (strange) return refuse({ code: 'invalid', message: strange.message })
      const call = name as CallName
      const parsed = (calls[call] as z.ZodType).safeParse(argument)
      if (!parsed.success) return refuse(refusalFor(call, argument, parsed.error))
      return { ok: true, value: await (handlers[call] as (argument: unknown) => unknown)(parsed.data) }
    } catch (error) {
      if (error instanceof Refused) return refuse({ code: error.code, message: error.message, ...problemsOf(error) })
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return refuse(
        diskRefusal(error) ?? {
          code: 'internal',
          message:
            'Something went wrong in the program; what was saved before is kept. Try again, or start the program again.',
        },
      )
    }
  }
}

/**
 * For the log, which must not contain what the user entered: only the paths of invalid input, never the name of a case.
 */
const reasonFor = ({ code, message, problems }: Refusal): string =>
  code === 'invalid' || code === 'newer' || code === 'damaged'
    ? (problems ?? []).map(({ json }) => json).join(', ')
    : message

const problemsOf = ({ problems }: Refused) => (problems ? { problems } : {})

function refusalFor(call: CallName, argument: unknown, error: z.ZodError): Refusal {
  const problems = error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({
    path: pathOf(argument, issue.path),
    json: jsonPath(issue.path),
    message:
      issue.code === 'unrecognized_keys'
        ? `There is no field "${clipped(issue.keys[0]!, 60)}" at ${jsonPath(issue.path)} of ${call}. Check the spelling, or leave it out.`
        : argumentSentence(call, argument, issue),
  }))
  return { code: 'invalid', message: sentenceFor(problems), problems }
}

/** An invalid argument, already checked to be printable. */
function argumentSentence(call: CallName, argument: unknown, { path, message }: z.core.$ZodIssue): string {
  const value = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], argument)
  const place = `${jsonPath(path)} of ${call}`
  if (value === undefined) return `${place} is missing. Add it.`
  return `${place} cannot be ${clipped(JSON.stringify(value), 60)} (${clipped(message, 200)}). Give what the call takes.`
}

/** No one reads more problems than this. */
const MOST_PROBLEMS = 100

/** The SQLite or file-system errors of a disk that is full, missing or read-only. */
function diskRefusal(error: unknown): Refusal | undefined {
  const advice = adviceFor(error)
  if (advice === undefined) return undefined
  const { code } = error as { code: string }
  return {
    code: 'disk',
    message: `This is not stored yet (${code}). What was saved before is kept. ${advice}`,
  }
}
