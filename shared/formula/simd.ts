import { work, type Machine, type Registers } from './blocks'
import { KIND, kindOf, MANY, ONE, operationOf, TWO, WIDTH, type Program } from './code'
import bytes from './simd.wat'

/**
 * The machine with WebAssembly loops that compute two lanes at a time (simd.wat). Operations without such a loop are run
 * as by the plain machine, on the same memory. All programs of a thread share one machine and its memory, which holds what
 * the current program needs: the heads of its registers, tables, instructions, and buffers.
 * @returns undefined if the engine has no WebAssembly with SIMD or may not compile it
 */
export function simdMachine(): Machine | undefined {
  if (made === 'not yet') {
    try {
      made = new Simd()
    } catch {
      made = undefined
    }
  }
  return made
}

let made: Machine | undefined | 'not yet' = 'not yet'

/** In the order of the table in simd.wat. */
const LOOPS: readonly string[] = ['copy', ...ONE, ...TWO.filter((name) => name !== 'power'), 'if', 'brackets', 'lookup']
const COPY = 0
const BRACKETS = LOOPS.indexOf('brackets')
const LOOKUP = LOOPS.indexOf('lookup')
/** Marks an operation without a loop. */
const ELSEWHERE = LOOPS.length
const ones = ONE.map((name) => LOOPS.indexOf(name))
const twos = TWO.map((name) => (name === 'power' ? ELSEWHERE : LOOPS.indexOf(name)))
const manys = MANY.map((name) => (LOOPS.includes(name) ? LOOPS.indexOf(name) : ELSEWHERE))

/** Lanes of a block, so that the buffers in use stay in the processor's cache. */
const BLOCK = 256
const BUFFER = 8 * BLOCK
/** See simd.wat. */
const HEAD = 32
const WHERE = 16
const STRIDE = 20
const OWN = 24
const INSTRUCTION = 20
const ENTRY = 32
/** The most entries of a table that are searched one after another; those of a longer one are halved elsewhere. */
const FEW = 24

class Simd implements Machine, Registers {
  readonly block = BLOCK
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  private readonly loops: Loops
  private program: Program | undefined
  private slots: Float64Array = new Float64Array(0)
  private code = 0
  private buffers = 0
  private numbers = new Float64Array(this.memory.buffer)
  private words = new Int32Array(this.memory.buffer)
  /** Views of the registers' buffers, created on demand. */
  private views: Float64Array[] = []
  private lanesNow = 0

  constructor() {
    const lanes = { memory: this.memory, elsewhere: (place: number) => this.elsewhere(place) }
    this.loops = new WebAssembly.Instance(new WebAssembly.Module(bytes), { lanes }).exports
  }

  load(program: Program, slots: Float64Array): Registers {
    if (this.program !== program) {
      this.program = program
      this.layOut(program, slots.length)
    }
    this.slots = slots
    for (let i = 0; i < slots.length; i++) this.share(program.registers + i, slots[i]!)
    return this
  }

  work(n: number, from: number, to: number): void {
    this.lanesNow = n
    this.loops.work(this.code + (from / WIDTH) * INSTRUCTION, this.code + (to / WIDTH) * INSTRUCTION, 8 * (n + (n & 1)))
  }

  isShared(register: number): boolean {
    return this.words[(register * HEAD + STRIDE) / 4] === 0
  }

  shared(register: number): number {
    return this.numbers[(register * HEAD) / 8]!
  }

  share(register: number, value: number): void {
    const head = register * HEAD
    this.numbers[head / 8] = value
    this.numbers[head / 8 + 1] = value
    this.words[(head + WHERE) / 4] = head
    this.words[(head + STRIDE) / 4] = 0
  }

  into(register: number): Float64Array {
    return (this.views[register] ??= new Float64Array(this.memory.buffer, this.buffers + register * BUFFER, BLOCK))
  }

  each(register: number, n: number): Float64Array {
    const lanes = this.into(register)
    if (this.isShared(register)) lanes.fill(this.shared(register), 0, n)
    return lanes
  }

