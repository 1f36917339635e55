import type { Line } from './lines'

export type { Line } from './lines'

export interface Account {
  readonly line: Line
  /** Why it may be added back to earnings. */
  readonly addBack?: string
  /** Whether the dictionary knew the words; if not, the owner is asked where it belongs. */
  readonly known: boolean
}

type Entry = readonly [words: RegExp, line: Line, addBack?: string]

const DOCTOR = String.raw`(?:dr\.?|doctor)`
/** The dictionary: the first entry whose words are in the name decides. The owner may correct it. */
const DICTIONARY: readonly Entry[] = [
  [/\b(?:other|less) than (?:to |for )?(?:officers?|partners?|owners?|members?|shareholders?)\b/i, 'staff'],
  [/^(?:marketing|advertis\w+)\b/i, 'marketing'],
  [/^(?:computers?|software|it)\b/i, 'administration'],
  [/^(?:travel|airfare|lodging|congress(?:es)?)\b/i, 'other', 'travel'],
  [/\b(?:rents?|leases?)\b.*\b(?:vehicles, machinery|machinery)\b/i, 'facility'],
  [/\b(?:retail )?products? costs?\b|\bcosts? of (?:retail )?products?\b/i, 'supplies'],
  [
    /\bassociates?\b|\b(?:employed|staff) (?:\w+ )?(?:md|dds|dmd|\w*(?:dentist|dontist|ologist|pediatrician|optometrist|doctor|physician|surgeon|provider))|\bnurse practitioners?\b|\bassoc\b|\bcontract(?:ed)? (?:labor|dentists?|doctors?|surgeons?|physicians?|providers?|practitioners?)\b|\b(?:practitioners?|providers?|physicians?|dentists?|doctors?)\b.*\bcontract\b|\blocum|\b1099 (?:dentist|doctor)|\bindependent contractor|\bcontract labor|\bspecialist (?:pay|fees|compensation)|\bvisiting\b/i,
    'associate',
  ],
  [
    /\b(?:wife|husband|spouse|son|daughter|brother|sister|mother|father|in-law|kids?|children|family (?:wages|payroll|member))\b/i,
    'staff',
    'family on the payroll',
  ],
  [
    new RegExp(
      String.raw`\bofficers?\b|\b(?:salary|salaries|payroll|wages|draws?|pay|compensation|w-?2|remuneration)\b.*\b(?:owner|principal|partner|shareholder)s?\b|\bowners?\b.*(?:pay|salary|wages|comp|draw|remuneration|health|insurance|w-?2|pension|retirement|benefit)|\b(?:salary|salaries|payroll|wages|draws?|pay|compensation|w-?2|remuneration)\b.*\b${DOCTOR}(?:\s|$)|\b${DOCTOR}\s+\w+.*\b(?:draws?|w-?2|salary|pay|wages|comp\w*|health|k-?1|401\s?\(?k\)?|pension|retirement|ira)\b|\bguaranteed payments?|\b(?<!medical |clinical )directors?[’']?s?[’']? (?:remuneration|salary|salaries|wages|pay|drawings)|\b(?:shareholder|member|partner|principal)s?.{0,3} (?:salary|wages|draws?|distributions?|comp\w*)|\b(?:my|own) (?:pay|salary|draw)|\bdraws?\b|^(?:me|myself)$`,
      'i',
    ),
    'ownersPay',
    'owner’s pay',
  ],
  [/\b(?:401\s?\(?k\)?|pension|profit[- ]sharing|retirement plan|simple ira|sep ira)/i, 'staff'],
  [/\b(?:electric\w*|utilit(?:y|ies)|natural gas|water|sewer)\b(?! (?:damage|loss))/i, 'facility'],
  [/\b(?:interest|int\.)(?:\W|$)|\bfinance charges?\b/i, 'interest', 'interest'],
  [/\bdepreciation|\bsection 179|\bdepr\b/i, 'depreciation', 'depreciation'],
  [/\bamorti[sz]ation/i, 'amortisation', 'amortisation'],
  [
    /\b(?:settlement|lawsuit|litigation|dispute|separation|buy-?\s?out|divorce|embezzle\w*|partner exit)\b/i,
    'administration',
    'one-off legal cost',
  ],
  [
    /\b(?:flood|fire (?:damage|loss)|storm|hurricane|theft|burglary|casualty|ransomware|water damage|damage)\b/i,
    'other',
    'one-off damage',
  ],
  [
    /\b(?:one-?\s?time|non-?\s?recurring|extraordinary|relocation|moving (?:costs?|expenses?)|severance|covid|ppp)\b/i,
    'other',
    'one-off cost',
  ],
  [
    /\b(?:auto|automobile|automotive|autos|vehicles?|cars?|truck|fuel|gas(?:oline)?|mileage|parking|tolls|motor(?: vehicles?| expenses?)?)\b(?! (?:and|&) electric)(?!.*\binsurance reimb)/i,
    'other',
    'owner’s car',
  ],
  [
    /\b(?:charit\w+|donations?|church|giving|gifts?|contributions?|tithe|sponsorships?)\b(?!.*\b(?:401|pension|plan|retirement|sep|ira)\b)/i,
    'other',
    'donations',
  ],
  [
    /\b(?:meals?|entertainment|dining|dinners?|lunch(?:es|eon)?|hospitality|restaurants?|caf[eé]|coffee|golf|country club|season tickets)(?:\W|$)/i,
    'other',
    'meals and entertainment',
  ],
  [/\bpersonal\b(?! (?:property|computer|care))/i, 'other', 'personal expense'],
  [/\bloss on (?:disposal|sale)/i, 'other', 'one-off loss'],
  [
    /\b(?:life insurance|disability insurance|key[- ](?:man|person))\b|^(?:life|disability)(?:\s*[-–—,:]|$)/i,
    'other',
    'owner’s insurance',
  ],
  [
    /\b(?:dues|study club|journals|professional development|continuing education|ce|c\.e\.|training|seminars?|education|tuition|conferences?|conventions?)\b/i,
    'other',
  ],
  [/\b(?:lab|labs|laborator(?:y|ies))\b/i, 'lab'],
  [/\boffice (?:suppl\w+|expenses?|costs|and|&|general)|\bpostage|\bstationery|\bprinting\b/i, 'administration'],
  [/\bpayroll (?:service|processing|provider|company)|\baccounting and payroll/i, 'administration'],
  [/\bequipment (?:rental|lease)|\b(?:rental|lease) of equipment|\bleased equipment/i, 'facility'],
  [
    /\b(?:supplies|supply|suppliers?|consumables?|implants?|biologics?|drugs?|gases|medications?|pharmac\w+|patterson|schein|benco|darby|dental city|safco|materials|sundries, clinical|anesthetics?|instruments|appliances|aligners|invisalign|botox|fillers?|vaccines?|optical goods|lenses|frames|burs|ppe|nitrous|oxygen|sterili[sz]ation|infection control|disposables|small equipment|minor equipment|x-?rays?|radiology|brackets|composites?|impression)\b|\bvendor (?:credits?|rebates?)/i,
    'supplies',
  ],
  [
    /\b(?:advertis\w+|ads?|radio|television|billboards?|marketing|promotions?|google|facebook|mailers?|direct mail|web\s?sites?|seo|social media|yelp|signage|branding|reputation|referral gifts?|postcards?|patient (?:gifts?|appreciation|newsletters?)|community events?)\b/i,
    'marketing',
  ],
  [/\bworkers?[’']? ?comp\w*/i, 'staff'],
  [/\b(?:malpractice|liability|professional liability|cyber)\b/i, 'administration'],
  [/\b(?:property tax\w*|real estate tax\w*)\b/i, 'facility'],
  [
    /\b(?:wages?|salar(?:y|ies)|payroll|compensation|overtime|rdhs?|group (?:health|medical|dental|insurance)|hygien\w+|assistants?|front (?:desk|office)|up front|staff|team|401\s?\(?k?\)?|pension|profit[- ]sharing|retirement|benefits?|personnel|recruit\w*|uniforms?|scrubs|social charges|temp(?:orary)? (?:help|staff|agency)|bonus(?:es)?|receptionists?|girls|employees?|employer|fica|futa|suta|unemployment|taxes and licen[sc]es|health insurance|medical insurance|office manager|labor|pto|human resources|nurses?|technicians?|scribes?)\b/i,
    'staff',
  ],
  [
    /\b(?:rents?|leases?|cam|occupancy|utilit(?:y|ies)|lights?|water|electric(?:ity)?|power|energy|heat(?:ing)?|cleaning|janitor\w*|repairs?|maintenance|building|premises|property|security|alarm|waste|laundry|linens?|trash|landscap\w+|pest|snow|mortgage|facility|facilities|hvac|sewer|storage)\b/i,
    'facility',
  ],
  [
    /\b(?:account(?:ing|ants?|ancy)|cpa|bookkeep\w*|legal|attorneys?|lawyers?|professional (?:fees?|services)|bank|merchant|cards?|credit card|card processing|processing|software|computers?|it|tech(?:nology)?|ehr|emr|dentrix|eaglesoft|open dental|curve|telephones?|phones?|cell|internet|insurance|billing|collection (?:agency|fees|costs)|office|licen[sc]es?|permits|consult\w+|subscriptions?|answering|shredding|clearinghouse|management fees?|admin\w*|g&a|financing fees|care ?credit|patient financing|communications?|data|website hosting|hosting|taxes)\b/i,
    'administration',
  ],
  [/\btravel\b|\blodging|\bairfare|\bpenalt(?:y|ies)|\bbad debts?|\bfines\b/i, 'other'],
  [/^(?:general|misc\w*|sundry|other|various|all other)\b/i, 'other'],
]

const UNKNOWN: Account = { line: 'other', known: false }

/** Number and separators of an account in front of its name: "6110 · ", "4-1000 ". */
export const nameOf = (label: string): string =>
  label
    .trim()
    .replace(/^\d[\d.-]{2,}\s*[·.:–—-]?\s+/, '')
    // The line of a tax form: "16b Interest".
    .replace(/^(?:line\s+)?\d{1,2}[a-z]?\.?\s+(?=[A-Z])/i, '')
    .trim()

/**
 * Which cost line an account belongs to, by its name and, where that says too little ("Fuel", "Taxes"), by the accounts
 * above it, nearest first.
 */
export function accountOf(label: string, parents: readonly string[]): Account {
  const name = nameOf(label)
  const above = parents.map(nameOf)
  // A car's lease is no rent: what the group says of cars holds for all in it.
  const car = above.find((parent) => /\b(?:auto|automobile|vehicles?|cars?|motor)\b/i.test(parent))
  if (car) return { line: 'other', addBack: 'owner’s car', known: true }
  if (/^(?:taxes|tax|other)$/i.test(name)) {
    const group = above.map((parent) => find(parent)).find((account) => account !== undefined)
    if (group && !group.addBack) return { line: group.line, known: true }
  }
  // A doctor's name alone does not say whether it is the owner's.
  if (/^dr\.?\s+[\w.’'-]+(?:\s+[\w.’'-]+)?$/i.test(name) && !find(name))
    return { line: 'ownersPay', addBack: 'owner’s pay', known: false }
  // Of a practice that has one amount for it, mostly supplies; the owner says.
  if (/^costs? of (?:goods sold|sales)\b/i.test(name)) return { line: 'supplies', known: false }
  // Where a bookkeeper puts what nobody has assigned yet.
  if (/^(?:ask my accountant|uncategori[sz]ed|unassigned)\b/i.test(name)) return UNKNOWN
  const own = find(name)
  if (own) return own
  // Groups such as "Operating Expenses" say nothing.
  for (const parent of above) {
    const group = /^(?:total )?(?:operating |other |general )?(?:expenses?|costs?|income|deductions?)\b/i.test(parent)
      ? undefined
      : find(parent)
    if (group) return { ...group, known: true }
  }
  return UNKNOWN
}

function find(name: string): Account | undefined {
  const entry = DICTIONARY.find(([words]) => words.test(name))
  return entry && { line: entry[1], ...(entry[2] === undefined ? {} : { addBack: entry[2] }), known: true }
}
