/** The average character width of a chart label, in px. */
export const LETTER = 6.2

/**
 * Assigns rows to labels so that none overlap: each goes into the first row with room.
 * @param labels by where they begin, in px
 * @param rows how many rows there are
 * @param gap between two labels of a row, in px
 * @returns the row of each label; -1 where no row has room
 */
export function labelRows(
  labels: readonly { readonly left: number; readonly width: number }[],
  rows: number,
  gap: number,
): number[] {
  const ends = Array<number>(rows).fill(-Infinity)
  return labels.map(({ left, width }) => {
    const row = ends.findIndex((end) => end + gap < left)
    if (row >= 0) ends[row] = left + width
    return row
  })
}
