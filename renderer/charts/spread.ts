/**
 * Positions for labels with desired heights that need `gap` between them, between `top` and `bottom`: each as close to
 * its desired height as the others allow, in the same order. If they do not fit, they are spaced evenly.
 */
export function spread(wishes: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wishes.map((wish, i) => ({ wish, i })).sort((a, b) => a.wish - b.wish || a.i - b.i)
  const step = Math.min(gap, order.length > 1 ? (bottom - top) / (order.length - 1) : gap)
  // Labels that would overlap form a block around the mean of their desired positions; blocks that touch are merged.
  const blocks: { count: number; sum: number; start: number }[] = []
  const startOf = (block: { count: number; sum: number }) =>
    clamp(block.sum / block.count, top, Math.max(top, bottom - (block.count - 1) * step))
  order.forEach(({ wish }) => {
    // A position inside a block is relative to the start of the block.
    let block = { count: 1, sum: wish, start: 0 }
    block.start = startOf(block)
    for (let last = blocks.at(-1); last && last.start + last.count * step > block.start; last = blocks.at(-1)) {
      blocks.pop()
      block = { count: last.count + block.count, sum: last.sum + block.sum - block.count * last.count * step, start: 0 }
      block.start = startOf(block)
    }
    blocks.push(block)
  })
  const placed = blocks.flatMap(({ start, count }) => Array.from({ length: count }, (_, k) => start + k * step))
  const result = Array<number>(wishes.length).fill(0)
  order.forEach(({ i }, place) => {
    result[i] = placed[place]!
  })
  return result
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
