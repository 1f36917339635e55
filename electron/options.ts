import { resolve } from 'node:path'
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

import { Refused } from './refused'

export interface Option {
  readonly type: 'string' | 'boolean'
  /** Placeholder for the value in the help text: `FOLDER`. */
  readonly value?: string
}

export interface Parsed<Name extends string> {
  readonly values: Partial<Record<Name, string | boolean>>
  readonly positionals: readonly string[]
}

/**
 * Parses a command line. Unknown options are refused, so that a typo does not silently start something else. @throws
 * Refused one sentence that lists the options
 */
export function readOptions<const Options extends Record<string, Option>>(
  args: readonly string[],
  options: Options,
): Parsed<Extract<keyof Options, string>> {
  const config: ParseArgsOptionsConfig = {}
  for (const [name, { type }] of Object.entries(options)) config[name] = { type }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: config,
      allowPositionals: true,
      strict: true,
    })
    return { values: values as never, positionals }
  } catch (error) {
    const wrong = /'(-[^\s']*)/.exec(error instanceof Error ? error.message : '')?.[1]
    const name = wrong?.replace(/^--?/, '')
    const known = Object.entries(options).map(([key, { value }]) => `--${key}${value ? ` ${value}` : ''}`)
    const option = name === undefined ? undefined : options[name]
    if (option?.value) throw new Refused('invalid', `--${name} needs a value: --${name} ${option.value}.`)
    throw new Refused(
      'invalid',
      `There is no option ${wrong ?? args.join(' ')}. ${known.length > 0 ? `The options are ${known.join(', ')}.` : 'There are none here.'}`,
    )
  }
}

/** Undefined if none is given. @throws Refused if it is not a port number */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Refused('invalid', `--port ${text} is not a port. Enter a number from 1 to 65535, or leave it out.`)
}

export const folderOf = (text: string | undefined): string | undefined => (text ? resolve(text) : undefined)
