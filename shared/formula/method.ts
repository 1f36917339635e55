import type { Line } from './expression'
import { inWords } from './words'

/** The published method: what each line is and how it is computed, section by section. */
export interface Section {
  readonly title: string
  readonly lines: readonly MethodLine[]
}

export interface MethodLine {
  readonly id: string
  /** Ids of other lines that read the same as this one but not as the line of the normalized id. */
  readonly also: readonly string[]
  readonly label: string
  readonly unit: Line['unit']
  readonly shape: Line['shape']
  readonly meaning: string
  /** The formula in words: of a figure, or of a row's first year. */
  readonly first: string
  /** The formula of every later year; omitted if it is the same. */
  readonly later?: string
}

/**
 * The lines in order of declaration, under their sections in order of first appearance.
 * @param normalize removes what distinguishes the ids of lines that are the same to a reader (`keep/wealth` and
 * `sell/wealth` → `wealth`): of those that also read the same, one is published. Lines that read differently stay apart
 * under their own ids, each reading once.
 */
export function method(lines: Iterable<Line>, normalize: (id: string) => string = (id) => id): Section[] {
  /** By section, the readings of each normalized id. */
  const sections = new Map<string, Map<string, (MethodLine & { also: string[] })[]>>()
  for (const line of lines) {
    const { id, label, unit, shape, meaning, first, later } = line
    const published = {
      id: normalize(id),
      also: [],
      label,
      unit,
      shape,
      meaning,
      first: inWords(first),
      ...(later === first ? {} : { later: inWords(later) }),
    }
    let section = sections.get(line.section)
    if (!section) sections.set(line.section, (section = new Map()))
    const readings = section.get(published.id)
    if (!readings) {
      section.set(published.id, [published])
      continue
    }
    const same = readings.find((reading) => reads(reading, published))
    if (!same) readings.push({ ...published, id })
    else if (same !== readings[0]) same.also.push(id)
  }
  return [...sections].map(([title, readings]) => ({ title, lines: [...readings.values()].flat() }))
}

function reads(a: MethodLine, b: MethodLine): boolean {
  const alike = ['label', 'unit', 'shape', 'meaning', 'first', 'later'] as const
  return alike.every((key) => a[key] === b[key])
}

/** The published method as Markdown, readable as plain text too. */
export function methodText(sections: readonly Section[]): string {
  return sections
    .map(({ title, lines }) => [`## ${title}`, ...lines.map(lineText)].join('\n\n'))
    .join('\n\n')
    .concat('\n')
}

const UNITS: Record<Line['unit'], string> = {
  usd: 'dollars',
  rate: 'share',
  factor: 'number',
  years: 'years',
  days: 'days',
  hours: 'hours',
  count: 'count',
  boolean: 'yes or no',
}

/** What kind of value a line has: "dollars, each year". */
export const kindOfLine = ({ unit, shape }: Pick<MethodLine, 'unit' | 'shape'>): string =>
  `${UNITS[unit]}${shape === 'row' ? ', each year' : ''}`

function lineText({ id, also, label, unit, shape, meaning, first, later }: MethodLine): string {
  const ids = [id, ...also].map((one) => `\`${one}\``).join(', ')
  const head = `**${label}** (${ids}, ${kindOfLine({ unit, shape })}). ${meaning}`
  if (later === undefined) return `${head}\n\n- ${first}`
  return `${head}\n\n- first year: ${first}\n- later years: ${later}`
}
