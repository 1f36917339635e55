/**
 * The lines of a hatched box, each from its lower left to its upper right, as the `d` of a path. A printer makes a picture of
 * an SVG pattern; lines stay lines on paper, and are printed at once.
 * @param gap between two lines, along the edge of the box
 */
export function hatching(x: number, y: number, width: number, height: number, gap: number): string {
  const lines: string[] = []
  // A line runs from `at` down the left edge, or on along the lower one, to `at` along the upper edge, or on down the right.
  for (let at = gap / 2; at < width + height; at += gap) {
    const [fromX, fromY] = [Math.max(0, at - height), Math.min(at, height)]
    const [toX, toY] = [Math.min(at, width), Math.max(0, at - width)]
    lines.push(`M${round(x + fromX)},${round(y + fromY)}L${round(x + toX)},${round(y + toY)}`)
  }
  return lines.join('')
}

const round = (value: number): number => Math.round(value * 100) / 100
