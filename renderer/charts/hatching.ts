/**
 * The lines of a hatched box, each from lower left to upper right, as a path's `d`. Printers rasterize an SVG pattern;
 * lines stay vectors and print at once.
 * @param gap between two lines, along the edge of the box
 */
export function hatching(x: number, y: number, width: number, height: number, gap: number): string {
  const lines: string[] = []
  // A line runs from `at` along the left and lower edges to `at` along the upper and right edges.
  for (let at = gap / 2; at < width + height; at += gap) {
    const [fromX, fromY] = [Math.max(0, at - height), Math.min(at, height)]
    const [toX, toY] = [Math.min(at, width), Math.max(0, at - width)]
    lines.push(`M${round(x + fromX)},${round(y + fromY)}L${round(x + toX)},${round(y + toY)}`)
  }
  return lines.join('')
}

const round = (value: number): number => Math.round(value * 100) / 100
