import type { PlainDocument } from '../document'
import type { Clause } from './clauses'

export interface BuyerFound {
  readonly name: string
  readonly clause: Clause
}

const FORM = String.raw`(?:,?\s+(?:LLC|L\.L\.C\.|I[Nn][Cc]\.?|Incorporated|LP|L\.P\.|LLP|PLLC|P\.C\.|PC|P\.A\.|Corporation|Corp(?![a-z])\.?|Ltd\.?|Co\.?(?=\s|$|[,;)])))`
const ENTITY = String.raw`(?:Partners?|Group|Holdings?|Management|Alliance|Companies|Company|Affiliates|Network|Health|Dental|Dentistry|Ventures|Partnership|Collective|Services|Support|Brands|Care|Orthodontics|Smiles|Practices|MSO|Solutions|Capital|Specialists|Foundation|Hospitals?|System)`
const WORD = String.raw`(?:[A-Z][\w’'&-]*|&|of|[A-Z]{2,})`
/** A name that looks like a company's: capital words, one of which companies have in their names. */
const NAME = new RegExp(
  String.raw`\b(?:[A-Z][\w’'-]*)(?:[ \t]+${WORD}){0,5}?[ \t]+${ENTITY}(?![\w])(?:[ \t]+(?:${ENTITY}(?![\w])|&))*${FORM}?|\b[A-Z][\w’'-]*(?:[ \t]+${WORD}){0,5}?${FORM}`,
  'g',
)
const BUYS =
  /^\s*(?:\((?:the\s+)?(?:together\s+with[^)]*?|hereinafter\s+|hereafter\s+)?["“][^)]*\))?[,\s]*(?:acting\s+(?:by\s+and\s+)?through\s+[^;]{5,90},\s*)?(?:a\s+[A-Z]\w+\s+[^,]{5,40},?\s*)?(?:\([^)]*\)\s*)?(?:would|will|shall|proposes?|wishes|is\s+(?:pleased|prepared|delighted|interested)|intends?|(?:hereby\s+)?desires?|offers?|purchases?|acquires?|can\s+do|supports|came\s+out|in\s+(?:acquiring|purchasing|buying)\b|put\s+on|is\s+to\s+(?:buy|acquire)|is\s+the\s+(?:management|support|parent)\s+company\b|here\b)/
const BEFORE_BUYER =
  /\b(?:on\s+behalf\s+of|(?:my|our)\s+client,?|(?:partner|member|affiliated|supported)\s+practice\s+of|(?:part|member)\s+of|represents?|partnering\s+with|join(?:ing)?\s+(?:the|us\s+at)|where|offer\s+from|affiliation\s+with|partnership\s+(?:with|between)|proposal\s+(?:from|of)|behalf\s+of|from:|by|here\s+is\s+(?:where|what)|what|from)\s+(?:the\s+)?$/i
const SELLER_BEFORE =
  /\b(?:assets\s+of|acquisition\s+of|acquire|purchase|buy|(?<!\b(?:partner|member|affiliated|supported)\s)practice\s+of|shareholders\s+of|partners\s+of|interests?\s+of|equity\s+of|to|for|dear|visit|seller|attention|re:?)\s+(?:from\s+)?$/i
/** Who writes for others: brokers, attorneys, accountants. */
const GO_BETWEEN =
  /\b(?:advis[oe]rs?|brokers?|brokerage|transitions?|consult\w*|law|LLP|attorneys?|CPAs?|practice\s+sales)\b/i
const CLEAN =
  /^(?:(?:Corporate|Business|Practice|Partner(?:ship)?s?)\s+(?:Development|Relations|Affiliations|Acquisitions|Transitions|Growth)\b(?=\s+[A-Z])|The|This|Our|Your|On|At|In|For|From|Dear|Re|To|By|Of|And|With|Class|Non|Letter|Date|Prepared|Buyer|Seller|Total|Under|Two|Summary|Partnering)\b/

/** "Jane Mills Director of Business Development" before the company for which she signs. */
const OFFICE =
  /^.*\b(?:Director|President|Manager|Officer|VP|CEO|CFO|COO)\b(?:\s+of\s+\w+(?:\s+(?:&|and)\s+\w+)?(?:\s+(?:Development|Relations|Operations|Acquisitions))?)?\s+(?=[A-Z])/

/** "Jasper Thorn, VP Acquisitions, " before the company for which he signs. */
const SIGNS =
  /\b(?:CEO|President|VP|Director|Founder|Owner|Partner|Principal|Officer|Manager)\b[^.;,]{0,40},\s*$|^[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3},[^.;]*,\s*$/

/** Names in capitals throughout, as letterheads and contracts have them, in the usual spelling. */
const ACRONYM = /^(?:LLC|LLP|LP|PC|PA|PLLC|MSO|DSO|USA|II|III|IV)$/
const titled = (text: string): string =>
  text.replace(/\b[A-Z]{2,}(?:[\s&,.-]+[A-Z]{2,})+\b/g, (run) =>
    run.replace(/[A-Z]{2,}/g, (word) => (ACRONYM.test(word) ? word : word[0]! + word.slice(1).toLowerCase())),
  )

const tidy = (name: string): string => name.replace(/[\s,]+$/, '').replace(/\s+/g, ' ')
const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(new RegExp(FORM, 'gi'), '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
/**
 * Who makes the offer, by what the names in a letter do: buy, propose, sign. A name that is bought, addressed, or has the
 * owner's family name in it is the seller's. Undefined where no name does any of it.
 */
export function buyerOf(clauses: readonly Clause[], document: PlainDocument): BuyerFound | undefined {
  const all = document.pages
    .flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('. ') : block.text)),
    )
    .join('. ')
  const owners = [
    ...all.matchAll(
      /\b(?:Dr|Drs|Doctor|Doctors)\.?\s+(?:[A-Z][\w’'-]+\s+)?([A-Z][\w’'-]+)|([A-Z][\w’'-]+),?\s+(?:DDS|DMD|D\.D\.S\.|D\.M\.D\.|MD|M\.D\.)/g,
    ),
  ]
    .map((match) => match[1] ?? match[2]!)
    // "Bluewater Doctors Dental" is no doctor's name.
    .filter((name) => !new RegExp(String.raw`^${ENTITY}$`).test(name))
    .map((name) => name.toLowerCase())
  const sellers = new Set<string>()
  const buyers = new Set<string>()
  const scores = new Map<string, { name: string; score: number; clause: Clause }>()
  const add = (raw: string, score: number, clause: Clause): void => {
    let name = tidy(raw)
    name = name
      .replace(OFFICE, '')
      .replace(
        /^(?:Response|Reply|Answer|Offer|Proposal|Letter|Bid|Counter\w*)\s+(?:of|from|by)\s+(?:the\s+)?(?=[A-Z])/i,
        '',
      )
    while (CLEAN.test(name)) name = name.replace(CLEAN, '').trim()
    if (/\b(?:Intent|Purchase|Letter|Offer|Proposal|Agreement|Terms|Indication|Summary)\b/.test(name)) return
    if (/^\w+\s+MSO$|\b(?:VP|CEO|CFO|COO|Director|President|Manager|Officer)\b/.test(name)) return
    if (
      /^(?:Practice|Regional|Management|Holding|New|Operating|Support|Services?|Joint)\s+(?:Company|Partnership|Group)$/.test(
        name,
      )
    )
      return
    if (/^(?:Founding|Managing|Equity|Senior|Doctor|General|Limited|Clinical|Valued|Practice)\s+Partners?$/.test(name))
      return
    // "The MSO would hold the assets" names nobody.
    if (/^(?:MSO|DSO|LLC|PLLC|P\.?A|P\.?C)\.?$|^(?:JV|New|Top|Hold)\s?Co\b/i.test(name)) return
    if (name.split(' ').length < 2 && !/[A-Z].*[A-Z]/.test(name)) return
    const id = key(name)
    if (id === '' || id.split(' ').length < 1) return
    const known = scores.get(id)
    if (!known) scores.set(id, { name: titled(name), score, clause })
    else {
      known.score += score
      if (name.length > known.name.length || known.name === known.name.toUpperCase()) known.name = titled(name)
      if (score > 3) known.clause = clause
    }
  }
  for (const [at, clause] of clauses.entries()) {
    if (/^(?:buyer|purchaser|acquirer|acquiror|group|acquiring\s+(?:party|entity)|company)$/i.test(clause.label)) {
      add(
        /^(.*?)(?:,?\s+or\s+(?:(?:an?|her|his|its|their)\s+)?(?:affiliate|entity|assignee|nominee|designee).*|\s*\(.*|,\s+an?\s+.*)?$/.exec(
          clause.text,
        )![1]!,
        30,
        clause,
      )
      continue
    }
    if (/^(?:from|by|(?:prepared|submitted|presented|proposed|offered)\s+by|offeror)$/i.test(clause.label))
      for (const match of titled(clause.text).matchAll(NAME)) if (!GO_BETWEEN.test(match[0])) add(match[0], 10, clause)
    if (/^(?:seller|owner|practice|target|prepared\s+for|for|to|re)$/i.test(clause.label))
      for (const match of clause.text.replace(/\b(?:From|By):.*/, '').matchAll(NAME))
        // "Re: Proposal to join Blue Ridge Dental Company" names the buyer.
        if (!/\b(?:join(?:ing)?|with|by|from)\s+(?:the\s+)?$/i.test(clause.text.slice(0, match.index)))
          sellers.add(key(match[0]))
    const text = titled(clause.text)
    const person =
      /\b(Dr\.\s+[A-Z][\w’'-]+(?:\s+[A-Z]\.)?\s+[A-Z][\w’'-]+)(?:,\s*D[DM][SD])?\s*\((?:the\s+)?["“](?:Buyer|Purchaser)["”]/.exec(
        text,
      )
    if (person) add(person[1]!, 30, clause)
    for (const match of text.matchAll(NAME)) {
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + match[0].length)
      if (/^\s*(?:term\s+sheet|proposal|agreement|letter|overview|opportunity)/i.test(after)) continue
      if (
        /\b(?:units|stock|shares|equity)\s+(?:of|in)\s*$/i.test(before) ||
        /^\s+(?:(?:common|Class\s+\w+)\s+)?(?:units|stock|shares)/i.test(after)
      ) {
        add(match[0], 0.5, clause)
        continue
      }
      // "Acting through its subsidiary X, proposes": X acts for another; so does "X, our affiliated association".
      if (
        /\b(?:subsidiary|affiliate|designee|vehicle|nominee)\s*,?\s*$/i.test(before) ||
        /^,?\s+(?:our|its|an?)\s+(?:affiliated|friendly|subsidiary)\b/i.test(after)
      ) {
        add(match[0], 0.5, clause)
        continue
      }
      if (BUYS.test(after)) buyers.add(key(match[0]))
      if (SELLER_BEFORE.test(before) && !/^for\s$/i.test(before) && !BUYS.test(after)) {
        // "The following for Ridgeline" may be either side.
        if (/\bfor\s+$/i.test(before)) add(match[0], 0.5, clause)
        sellers.add(key(match[0]))
        continue
      }
      add(
        match[0],
        BUYS.test(after)
          ? 12
          : BEFORE_BUYER.test(before)
            ? 10
            : /^[^.;]{0,60}\((?:the\s+|together[^)]{0,40})?["“](?:Buyer|Purchaser|Acquir)/i.test(after)
              ? 14
              : at < 4 ||
                  (at >= clauses.length - 8 &&
                    (match.index === 0 || match[0].length > text.length - 3 || SIGNS.test(before)))
                ? 4
                : 1,
        clause,
      )
    }
  }
  const domain = domainOf(clauses)
  if (domain)
    for (const one of scores.values())
      if (
        squeezed(one.name).startsWith(domain.slice(0, 12)) ||
        (squeezed(one.name).length > 5 && domain.startsWith(squeezed(one.name)))
      ) {
        one.score += 12
        buyers.add(key(one.name))
      }
  // "Larkspur is happy to …": the first word of a full name acts for it.
  // So does its holding company: "Ridgeline HoldCo".
  const prose = clauses.map(({ text }) => text)
  for (const one of scores.values()) {
    const word = one.name.split(' ')[0]!
    if (/^(?:The|Dental|Oral|American|National|United|First|North|South|East|West|Dr)$/i.test(word)) continue
    const acts = new RegExp(
      String.raw`\b${word.replace(/[^\w]/g, '.')}\s+(?:would|will|shall|is\s+(?:pleased|happy|prepared|delighted|excited|interested)|proposes?|offers?|pays?|acquires?|purchases?|buys?|intends?|Hold[Cc]o\b|Holdings\b|Top[Cc]o\b|Parent\b)\b`,
    )
    // Its own name is no act.
    const own = new RegExp(one.name.replace(/[^\w ]/g, '.').replace(/ +/g, String.raw`\s+`), 'gi')
    if (prose.some((text) => acts.test(text.replace(own, '')))) {
      one.score += 8
      buyers.add(key(one.name))
    }
  }
  const sold = (name: string): boolean =>
    (sellers.has(key(name)) && !buyers.has(key(name))) ||
    owners.some((owner) => new RegExp(String.raw`\b${owner.replace(/[^a-z]/g, '.')}\b`, 'i').test(name))
  const ranked = [...scores.values()]
    .filter(({ name, score }) => score >= 30 || !sold(name))
    .sort((a, b) => b.score - a.score)
  const [first] = ranked
  if (first && first.score >= 4) return { name: first.name, clause: first.clause }
  return personOf(clauses)
}

const squeezed = (name: string): string => key(name).replace(/[^a-z]/g, '')
/** Addresses of everybody's mail, and of those who write for others. */
const NO_COMPANY =
  /^(?:gmail|yahoo|outlook|hotmail|aol|icloud|comcast|me|msn|live|proton)|sales|transition|advis|broker|law|legal|cpa|consult/i
/** "crestfalloralcare" of "From: Trey Maddox <trey@crestfalloralcare.com>". */
function domainOf(clauses: readonly Clause[]): string | undefined {
  const from = clauses.slice(0, 6).find(({ label, text }) => /^from$/i.test(label) && text.includes('@'))
  const domain =
    from &&
    /@([a-z0-9-]+)\./i
      .exec(from.text)?.[1]
      ?.toLowerCase()
      .replace(/[^a-z]/g, '')
  return domain && domain.length > 5 && !NO_COMPANY.test(domain) ? domain : undefined
}

/** The same name with its middle initial and degree, as a letterhead has it. */
function fuller(name: string, clauses: readonly Clause[]): BuyerFound | undefined {
  const [first, last] = [name.split(' ')[0]!, name.split(' ').at(-1)!]
  const whole = new RegExp(
    String.raw`^${first}\s+(?:[A-Z][\w’'.-]*\s+){0,2}${last}(?:,?\s+(?:D\.?[DM]\.?[DS]\.?|M\.?D\.?|M\.?S\.?D?\.?))*$`,
  )
  const clause = clauses.find(({ text }) => text.length > name.length && whole.test(text.trim()))
  return clause && { name: clause.text.trim(), clause }
}

/** Somebody who buys for himself: "I would like to purchase your practice", and the name below the letter. */
function personOf(clauses: readonly Clause[]): BuyerFound | undefined {
  // The buyer may be a doctor too: only who is written to is the owner.
  const addressed = clauses.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:[Dd]ear|[Hh]i|[Hh]ello)\s+(?:Drs?\.?\s+)?(?:[A-Z][\w’'-]+\s+)?([A-Z][\w’'-]+)/g)].map(
      (match) => match[1]!.toLowerCase(),
    ),
  )
  for (const clause of clauses) {
    const self =
      /\b[Ii],\s+((?:Dr\.\s+)?[A-Z][\w’'-]+(?:\s+[A-Z]\.)?\s+[A-Z][\w’'-]+)(?:,\s+D\.?[DM]\.?[DS]\.?)?,\s+(?:hereby\s+)?(?:would|offer|propose|agree|wish|am)\b/.exec(
        clause.text,
      )?.[1]
    if (self) return { name: self, clause }
  }
  const buys = clauses.some(({ text }) =>
    /\b(?:I|[Ww]e)\s+(?:[\w’']+\s+){0,4}(?:buy|purchase|acquire|take\s+over|pay\s+you|offer(?:ing)?)\b/.test(text),
  )
  if (!buys) return undefined
  for (const clause of clauses.slice(-5).reverse()) {
    const name =
      /(?:^|(?:[Rr]egards|[Ss]incerely|[Ww]armly|[Yy]ours|[Bb]est|[Tt]hanks|[Cc]heers|[Cc]ordially|[Ff]ondly)(?:\s+\w+)?,?\s+)((?:Dr\.\s+)?[A-Z][a-z]+(?:\s+(?:and|&)\s+[A-Z][a-z]+)?(?:\s+[A-Z]\.)?\s+[A-Z][a-z][\w’'-]+)(?:,?\s+(?:D\.?[DM]\.?[DS]\.?|M\.?D\.?|M\.?S\.?D?\.?))*\s*$/.exec(
        clause.text,
      )?.[1]
    // "Patient Portal" is no person, and the owner is none who buys.
    if (name && !addressed.some((owner) => name.toLowerCase().includes(owner)))
      return fuller(name, clauses) ?? { name, clause }
  }
  return undefined
}