  settle(register: number, n: number): void {
    // Lanes are computed in pairs: the last of an odd number is there twice.
    if (n & 1) this.into(register)[n] = this.into(register)[n - 1]!
    this.loops.settle(register * HEAD, 8 * (n + (n & 1)))
  }

  copy(from: number, to: number, n: number): void {
    if (this.isShared(from)) return this.share(to, this.shared(from))
    if (from !== to) this.into(to).set(this.into(from).subarray(0, n))
    this.settle(to, n)
  }

  private elsewhere(place: number): void {
    work(this.program!, this, this.slots, this.lanesNow, place, place + WIDTH)
  }

  /** Writes a program to the memory, which grows if necessary. */
  private layOut({ code, args, tables, registers }: Program, slots: number): void {
    const tableHead = (registers + slots) * HEAD
    let at = tableHead + tables.length * HEAD
    const entries = tables.map(({ keys }) => {
      const start = at
      at += ENTRY * (keys.length + 1)
      return start
    })
    this.code = at
    this.buffers = Math.ceil((at + (code.length / WIDTH) * INSTRUCTION) / ENTRY) * ENTRY
    this.grow(this.buffers + registers * BUFFER)
    const { numbers, words } = this

    for (let register = 0; register < registers; register++)
      words[(register * HEAD + OWN) / 4] = this.buffers + register * BUFFER
    tables.forEach(({ keys, values }, k) => {
      words[(tableHead + k * HEAD + WHERE) / 4] = entries[k]!
      words[(tableHead + k * HEAD + STRIDE) / 4] = 0
      words[entries[k]! / 4] = keys.length
      keys.forEach((key, i) => {
        const entry = (entries[k]! + ENTRY * (i + 1)) / 8
        numbers[entry] = key
        numbers[entry + 1] = values[i]! - (i === 0 ? 0 : values[i - 1]!)
        numbers[entry + 2] = values[i]!
      })
    })

    let word = this.code / 4
    const slot = registers * HEAD
    for (let i = 0; i < code.length; i += WIDTH) {
      const which = operationOf(code[i]!)
      const x = code[i + 2]!
      const y = code[i + 3]!
      let loop = ELSEWHERE
      let a = 0
      let b = 0
      let c = 0
      switch (kindOf(code[i]!)) {
        case KIND.slot:
          loop = COPY
          a = b = c = slot + x * HEAD
          break
        case KIND.one:
          loop = ones[which]!
          a = b = c = x * HEAD
          break
        case KIND.two:
          loop = twos[which]!
          a = c = x * HEAD
          b = y * HEAD
          break
        case KIND.withSlot:
          loop = twos[which]!
          a = c = x * HEAD
          b = slot + y * HEAD
          break
        case KIND.slotWith:
          loop = twos[which]!
          a = c = slot + x * HEAD
          b = y * HEAD
          break
        default: {
          loop = manys[which]!
          if (loop === ELSEWHERE) break
          a = args[x]! * HEAD
          b = loop === LOOKUP ? a : args[x + 1]! * HEAD
          const isTable = loop === BRACKETS || loop === LOOKUP
          c = isTable ? tableHead + args[x - 1]! * HEAD : args[x + 2]! * HEAD
          if (loop === LOOKUP && tables[args[x - 1]!]!.keys.length > FEW) loop = ELSEWHERE
        }
      }
      words[word++] = loop
      words[word++] = loop === ELSEWHERE ? i : code[i + 1]! * HEAD
      words[word++] = a
      words[word++] = b
      words[word++] = c
    }
  }

  private grow(size: number): void {
    const more = size - this.memory.buffer.byteLength
    if (more > 0) this.memory.grow(Math.ceil(more / PAGE))
    this.numbers = new Float64Array(this.memory.buffer)
    this.words = new Int32Array(this.memory.buffer)
    this.views = []
  }
}

const PAGE = 65_536

interface Loops {
  work(at: number, end: number, bytes: number): void
  settle(head: number, bytes: number): void
}

/** What is used of WebAssembly, which is typed only in the DOM's library; undefined in an engine without it. */
interface Engine {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): void }
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: Loops }
}
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Engine }
