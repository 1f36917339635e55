import { scalar, type binary, type Instruction, type Place } from './operations'

/**
 * Instructions for lines that are worked a year at a time, as numbers in a row: what to do, where the result goes, where
 * the operands stand. For a single year the work is a handful of additions, and calling a function for each would cost
 * more than the work; a loop over numbers does not. Everything stands in one memory; what does not, or is not known
 * here, is called as before.
 */
export class Tape {
  private readonly code: number[] = []
  private readonly calls: Instruction[] = []

  constructor(private readonly memory: Float64Array) {}

  /** An operation of two operands; `otherwise` does the same. */
  binary(kind: keyof typeof binary, out: Place, a: Place, b: Place, otherwise: Instruction): void {
    const operation = BINARY[kind]
    if (operation === undefined || !this.holds(out, a, b)) this.call(otherwise)
    else this.code.push(operation, out.at, a.at, a.step, b.at, b.step, 0, 0)
  }

  choose(out: Place, a: Place, b: Place, c: Place, otherwise: Instruction): void {
    if (this.holds(out, a, b, c)) this.code.push(CHOOSE, out.at, a.at, a.step, b.at, b.step, c.at, c.step)
    else this.call(otherwise)
  }

  call(instruction: Instruction): void {
    this.code.push(CALL, this.calls.length, 0, 0, 0, 0, 0, 0)
    this.calls.push(instruction)
  }

  /** One instruction that runs the tape for each of its years. */
  finish(): Instruction {
    const { memory, calls } = this
    const code = Int32Array.from(this.code)
    return (from, to) => {
      for (let y = from; y < to; y++) run(code, memory, calls, y)
    }
  }

  private holds(...places: readonly Place[]): boolean {
    return places.every(({ from }) => from === this.memory)
  }
}

const WIDTH = 8
const CALL = 0
const CHOOSE = 1
const BINARY: Partial<Record<keyof typeof binary, number>> = {
  add: 2,
  subtract: 3,
  multiply: 4,
  min: 5,
  max: 6,
  divide: 7,
  less: 8,
  lessOrEqual: 9,
  equal: 10,
}

/** The same results, bit for bit, as the operations' other forms (operations.ts). */
function run(code: Int32Array, m: Float64Array, calls: readonly Instruction[], y: number): void {
  for (let p = 0; p < code.length; p += WIDTH) {
    const operation = code[p]!
    if (operation === CALL) {
      calls[code[p + 1]!]!(y, y + 1)
      continue
    }
    const out = code[p + 1]! + y
    const a = m[code[p + 2]! + code[p + 3]! * y]!
    const b = m[code[p + 4]! + code[p + 5]! * y]!
    switch (operation) {
      case 1:
        m[out] = scalar.choose(a, b, m[code[p + 6]! + code[p + 7]! * y]!)
        break
      case 2:
        m[out] = a + b
        break
      case 3:
        m[out] = a - b
        break
      case 4:
        m[out] = a * b
        break
      case 5:
        m[out] = Math.min(a, b)
        break
      case 6:
        m[out] = Math.max(a, b)
        break
      case 7:
        m[out] = scalar.divide(a, b)
        break
      case 8:
        m[out] = scalar.less(a, b)
        break
      case 9:
        m[out] = scalar.lessOrEqual(a, b)
        break
      case 10:
        m[out] = scalar.equal(a, b)
        break
    }
  }
}
