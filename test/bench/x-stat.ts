import { prepareSimulation } from '../../shared/analysis/simulation'
import { fullCase } from './full-case'
const full = fullCase()
for (const [mode, stateTax, state] of [['blended','flat','FL'],['federal','law','FL'],['federal','law','CA'],['federal','flat','CA'],['federal','law','NY'],['federal','law','MO']] as const) {
  const document = { ...full, tax: { ...full.tax, mode, federal: {...full.tax.federal, stateTax, state} }, risk: { ...full.risk, draws: 1024 } } as never
  const t: number[] = []
  let s!: ReturnType<typeof prepareSimulation>
  const u0 = process.cpuUsage().user
  for (let i = 0; i < 3; i++) { const a = performance.now(); s = prepareSimulation(document); t.push(performance.now() - a) }
  const u1 = process.cpuUsage().user
  s.chunk(1024)
  const u2 = process.cpuUsage().user
  const { program, slots } = s.shared
  let m = 0
  for (let i = 0; i < program.code.length; i += 4) m += program.code[i]! % 8 === 5 ? 1 : 0
  console.log(mode, stateTax, state, { code: program.code.length / 4, many: m, slots: slots.length, registers: program.registers, args: program.args.length, prepare: Math.round((u1-u0)/3000), draws: Math.round((u2-u1)/1000) })
}
