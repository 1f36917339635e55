/** Healthcare's average net promoter score of 2024, as a buyer quotes it (MODEL.md section 10). */
const AVERAGE = 46

/** How good a net promoter score is, and how far from the average it lies, in one sentence. */
export function netPromoterInWords(score: number): string {
  const grade =
    score < 0
      ? 'poor'
      : score > 80
        ? 'world-class'
        : score > 50
          ? 'excellent'
          : score > 0
            ? 'good'
            : 'neither good nor poor'
  const written = String(score).replace('-', '−')
  const apart = Math.abs(score - AVERAGE)
  const beside =
    apart === 0
      ? `just healthcare’s average of ${AVERAGE}`
      : `${Number(apart.toPrecision(3))} ${apart === 1 ? 'point' : 'points'} ${score > AVERAGE ? 'above' : 'below'} healthcare’s average of ${AVERAGE}`
  return `${written} is ${grade}, ${beside} (2024, quoted by a buyer).`
}
