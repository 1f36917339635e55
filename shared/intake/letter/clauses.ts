import type { PlainDocument } from '../document'
import { besideIn } from './beside'
import { earnOutGrid } from './earn-out-grid'
import { flow } from './flow'
import { FOOTNOTE, footnotes } from './footnotes'
import { KIND_OF_SALE, OFFER_SECTION, SECTION_RUN_IN, startsOffer } from './offer-sections'
import { quantitiesIn } from './quantities'
import type { Quantity } from './quantity'
import {
  checked,
  inPieces,
  isHeading,
  NAMED_AMOUNT,
  NUMBERING,
  OWN_LABEL,
  PARTS,
  sentencesOf,
  splitLabel,
} from './sentences'
import { ATTRIBUTE, byEntity, inDollars, offersAcross, scaled, termRows } from './tables'

/** A sentence or a cell, with all that tells what it is about. */
export interface Clause {
  readonly text: string
  /** Name of the row, or the words a paragraph starts with: "Purchase Price". */
  readonly label: string
  /** Heading above it. */
  readonly heading: string
  readonly page: number
  readonly quote: string
  /** Column of a table of offers, or section of a document of several: from 0. Absent: said of all. */
  readonly offer?: number
  readonly table: boolean
  /** From a column of comments: what it says gives way to the terms' own column. */
  readonly aside?: boolean
  /** The row of a grid of earn-outs: from 1. */
  readonly tranche?: number
  /** From an exhibit or schedule, which may say otherwise than the letter. */
  readonly exhibit: boolean
  /** The sentence before it in the same paragraph, for "it is paid in month 27". */
  readonly before: string
  readonly quantities: readonly Quantity[]
}

export interface Clauses {
  readonly clauses: readonly Clause[]
  /** Names of the offers where the document itself tells several apart. */
  readonly offers: readonly string[]
}

/** "($ in thousands)" above a table. */
const IN_THOUSANDS =
  /\(?\$?\s?(?:(?:amounts?|figures?|dollars|all)\s+)?(?:are\s+)?(?:in|\$)\s?(thousands|millions|\$?000s?|\$?mm?)\b\)?/i

