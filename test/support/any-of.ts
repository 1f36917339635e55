import fc from 'fast-check'
import { z } from 'zod'

import { formatDay } from '../../shared/case/dates'
import { metaOf } from '../../shared/case/describe'

/**
 * Anything that a schema of plain fields allows: texts, numbers, days, choices, lists with ids, including empty ones.
 */
export function anyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    const meta = metaOf(schema)
    if (meta?.unit === 'date') return inside(schema.unwrap() as z.ZodType, true)
    return anyOf(schema.unwrap() as z.ZodType)
  }
  return inside(schema, metaOf(schema)?.unit === 'date')
}

function inside(schema: z.ZodType, isDay: boolean): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.option(inside(schema.unwrap() as z.ZodType, isDay))
  if (schema instanceof z.ZodObject)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => [
          key,
          key === 'id' ? fc.uuid() : anyOf(field),
        ]),
      ),
    )
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element as z.ZodType), { maxLength: 3 })
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber)
    return fc.double({ min: schema.minValue!, max: schema.maxValue!, noNaN: true, noDefaultInfinity: true })
  if (isDay)
    return fc
      .record({
        year: fc.integer({ min: 1990, max: 2090 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      })
      .map(formatDay)
  return fc.string({ maxLength: 30 })
}
