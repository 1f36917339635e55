import type { z } from 'zod'

import { clipped } from '../../text'
import type { Kind } from './schema'

/** What a case is refused for: sentences without the case's name. It never leaves this folder. */
export class Refusal extends Error {
  readonly sentences: readonly string[]
  constructor(...sentences: string[]) {
    super(sentences.join(' '))
    this.sentences = sentences
  }
}

/** A fault that zod found, in words: which key, what stands there, what may. */
export function sentences(issue: z.core.$ZodIssue, kind: Kind, inputs: unknown): string[] {
  const path = ['inputs', ...issue.path].reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
  const value = issue.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    inputs,
  )
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `there is no key "${clipped(key, 60)}" in ${path} of the kind ${kind}.`)
    case 'too_small':
      if (issue.origin === 'array') return [`${path} is empty or too short.`]
      return [`${path} is ${shown(value)}; it cannot be ${issue.inclusive ? 'below' : 'at or below'} ${issue.minimum}.`]
    case 'too_big':
      return [`${path} has too many values.`]
    case 'invalid_union': {
      const [first] = issue.errors
      if (value !== undefined && first?.[0]?.code === 'too_small')
        return [`${path} is ${shown(value)}; it cannot be below ${first[0].minimum}.`]
      return [`${path} is ${shown(value)}, which is not of a form known there.`]
    }
    case 'invalid_value':
      return [`${path} is ${shown(value)}; possible are ${issue.values.map(String).join(', ')}.`]
    case 'custom':
      return [`${path} ${issue.message}.`]
    default:
      return value === undefined
        ? [`${path} is missing.`]
        : [
            `${path} is ${shown(value)}, which is not ${issue.code === 'invalid_type' ? `of the type ${issue.expected}` : 'possible'}.`,
          ]
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
export const shown = (value: unknown): string => clipped(JSON.stringify(value) ?? 'nothing', 60)
