/** Round steps of 1, 2 or 5 that cover the values and zero. */
export function ticksFor(least: number, most: number, about = 5): number[] {
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  if (low === high) return [0]
  const raw = (high - low) / about
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = size * (raw / size > 5 ? 10 : raw / size > 2 ? 5 : raw / size > 1 ? 2 : 1)
  const from = Math.floor(low / step)
  const to = Math.ceil(high / step - 1e-9)
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step)
}

/** Moves labels apart so that none covers another, each as near as possible to where it belongs. */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y)
  let last = top - gap
  for (const label of order) {
    label.y = Math.max(label.y, last + gap)
    last = label.y
  }
  let next = bottom + gap
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, next - gap)
    next = label.y
  }
  const placed = [...wanted]
  for (const { y, i } of order) placed[i] = y
  return placed
}
