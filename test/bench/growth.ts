/** Sizes and milliseconds, the smallest first. */
type Measured = readonly (readonly [size: number, milliseconds: number])[]

const WIDTH = 40

/**
 * Prints how a cost grows: for each size its milliseconds and a bar, with dots to where a straight line from nothing to the
 * largest size would be. Dots that show say that the cost grows faster than its cause, a bar beyond them that part of it is
 * fixed.
 */
export function growth(title: string, measured: Measured): void {
  const [most] = measured.at(-1)!
  const longest = Math.max(...measured.map(([, time]) => time))
  console.log(`\n${title}`)
  for (const [size, time] of measured) {
    const cells = (share: number) => Math.max(1, Math.round(share * WIDTH))
    const line = cells((size / most) * (measured.at(-1)![1] / longest))
    const bar = '█'.repeat(cells(time / longest)).padEnd(line, '·')
    console.log(`  ${size.toLocaleString('en').padStart(8)}  ${time.toFixed(1).padStart(9)} ms  ${bar}`)
  }
}

/**
 * Processor time of one call in milliseconds, the least of several: other load on the machine hardly affects it.
 */
export function processorTime(work: () => void, runs = 7): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
