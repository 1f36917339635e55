import { isRegister, KIND, kindOf, WIDTH, type Coded, type Load, type Operand, type Program } from './code'

/**
 * Assigns the registers of a block: a register is used again as soon as nobody needs what it holds. Code that was written
 * with a number of its own for each result is changed to name registers.
 * @param results how many numbers of results the code uses
 * @param loads the results that are loaded inputs; they keep their register to the end of the block
 */
export function assign(
  { code, args }: Coded,
  results: number,
  loads: readonly Load[],
  outputs: readonly Operand[],
): Pick<Program, 'loads' | 'stores' | 'registers'> {
  const lastUse = new Int32Array(results).fill(NEVER)
  for (let i = 0; i < code.length; i += WIDTH) {
    const kind = kindOf(code[i]!)
    if (kind === KIND.many) {
      const from = code[i + 2]!
      for (let k = from; k < from + code[i + 3]!; k++) lastUse[args[k]!] = i
      continue
    }
    if (readsFirst(kind)) lastUse[code[i + 2]!] = i
    if (readsSecond(kind)) lastUse[code[i + 3]!] = i
  }
  const isOutput = new Uint8Array(results)
  const outputsOf = new Map<number, number[]>()
  for (const [output, operand] of outputs.entries()) {
    if (!isRegister(operand)) continue
    isOutput[operand] = 1
    outputsOf.set(operand, [...(outputsOf.get(operand) ?? []), output])
  }

  const physical = new Int32Array(results)
  const stores: { after: number; register: number; output: number }[] = []
  const store = (result: number, after: number) => {
    for (const output of outputsOf.get(result)!) stores.push({ after, register: physical[result]!, output })
  }
  let registers = 0
  const loaded = loads.map(({ register, input }) => {
    physical[register] = registers
    lastUse[register] = NEVER
    return { input, register: registers++ }
  })
  for (const { register } of loads) if (isOutput[register]) store(register, 0)
  const free: number[] = []
  /** The register of a result that the operation at `i` reads, free for its own result if it is the last to do so. */
  const read = (result: number, i: number): number => {
    if (lastUse[result] === i) {
      free.push(physical[result]!)
      lastUse[result] = NEVER // it may stand there twice
    }
    return physical[result]!
  }
  for (let i = 0; i < code.length; i += WIDTH) {
    // An operation may write where it reads: every loop finishes lane i before it goes on to i + 1.
    const kind = kindOf(code[i]!)
    if (kind === KIND.many) {
      const from = code[i + 2]!
      for (let k = from; k < from + code[i + 3]!; k++) args[k] = read(args[k]!, i)
    } else {
      if (readsFirst(kind)) code[i + 2] = read(code[i + 2]!, i)
      if (readsSecond(kind)) code[i + 3] = read(code[i + 3]!, i)
    }
    const result = code[i + 1]!
    const register = free.pop() ?? registers++
    code[i + 1] = physical[result] = register
    if (isOutput[result]) store(result, i + WIDTH)
    if (lastUse[result] === NEVER) free.push(register)
  }
  return { loads: loaded, stores, registers }
}

const readsFirst = (kind: number): boolean => kind === KIND.one || kind === KIND.two || kind === KIND.withSlot
const readsSecond = (kind: number): boolean => kind === KIND.two || kind === KIND.slotWith

/** The last use of a register that nobody reads, or that must not be handed on. */
const NEVER = -1