export function clausesOf(document: PlainDocument): Clauses {
  const clauses: Clause[] = []
  const offers: string[] = []
  const sections = document.pages
    .flatMap(({ blocks }) => blocks)
    .filter(
      (block) => block.kind === 'paragraph' && (startsOffer(block.text) || SECTION_RUN_IN.test(block.text)),
    ).length
  let heading = ''
  let offer: number | undefined
  let exhibit = false
  let question: string | undefined
  let scale = 1
  const notes = new Map<string, string>()
  for (const [mark, words] of footnotes(document)) notes.set(mark, words)
  const add = (clause: Omit<Clause, 'quantities' | 'exhibit'>): void => {
    const stated = IN_THOUSANDS.exec(`${clause.label} ${clause.heading} ${clause.text}`)
    if (stated) scale = /m/i.test(stated[1]!) ? 1e6 : 1e3
    // "Days: you told us 4": a cell of the offer grants what was asked.
    const beside = besideIn(clause.text, clause.table && quantitiesIn(clause.text).length === 1)
    const apart = /^(?:illustrati|example|hypothetical|comparison|for\s+(?:illustration|comparison|reference))/i.test(
      clause.label,
    )
    const quantities = quantitiesIn(clause.text).filter(
      ({ start }) => !apart && !beside.some((other) => other.start <= start && start < other.end),
    )
    clauses.push({
      ...clause,
      exhibit,
      quantities: clause.table
        ? scale > 1
          ? scaled(quantities, clause.text, scale)
          : inDollars(quantities, clause.text)
        : quantities,
    })
  }
  for (const { page, block: found } of flow(document)) {
    const block =
      found.kind === 'table'
        ? {
            kind: 'table' as const,
            rows: termRows(found.rows),
          }
        : found
    if (block.kind === 'table') {
      // "Dr. Rourke (60%)" over a column says how much of the practice is whose.
      for (const name of found.kind === 'table' ? (found.rows[0] ?? []) : []) {
        const owned = /^(Dr\.?\s.*?)\s*\((\d+(?:\.\d+)?%)\)$/i.exec(name)
        if (owned)
          add({ text: `Doctor owns ${owned[2]}`, label: '', heading: '', page, quote: name, table: true, before: '' })
      }
      const grid = earnOutGrid(block.rows, heading)
      if (grid) {
        for (const [at, { text, quote }] of grid.entries())
          add({ text, label: 'Earn-out', heading, page, quote, table: false, before: '', tranche: at + 1 })
        continue
      }
      const entities = byEntity(block.rows)
      if (entities) {
        for (const [label, cell] of entities.cells) addSentences(cell, label, page, true, false, entities.quote)
        continue
      }
      const across = offersAcross(block.rows)
      if (across > 0)
        for (const name of block.rows[0]!.slice(1)) {
          // A column headed by a company's name says who offers.
          const company = name.replace(OFFER_SECTION, '').replace(/^\s*[:.–—-]\s*/, '')
          if (company !== '' && !/^["“]/.test(company) && (!OFFER_SECTION.test(name) || /[:–—-]/.test(name)))
            add({
              text: company,
              label: 'Buyer',
              heading: '',
              page,
              quote: name,
              table: true,
              before: '',
              offer: offers.length,
            })
          offers.push(name)
        }
      if (block.rows.length === 0) continue
      const asides = block.rows[0]!.flatMap((name, column) =>
        column > 1 && /^(?:comments?|remarks?|notes?|rationale|explanation)\b/i.test(name) ? [column] : [],
      )
      const body =
        across > 0 || (block.rows[0]!.length > 2 && block.rows[0]!.slice(1).every((cell) => ATTRIBUTE.test(cell)))
          ? block.rows.slice(1)
          : block.rows
      const dropped = found.kind === 'table' ? found.rows.length - block.rows.length : 0
      for (const row of body) {
        // The row as the document has it, where columns were left out of it.
        const full = found.kind === 'table' ? found.rows[block.rows.indexOf(row) + dropped]! : row
        const quote =
          full.length > row.length || full.some((cell, column) => cell !== row[column]) ? full.join('; ') : undefined
        const label = row[0]!
          .replace(/[:.]+$/, '')
          .replace(/^(?:\d{1,2}\s+(?=[A-Z])|[*•]\s+)/, '')
          // "Price (5 x 6)" refers to other rows.
          .replace(/\s*\(\d{1,2}\s*[x×*+-]\s*\d{1,2}\)/, '')
          .trim()
        // 'x EBITDA ($450K)': said of all the offers.
        if (across > 0 && quantitiesIn(label).some(({ kind }) => kind === 'money'))
          add({ text: label, label, heading: '', page, quote: label, table: true, before: '' })
        if (across > 0)
          row.slice(1).forEach((cell, column) => {
            if (cell !== '')
              add({
                text: cell,
                label,
                heading: '',
                page,
                quote: cell,
                table: true,
                before: '',
                offer: offers.length - across + column,
              })
          })
        else {
          const whole = row
            .slice(1)
            .filter((cell, column) => cell !== '' && !asides.includes(column + 1))
            .join('; ')
          for (const column of asides)
            if (whole !== '' && row[column] && !/^(?:none|no|n\/?a|not\s+applicable)\.?$/i.test(whole))
              addSentences(row[column], label, page, true, true)
          if (whole === '') addParagraph(label, page)
          else {
            const note = FOOTNOTE.exec(whole) ?? FOOTNOTE.exec(label)
            if (note) notes.set(note[1]!, label.replace(FOOTNOTE, ''))
            // "Month 36: $525,000 if collections …": the name of the row says when.
            const when = /^(?:month|year)\s+\d{1,2}$/i.test(label)
            addSentences(
              when ? `in ${label.toLowerCase()}: ${whole}` : whole,
              label,
              page,
              true,
              false,
              when ? full.join('; ') : quote,
            )
            // "Note, 6.5% interest": the name of a row may say a term too.
            if (quantitiesIn(label).some(({ kind }) => kind !== 'other')) addSentences(label, label, page, true)
          }
        }
      }
    } else addParagraph(block.text, page, block.heading)
  }
  return { clauses, offers }

  function addParagraph(text: string, page: number, marked = false): void {
    const trimmed = checked(text).trim()
    if (trimmed === '') return
    if (/^(?:exhibit|schedule|annex|appendix|attachment)\b.{0,60}$/i.test(trimmed)) {
      exhibit = true
      heading = trimmed
      add({ text: trimmed, label: '', heading: '', page, quote: trimmed, table: false, before: '' })
      return
    }
    const runIn = sections >= 2 ? SECTION_RUN_IN.exec(trimmed) : null
    if (runIn && trimmed.length >= 80) {
      offers.push(runIn[1]!)
      offer = offers.length - 1
      heading = runIn[1]!
      addSentences(trimmed.slice(runIn[0].length), '', page, false)
      return
    }
    if (sections >= 2 && startsOffer(trimmed)) {
      offers.push(trimmed)
      offer = offers.length - 1
      heading = trimmed
      add({ text: trimmed, label: '', heading: '', page, quote: trimmed, table: false, before: '', offer })
      const company = trimmed.replace(OFFER_SECTION, '').replace(/^\s*[:.–—-]\s*/, '')
      if (/^[A-Z]/.test(company) && !KIND_OF_SALE.test(company))
        add({ text: company, label: 'Buyer', heading: '', page, quote: trimmed, table: false, before: '', offer })
      return
    }
    if (
      /\b(?:either|each|both|any)\s+(?:of the\s+)?(?:option|offer|proposal|alternative|structure|case|group|buyer|bidder)s?\b|^(?:in\s+)?(?:either|both)\s+(?:way|case|of\s+them)\b|\b(?:our|my)\s+(?:commission|success\s+fee)\b|^(?:my|our)\s+(?:take|view|thoughts?|recommendation)\b|\bthird\s+party\b|^(?:(?:our|my|some|general)\s+)?(?:comments?|observations?|recommendations?|conclusions?|next\s+steps|remarks)[.:]?$|\ball\s+(?:two|three|four|five|of\s+them)\s+(?:ask|want|require|offers?|bids?|groups?)\b/i.test(
        trimmed,
      )
    )
      offer = undefined
    if (marked || isHeading(trimmed)) {
      heading = trimmed.replace(NUMBERING, '')
      add({
        text: trimmed,
        label: '',
        heading: '',
        page,
        quote: trimmed,
        table: false,
        before: '',
        ...(offer === undefined ? {} : { offer }),
      })
      return
    }
    // "Q: How long do I stay?" names what the answer is about.
    const asks = /^(?:Q|Question)\s?\d*[:.]\s+(.+)$/i.exec(trimmed)
    if (asks) {
      question = asks[1]!
      return
    }
    const answer = question === undefined ? undefined : /^(?:A|Answer)\s?\d*[:.]\s+(.+)$/i.exec(trimmed)
    if (answer) {
      addSentences(answer[1]!, question!, page, false)
      return
    }
    question = undefined
    // "(4) Paid 39 months after Closing." below the table belongs to the row marked (4).
    const note = /^\((\d{1,2})\)\s+/.exec(trimmed)
    const row = note && notes.get(note[1]!)
    if (row) {
      addSentences(trimmed.slice(note[0].length), row, page, false)
      return
    }
    const { label, rest } = splitLabel(trimmed)
    addSentences(rest, label, page, false)
  }

  /** Each part of a sentence that a semicolon ends is read by itself; the quote is the whole sentence. */
  function addSentences(
    given: string,
    first: string,
    page: number,
    table: boolean,
    aside = false,
    quote?: string,
  ): void {
    // "Cash at closing: $900,000 (90%) Escrow: $100,000 (10%)": each name begins a row of its own.
    const starts = table && quote === undefined ? [...given.matchAll(NAMED_AMOUNT)].map(({ index }) => index) : []
    if (starts.length > 1) {
      for (const [at, start] of starts.entries()) {
        const [name, value] = given.slice(start, starts[at + 1]).split(/:\s+(.*)/s) as [string, string]
        addSentences(value.trim(), name.trim(), page, table, aside, given)
      }
      return
    }
    // A list within a cell: "- $900,000 at closing - $100,000 later".
    const listed = table && (given.match(/(?:^|\s)[-•–]\s(?=\$?\d)/g)?.length ?? 0) > 1
    const text = checked(listed ? given.replace(/\s[-•–]\s(?=\$?\d)/g, '; ') : given)
    let label = first
    let before = ''
    for (const sentence of sentencesOf(text)) {
      // "Exclusivity: 90 days." within a paragraph about the closing.
      const found = before === '' ? null : OWN_LABEL.exec(sentence)
      const own = found && quantitiesIn(found[1]!).length === 0 ? found : undefined
      if (own) label = own[1]!
      for (const part of (own ? sentence.slice(own[0].length) : sentence).split(PARTS).flatMap(inPieces)) {
        add({
          text: part,
          label,
          heading,
          page,
          quote: quote ?? (listed ? given : sentence),
          table,
          before,
          ...(aside ? { aside } : {}),
          ...(offer === undefined ? {} : { offer }),
        })
        before = `${before} ${part}`.trim().slice(-400)
      }
    }
  }
}
