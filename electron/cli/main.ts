// The command line, for advisors and automation: the same documents and model as the program. Exit codes: 0 done; 1
// failed here (disk, no browser); 2 invalid input, one sentence per problem.
import { PAPERS, READERS, REPORT_PARTS } from '../../shared/host'
import { readOptions } from '../options'
import { Refused, reasonOf } from '../refused'
import type { LetterOptions } from './letter'
import type { ReportOptions } from './report'

const HELP = `Sell or Stay: compares offers to buy a practice with keeping it.

  evaluate CASE.json           all figures and lines of a case, as JSON
  report CASE.json OUT.pdf     the report as a PDF
  report CASE.json… --out DIR  the reports of several cases as DIR/NAME.pdf
    --dollars today|future       today’s or future dollars (default: today)
    --reader owner|cpa|attorney|wealth-manager
                                 the reader, who determines the parts (default: owner)
    --parts a,b                  the parts after the first page, in this order:
                                 ${REPORT_PARTS.slice(0, 6).join(', ')},
                                 ${REPORT_PARTS.slice(6).join(', ')}
    --paper letter|a4            the size of the paper (default: letter)
    --names full|initials        initials instead of names (default: full)
    --since OTHER.json           a part with the changes since this earlier state of the case
  workbook CASE.json OUT.xlsx  the case as a workbook with live formulas
  letter CASE.json OFFER       what can be asked of an offer and what it is worth, as JSON
  letter CASE.json OFFER OUT.docx --asks a,b
                               a letter that asks for it; with --worth, what each ask is worth, for you alone
  export CASE.json OUT.json    the case in the form of this version
    --passphrase-file FILE       only the passphrase in the first line of FILE opens it
  import FILE [OUT.json]       what is in a case file, as JSON; OUT.json is the case in the form of this version
    --passphrase-file FILE       the passphrase of a protected case file
  risk CASE.json               simulated results: ranges of wealth, who leads, why money runs out, as JSON
    --seed N                     a seed other than the case's
    --draws N                    number of simulations
  read FILE… --out DIR         what letters of intent and books say, as DIR/NAME.read.json
  sample                       the names of the sample cases
  sample NAME                  one of them, as a case file
  schema                       the JSON Schema of a case file
  tax CASES.json               federal and state tax of cases given as data, as JSON
  method [CASE.json]           the method in words and line by line, as Markdown
  method CASE.json OUT.html    the same as a page to read, with the source of each number of the law
  method CASE.json OUT.pdf     the same to print, on --paper letter|a4
  --help                       this text
`

const options = {
  dollars: { type: 'string', value: 'today|future' },
  reader: { type: 'string', value: READERS.join('|') },
  parts: { type: 'string', value: 'a,b' },
  paper: { type: 'string', value: PAPERS.join('|') },
  names: { type: 'string', value: 'full|initials' },
  since: { type: 'string', value: 'OTHER.json' },
  asks: { type: 'string', value: 'a,b' },
  worth: { type: 'boolean' },
  'passphrase-file': { type: 'string', value: 'FILE' },
  seed: { type: 'string', value: 'N' },
  draws: { type: 'string', value: 'N' },
  out: { type: 'string', value: 'DIR' },
  help: { type: 'boolean' },
} as const
/** The commands an option belongs to. */
const BELONGS = {
  asks: ['letter'],
  worth: ['letter'],
  dollars: ['report'],
  reader: ['report'],
  parts: ['report'],
  paper: ['report', 'method'],
  names: ['report'],
  since: ['report'],
  'passphrase-file': ['export', 'import'],
  seed: ['risk'],
  draws: ['risk'],
  out: ['read', 'report'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Output for stdout. */
async function run(args: readonly string[]): Promise<string> {
  const { values, positionals } = readOptions(args, options)
  const [command, ...rest] = positionals
  if (values.help || command === undefined) return HELP
  for (const [name, owners] of Object.entries<readonly string[]>(BELONGS))
    if (values[name as keyof typeof BELONGS] !== undefined && !owners.includes(command))
      throw new Refused('invalid', `--${name} belongs to ${owners.join(' and ')}, not to ${command}.`)
  if (command === 'evaluate') return (await import('./evaluate')).evaluate(rest)
  if (command === 'report') return (await import('./report')).report(rest, values as ReportOptions)
  if (command === 'workbook') return (await import('./workbook')).workbook(rest)
  if (command === 'letter') return (await import('./letter')).letter(rest, values as LetterOptions)
  if (command === 'export')
    return (await import('./case-files')).exportCase(rest, values['passphrase-file'] as string | undefined)
  if (command === 'import')
    return (await import('./case-files')).importCase(rest, values['passphrase-file'] as string | undefined)
  if (command === 'risk') return (await import('./risk')).risk(rest, values as { seed?: string; draws?: string })
  if (command === 'read') return (await import('./read')).read(rest, values.out as string | undefined)
  if (command === 'sample') return (await import('./sample')).sample(rest)
  if (command === 'schema') return (await import('./schema')).schema(rest)
  if (command === 'tax') return (await import('./tax')).tax(rest)
  if (command === 'method') return (await import('./method')).method(rest, values.paper as string | undefined)
  throw new Refused(
    'invalid',
    `There is no command ${command}. The commands are evaluate, report, workbook, letter, export, import, risk, read, sample, schema, tax and method; see --help.`,
  )
}

function sayWhy(error: unknown): number {
  if (!(error instanceof Refused)) {
    console.error(`The command failed (${reasonOf(error)}).`)
    return 1
  }
  for (const { json, message } of error.problems ?? []) console.error(`${json}: ${message}`)
  if (!error.problems) console.error(error.message)
  return ['invalid', 'newer', 'not-found', 'locked'].includes(error.code) ? 2 : 1
}

// The exit code is set, not forced, so that piped output is written completely.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return // whoever reads has stopped reading, as `head` does
  console.error(`The result could not be written (${reasonOf(error)}). Write it somewhere else.`)
  process.exitCode = 1
})
run(process.argv.slice(2)).then(
  (text) => void process.stdout.write(text),
  (error: unknown) => {
    process.exitCode = sayWhy(error)
  },
)
