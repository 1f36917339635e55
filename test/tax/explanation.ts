import { explain, type Evaluation, type Line } from '../../shared/formula'

const usd = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The explanation of a figure as an indented text, down to the inputs; a repeated line is not expanded again. */
export function explanationTree(evaluation: Evaluation, line: Line, year: number): string {
  const opened = new Set<Line>()
  const out: string[] = []
  const visit = (of: Line, depth: number): void => {
    const { value, pieces, operands } = explain(evaluation, of, year)
    const again = opened.has(of)
    const words = pieces.map((piece) => (typeof piece === 'string' ? piece : operands[piece]!.name)).join('')
    out.push(`${'  '.repeat(depth)}${of.label} ${usd(value)}${again ? ' (above)' : ` = ${words}`}`)
    if (again) return
    opened.add(of)
    for (const operand of operands) {
      if (operand.opens.kind === 'line') visit(operand.opens.line, depth + 1)
      else out.push(`${'  '.repeat(depth + 1)}${operand.name} ${usd(operand.value)}`)
    }
  }
  visit(line, 0)
  return out.join('\n')
}
