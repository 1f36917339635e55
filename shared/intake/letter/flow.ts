import type { Block, PlainDocument } from '../document'
import { joinTexts } from '../layout'

interface Placed {
  readonly page: number
  readonly block: Block
}

/** Numbers aside, so that "Page 2 of 4" and "Page 3 of 4" are one line. */
const shape = (block: Block): string =>
  block.kind === 'paragraph' ? block.text.replace(/\d+/g, '#').trim().toLowerCase() : ''

/**
 * The blocks of all pages as one text: what stands on top or at the foot of several pages is left out, and a paragraph
 * that goes on over the page is put together on the page where it began.
 */
export function flow({ pages }: PlainDocument): Placed[] {
  const edges = pages.flatMap(({ blocks }) => [...new Set([...blocks.slice(0, 2), ...blocks.slice(-2)].map(shape))])
  const counts = new Map<string, number>()
  for (const edge of edges) if (edge !== '') counts.set(edge, (counts.get(edge) ?? 0) + 1)
  const placed: Placed[] = []
  for (const [at, { number, blocks }] of pages.entries()) {
    const own = blocks.filter((block, place) => {
      const outside = place < 2 || place >= blocks.length - 2
      const repeated = (counts.get(shape(block)) ?? 0) > 1 && at > 0
      const numbered =
        block.kind === 'paragraph' &&
        /^(?:[-–]\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*[-–])?$/i.test(block.text.trim())
      return !(outside && (repeated || numbered))
    })
    for (const [place, block] of own.entries()) {
      const last = placed.at(-1)
      const goesOn =
        place === 0 &&
        last?.block.kind === 'paragraph' &&
        block.kind === 'paragraph' &&
        last.page === number - 1 &&
        !/[.!?:;]["”)]*$/.test(last.block.text) &&
        last.block.text.length > 40 &&
        /^[a-z($\d]/.test(block.text) &&
        !/^\(?(?:\d{1,2}|[a-z])[.)]\s/.test(block.text)
      if (goesOn)
        placed[placed.length - 1] = {
          page: last.page,
          block: { kind: 'paragraph', text: joinTexts((last.block as { text: string }).text, block.text) },
        }
      else placed.push({ page: number, block })
    }
  }
  return placed
}
