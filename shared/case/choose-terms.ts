import { z } from 'zod'

import { dayOf, formatDay, timeOf } from './dates'
import { schemaAt } from './describe'
import { get, set, type Path } from './path'
import type { Case, Origin } from './schema'

/**
 * Choices that bring fields to the screen which did not count until then. What stands in one of them and cannot be, such
 * as a price of 0, becomes the default again, an assumption: else the choice would be refused for a field that nobody can
 * see and mend.
 */

/** How the price of an offer is stated. */
export function withPriceStated(document: Case, id: string, stated: string, origin: Origin): Case {
  const price = `offers/${id}/price`
  const field = stated === 'amount' ? `${price}/amount` : `${price}/multiple`
  return entered(notZero(document, field), `${price}/stated`, stated, origin)
}

/** The structure of an offer: where nothing but services was bought, no share was sold. */
export function withStructure(document: Case, id: string, structure: string, origin: Origin): Case {
  const ready = structure === 'services' ? document : notZero(document, `offers/${id}/shareSold`)
  return entered(ready, `offers/${id}/structure`, structure, origin)
}

/** Whether a way beside the offers is compared. Days before the plan starts become its first. */
export function withWay(document: Case, way: keyof Case['alternatives'], include: boolean, origin: Origin): Case {
  const { startYear } = document.assumptions
  const start = formatDay({ year: startYear, month: 1, day: 1 })
  const days =
    way === 'stepBack'
      ? ['alternatives/stepBack/hireDate']
      : [
          'alternatives/sellPrivately/workAfter',
          ...document.alternatives.sellPrivately.tranches.map(
            ({ id }) => `alternatives/sellPrivately/tranches/${id}/on`,
          ),
        ]
  const ready = days.reduce((result, path) => {
    const day = get(result, path)
    return include && typeof day === 'string' && timeOf(dayOf(day), startYear) < 0
      ? assumed(result, path, start)
      : result
  }, document)
  return entered(ready, `alternatives/${way}/include`, include, origin)
}

function notZero(document: Case, path: Path): Case {
  const schema = schemaAt(path, document)
  if (get(document, path) !== 0 || !(schema instanceof z.ZodDefault)) return document
  return assumed(document, path, schema.def.defaultValue)
}

const entered = (document: Case, path: Path, value: unknown, origin: Origin): Case => {
  const changed = set(document, path, value)
  return { ...changed, origins: { ...changed.origins, [path]: origin } }
}

function assumed(document: Case, path: Path, value: unknown): Case {
  const { [path]: _, ...origins } = document.origins
  return { ...set(document, path, value), origins }
}
