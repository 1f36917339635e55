/** A measured figure and its bound. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | '×' | 'MB'
  /** The highest acceptable value; undefined for a figure that is only reported. */
  readonly bound?: number
}

/** Milliseconds per call: the median of `runs` calls after some warm-up calls. */
export function milliseconds(work: () => void, { runs = 9, warm = 3 } = {}): number {
  return median(times(work, { runs, warm }))
}

/** Milliseconds of several workloads, run in turns so that other load on the machine affects all of them. */
export function inTurns(works: readonly (() => void)[], { runs = 9, warm = 2 } = {}): number[] {
  const rounds = Array.from({ length: runs + warm }, () => works.map((work) => time(work))).slice(warm)
  return works.map((_, i) => median(rounds.map((round) => round[i]!)))
}

/** Prints the figures as a table and reports whether all are within their bounds. */
export function report(title: string, figures: readonly Figure[]): boolean {
  const rows = figures.map(({ name, value, unit, bound }) => [
    name,
    `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
    bound === undefined ? '' : `≤ ${bound} ${unit}`,
    bound === undefined ? '' : value <= bound ? 'ok' : 'OVER',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  console.log(`\n${title}`)
  for (const [name, value, bound, verdict] of rows)
    console.log(
      `  ${name!.padEnd(widths[0]!)}  ${value!.padStart(widths[1]!)}  ${bound!.padEnd(widths[2]!)}  ${verdict}`,
    )
  return figures.every(({ value, bound }) => bound === undefined || value <= bound)
}

function times(work: () => void, { runs, warm }: { runs: number; warm: number }): number[] {
  return Array.from({ length: runs + warm }, () => time(work)).slice(warm)
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
