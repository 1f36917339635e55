import { asks } from '../../shared/analysis/asks'
import { Variations } from '../../shared/analysis/variations'
import { Engine } from '../../shared/model'
import { worthOf } from '../../shared/present/counter-offer'
import { clipped } from '../../shared/text'
import { writeWhole } from '../documents/atomic'
import { readCaseFile } from '../documents/case-file'
import { Refused } from '../refused'
import { expectAnotherFile, expectArguments, readInput } from './arguments'

/** The options of the command, as typed. */
export type LetterOptions = Partial<Readonly<Record<'asks' | 'worth', string | boolean>>>

/**
 * What can be requested of an offer, as JSON; with a second file and chosen asks, the letter that requests them, or
 * separately what each is worth to the owner.
 */
export async function letter(args: readonly string[], { asks: chosen, worth }: LetterOptions): Promise<string> {
  expectArguments(args, 'letter CASE.json OFFER [OUT.docx --asks a,b [--worth]]', 2, 3)
  const [from, name, to] = args as [string, string, string | undefined]
  const document = readCaseFile(readInput(from))
  const offers = document.offers.filter(({ include }) => include)
  const offer = offers.find((one) => one.id === name) ?? offers.find((one) => one.name === name)
  if (!offer)
    throw new Refused(
      'invalid',
      `There is no offer ${clipped(name, 60)}. ${offers.length > 0 ? `The offers are ${offers.map(({ id }) => id).join(', ')}.` : 'The case compares none.'}`,
    )
  const found = asks(new Variations(new Engine().structureOf(document)), document, offer)
  if (to === undefined) {
    const told = worthOf(document, found).map((one, i) => ({ id: found[i]!.lever.id, ...one }))
    return `${JSON.stringify(told, null, 2)}\n`
  }
  expectAnotherFile(from, to)
  const ids = typeof chosen === 'string' ? chosen.split(',').map((id) => id.trim()) : []
  const unknown = ids.find((id) => !found.some(({ lever }) => lever.id === id))
  if (unknown !== undefined || ids.length === 0)
    throw new Refused(
      'invalid',
      unknown === undefined
        ? 'Say what the letter asks for: --asks a,b. Without OUT.docx, the command lists what can be asked.'
        : `${clipped(unknown, 80)} cannot be asked of ${offer.name}. Without OUT.docx, the command lists what can be asked.`,
    )
  // The Word library is loaded with the first letter.
  const { writeCounterOffer, writeWorth } = await import('../documents/counter-offer')
  await writeWhole(
    to,
    worth === true
      ? await writeWorth(document, offer.id, ids)
      : await writeCounterOffer(document, offer.id, ids, today()),
  )
  return ''
}

/** YYYY-MM-DD in local time. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
