import type { Line } from './lines'
import { respelled } from './spelling'

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
const TRAVEL = /^(?:travel|airfares?|hotels?|lodging|congress(?:es)?)\b/i
/** The dictionary: the first entry whose words are in the name decides. The owner may correct it. */
const DICTIONARY: readonly Entry[] = [
  [
    /\bnon-?\s?(?:owners?|officers?|partners?|shareholders?)\b.*\b(?:wages|salar(?:y|ies)|payroll)\b|\b(?:wages|salar(?:y|ies)|payroll)\b.*\bnon-?\s?(?:owners?|officers?|partners?|shareholders?)\b|\b(?:other|less) than (?:to |for )?(?:officers?|partners?|owners?|members?|shareholders?)\b/i,
    'staff',
  ],
  [/\bcommunity\b.*\bsponsor\w*|\bsponsor\w*\b.*\b(?:community|team|little league)\b/i, 'marketing'],
  [/\b94[01]s?\b.*\b(?:tax(?:es)?|deposits?|payments?)\b/i, 'staff'],
  [/^rents?\b(?!.*\b(?:vehicles?|machinery|cars?|autos?|trucks?)\b)/i, 'facility'],
  // What belongs to the owner's home, whatever it is paid for.
  [
    /\b(?:lake|beach|summer|ski|vacation) (?:house|home|condo|cabin)\b|\b(?:boat|yacht|horses?|tuition for (?:son|daughter))\b|\b(?:son|daughter|kids?|child(?:ren)?|wife|husband|spouse)(?:[’']?s)?\b.*\b(?:tuition|college|school|phones?|insurance|travel|camp)\b|\bfamily\b.*\b(?:phones?|cell|travel|vacation|insurance)\b|\b(?:cell|phones?)\b.*\bfamily\b/i,
    'other',
    'personal expense',
  ],
  [
    /\b(?:lexus|bmw|mercedes|benz|tesla|porsche|audi|range rover|escalade|f-?150|jeep|infiniti|acura|cadillac)\b/i,
    'other',
    'owner’s car',
  ],
  [/^(?:marketing|advertis\w+|public relations|branded)\b/i, 'marketing'],
  [/\bpayroll service\b.*\b(?:net|wages|staff|taxes)\b/i, 'staff'],
  [
    /\b(?:power|electric|trash|water|lights?)\b.*\bgas\b|\bgas\b.*\b(?:power|electric|trash|water|lights?)\b/i,
    'facility',
  ],
  // In quotation marks: its bookkeeper does not believe in it either.
  [
    /["“]\s*(?:ce|c\.e\.|continuing education|meeting|conference)\s*["”]|^(?!.*\b(?:ce|continuing)\b).*\b(?:hawaii|maui|bahamas|caribbean|vegas|cancun|disney\w*|cruise|vacation)\b|\b(?:aspen|vail|cabo)\b.*\b(?:trip|conference|meeting|retreat)\b/i,
    'other',
    'travel',
  ],
  // To whom it is given decides: neither a donation nor the owner's meal.
  [/\breferral (?:program|incentives?|rewards?)\b|\bnew patient (?:incentives?|offers?|specials?)\b/i, 'marketing'],
  [/\b(?:patients?|referr(?:al|ing))\b.*\b(?:gifts?|lunch(?:es)?|meals|dinners?|appreciation|prizes?)\b/i, 'marketing'],
  [/\b(?:toys|prizes|treasure (?:chest|box))\b/i, 'marketing'],
  [
    /\b(?:tech(?:nician)?s?|opticians?|coordinators?|schedulers?|managers?|administrators?|billers?)\b.*\b(?:wages?|salar(?:y|ies)|payroll|pay|bonus(?:es)?)\b|\b(?:wages?|salar(?:y|ies)|payroll)\b.*\b(?:tech(?:nician)?s?|opticians?|coordinators?|schedulers?|managers?|billers?)\b/i,
    'staff',
  ],
  [/\bcrnas?\b.*\b(?:wages?|salar(?:y|ies)|payroll|w-?2)\b/i, 'staff'],
  [/\b(?:staff|employees?)\b.*\b(?:disability|life)\b|\b(?:disability|life)\b.*\b(?:staff|employees?)\b/i, 'staff'],
  // Of the practice as a company or of its owners: no cost of the work, and before EBITDA.
  [
    /\b(?:income tax(?:es)?|estimated tax(?:es)?|pte(?:t)?(?: tax)?|pass-?through (?:entity )?tax|1040-?es)\b(?!.*\bprep)/i,
    'other',
    'income tax',
  ],
  [/^(?:computers?|software|it)\b/i, 'administration'],
  [TRAVEL, 'other', 'travel'],
  [/\b(?:rents?|leases?)\b.*\b(?:vehicles, machinery|machinery)\b/i, 'facility'],
  [/\b(?:retail )?products? costs?\b|\bcosts? of (?:retail )?products?\b/i, 'supplies'],
  [
    /\bassociates?\b|\b(?:sub-?contract(?:ors?|ed)?|anesthesiologists?|crnas?|anesthesia (?:services?|providers?|group|contract)|physicians? assistants?|pa-?cs?|aprns?|arnps?|mid-?levels?|extenders?|itinerant|hospitalists?|(?:endo|perio|ortho|prostho)dontist (?:fees|pay)|per diem (?:doctors?|dentists?|providers?)|(?:dr|doctor)\b.*\bper diem)\b|\b(?:inject(?:or|ion nurse)s?|a?esthetician\w*)\b.*\bcommissions?\b|\bcommissions?\b.*\b(?:inject(?:or|ion nurse)s?|a?esthetician\w*)\b|\b(?:dentists?|doctors?|physicians?|surgeons?|providers?)\b.*\b(?:employed|employees?|non-?owners?)\b|\b(?:employed|staff) (?:\w+ )?(?:md|dds|dmd|\w*(?:dentist|dontist|ologist|pediatrician|optometrist|doctor|physician|surgeon|provider))|\bnurse practitioners?\b|\b(?:np|rnp|crnp)s?\b|\bpas? (?:salar(?:y|ies)|wages|payroll|pay|compensation)\b|\bassoc\b|\bcontract(?:ed)? (?:labor|dentists?|doctors?|surgeons?|physicians?|providers?|practitioners?)\b|\b(?:practitioners?|providers?|physicians?|dentists?|doctors?)\b.*\bcontract\b|\blocum|\b1099 (?:\w+ )?(?:dentist|doctor|provider|physician|surgeon)|\bindependent contractor|\bcontract labor|\bspecialist (?:pay|fees|compensation)|\bvisiting\b/i,
    'associate',
  ],
  // Family that is paid for a service, not for hours.
  [
    /\b(?:wife|husband|spouse|son|daughter|brother|sister|cousin|in-law)\b.*\b(?:it|retainer|consult\w*|web\s?sites?)\b/i,
    'administration',
    'family on the payroll',
  ],
  [
    /\b(?:wife|husband|spouse|son|daughter|brother|sister|mom|dad|niece|nephew|cousin|aunt|uncle|mother|father|in-law|kids?(?! (?:club|dental|area|corner|room))|children(?!’?'?s? (?:dental|area|books))|family (?:wages|payroll|member))\b/i,
    'staff',
    'family on the payroll',
  ],
  [
    new RegExp(
      String.raw`\bofficers?\b|\b(?:salary|salaries|payroll|wages|draws?|pay|paychecks?|compensation|w-?2|remuneration)\b.*\b(?:owner|principal|partner|shareholder)s?\b|\bowners?\b.*(?:pay|salary|salaries|wages|comp|draw|remuneration|health|insurance|w-?2|pension|retirement|benefit|401|\bira\b|hsa)|\b(?:shareholders?|partners?|members?)\b.*\b(?:health|medical|401\s?\(?k\)?|pension|retirement|hsa)\b|\b(?:salary|salaries|payroll|wages|draws?|pay|paychecks?|compensation|w-?2|remuneration)\b.*\b${DOCTOR}(?:\s|$)|\b${DOCTOR}\s+\w+.*\b(?:draws?|w-?2|salary|pay|payroll|paychecks?|wages|bonus(?:es)?|comp\w*|health|k-?1|401\s?\(?k\)?|pension|retirement|ira)\b|\b(?:health|medical|retirement|pension|401\s?\(?k\)?|ira|hsa|bonus(?:es)?)\b.*\bdr\.?\s+\w+|\b(?:doctors?|dentists?|physicians?|surgeons?|providers?|dds|dmd|md)\b.*\b(?:owners?|partners?|shareholders?|principals?)\b|\bguaranteed payments?|\b(?<!medical |clinical )directors?[’']?s?[’']? (?:remuneration|salary|salaries|wages|pay|drawings)|\b(?:shareholder|member|partner|principal)s?.{0,3} (?:salary|salaries|wages|payroll|w-?2|draws?|distributions?|comp\w*)|\b(?:my|own) (?:pay|salary|draw)|\bdraws?\b|^(?:me|myself)$`,
      'i',
    ),
    'ownersPay',
    'owner’s pay',
  ],
  [/\b(?:401\s?\(?k\)?|pension|profit[- ]sharing|retirement plan|simple ira|sep ira|hsa|fsa|cafeteria plan)/i, 'staff'],
  [/\b(?:electric\w*|utilit(?:y|ies)|natural gas|water|sewer)\b(?! (?:damage|loss))/i, 'facility'],
  [/\b(?:interest|int\.)(?:\W|$)|\bfinance charges?\b/i, 'interest', 'interest'],
  [/\bdepreciation|\bsec(?:tion|\.)? ?179|\bdepr\b/i, 'depreciation', 'depreciation'],
  [/\bamorti[sz]ation|\bamort\b/i, 'amortisation', 'amortisation'],
  [
    /\b(?:settlement|lawsuit|(?<!scrub |lab )suit|litigation|dispute|separation|buy-?\s?out|divorce|embezzle\w*|partner exit)\b/i,
    'administration',
    'one-off legal cost',
  ],
  [/^(?:legal|attorneys?|accounting|cpas?|tax prep\w*)\b/i, 'administration'],
  [
    /\b(?:flood|fire (?:damage|loss)|storm|hurricane|theft|burglary|break-?in|vandal\w*|burst|uninsured|not insured|casualty|ransomware|water damage|damage)\b/i,
    'other',
    'one-off damage',
  ],
  [
    /\b(?:one-?\s?(?:time|off)|non-?\s?recurring|extraordinary|relocation|moving (?:costs?|expenses?)|severance|covid|ppp)\b/i,
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
  [
    /\bpersonal\b(?! (?:property|computer|care|protective))|^home office\b|\bbusiness use of (?:your |the )?home\b/i,
    'other',
    'personal expense',
  ],
  [/\bloss on (?:disposal|sale)/i, 'other', 'one-off loss'],
  [
    /\b(?:life insurance|disability insurance|key[- ](?:man|person))\b|^(?:life|disability)(?:\s*[-–—,:]|$)/i,
    'other',
    'owner’s insurance',
  ],
  [/\b(?:hoa|condo(?:minium)?|triple net|nnn)\b|\bcommon area\b/i, 'facility'],
  [
    /\b(?:dues|study club|journals|professional development|continuing ed(?:ucation)?|ce|c\.e\.|training|seminars?|education|tuition|conferences?|conventions?)\b/i,
    'other',
  ],
  [/\bpathology\b(?!.*\bsuppl)|\b(?:lab|labs|laborator(?:y|ies)|glidewell|milling|cerec)\b/i, 'lab'],
  [/\boffice (?:suppl\w+|expenses?|costs|and|&|general)|\bpostage|\bstationery|\bprinting\b/i, 'administration'],
  [/\bpayroll (?:service|processing|provider|company)|\baccounting and payroll/i, 'administration'],
  [/\bequipment (?:rental|lease)|\b(?:rental|lease) of equipment|\bleased equipment/i, 'facility'],
  [
    /\bpersonal protective\b|\b(?:supplies|supply|suppliers?|obturation|gutta[ -]percha|endo(?:dontic)? files|consumables?|implants?|abutments?|grafts?|grafting|membranes?|(?:allo|xeno)grafts?|syringes?|needles?|rx|biologics?|injectables?|neurotoxins?|dysport|xeomin|juvederm|serums?|antigens?|biosimilars?|skin ?care|hearing aids?|contact lens(?:es)?|iols?|intraocular|sutures?|film|chemistry|reagents?|merchandise|dispensary|drugs?|gases|medications?|pharmac\w+|patterson|schein|benco|darby|dental city|safco|materials|sundries, clinical|anesthetics?|instruments|appliances|aligners|invisalign|botox|fillers?|vaccines?|optical goods|lenses|frames|burs|ppe|nitrous|oxygen|sterili[sz]ation|infection control|disposables|small equipment|minor equipment|x-?rays?|radiology|brackets|composites?|impression)\b|\bvendor (?:credits?|rebates?)|\boptical (?:cost|cogs)|\b(?:cosmetics?|optical|retail|skin ?care|products?)\b.*\b(?:cogs|cost of (?:goods|sales))\b|\b(?:cogs|cost of (?:goods|sales)(?: sold)?)\b.*\b(?:optical|retail|products?|cosmetics?|implants?|pharmacy|dispensary)\b/i,
    'supplies',
  ],
  [
    /\b(?:advertis\w+|ads?|radio|television|billboards?|marketing|promotions?|promotional|yellow pages|google|facebook|mailers?|direct mail|web\s?sites?|seo|social media|yelp|signage|branding|reputation|referral gifts?|postcards?|patient (?:gifts?|appreciation|newsletters?)|community events?)\b/i,
    'marketing',
  ],
  [/\bworker[’']?s?[’']? ?comp\w*/i, 'staff'],
  [/\b(?:malpractice|liability|professional liability|cyber)\b/i, 'administration'],
  [/\b(?:property tax\w*|real estate tax\w*)\b/i, 'facility'],
  [
    /\b(?:wages?|salar(?:y|ies)|payroll|compensation|overtime|rdhs?|group (?:health|medical|dental|insurance)|hygien\w+|assistants?|front (?:desk|office)|up front|staff|team|temps?|staffing|background checks?|hiring|coordinators?|coordinator wages|peo|401\s?\(?k?\)?|pension|profit[- ]sharing|retirement|benefits?|personnel|recruit\w*|uniforms?|scrubs|social charges|temp(?:orary)? (?:help|staff|agency)|bonus(?:es)?|receptionists?|girls|employees?|employer|fica|futa|suta|unemployment|taxes and licen[sc]es|health insurance|medical insurance|office manager|labor|pto|human resources|nurses?|technicians?|techs|scribes?)\b/i,
    'staff',
  ],
  [
    /\b(?:rents?|leases?|cam|occupancy|utilit(?:y|ies)|lights?|water|electric(?:ity)?|power|energy|heat(?:ing)?|cleaning|janitor\w*|repairs?|maintenance|building|premises|property|security|alarm|waste|laundry|linens?|trash|landscap\w+|plants|aquarium|pest|snow|mortgage|facility|facilities|hvac|sewer|storage)\b/i,
    'facility',
  ],
  [
    /\b(?:account(?:ing|ants?|ancy)|cpa|bookkeep\w*|legal|attorneys?|lawyers?|professional (?:fees?|services)|bank|merchant|cards?|credit card|card processing|processing|software|computers?|it|tech(?:nology)?|ehr|emr|dentrix|eaglesoft|open dental|curve|telephones?|phones?|cell|internet|insurance|billing|collection (?:agency|fees|costs)|office|licen[sc]es?|permits|consult\w+|subscriptions?|answering|shredding|clearinghouse|management fees?|practice management|orthotrac|admin\w*|g&a|financing fees|care ?credit|patient financing|communications?|data|website hosting|hosting|taxes|adp|gusto|paychex|paycom|stripe|sunbit|cherry financing|square|quickbooks|solutionreach|revenuewell|dental intel\w*|nexhealth|lighthouse|demandforce|zoom|analytics|music|errors (?:and|&) omissions|e&o|hipaa|osha|compliance|transcription|credentialing|weave|umbrella|couriers?|delivery|shipping|freight|franchise tax|(?:outside|contract|professional) services?|filing fees?|gross receipts tax|sales tax|processor|discount fees?)\b/i,
    'administration',
  ],
  [/\btravel\b|\blodging|\bairfare|\bpenalt(?:y|ies)|\bbad debts?|\bfines\b/i, 'other'],
  [/\bservice (?:contracts?|agreements?|plans?)\b/i, 'facility'],
  [/\bcash (?:over|short)|\bover(?: and |\/)short|\breconciliation discrepanc/i, 'other'],
  // Vendors and words that occur alone.
  [
    /\b(?:aflac|colonial life|sui|er (?:medicare|social security|ss|fica)|(?:christmas|holiday|year-?end) part(?:y|ies))\b/i,
    'staff',
  ],
  [
    /\b(?:travell?ing|in-?\s?house) (?:\w+ )?(?:endodontist|periodontist|orthodontist|surgeon|dentist)s?\b|\b(?:surgeon|endodontist|periodontist|orthodontist|dentist)s?\b.*\b(?:in-?\s?house|1099|contractors?)\b|\b1099\b.*\b(?:dentists?|doctors?|surgeons?)\b/i,
    'associate',
  ],
  [
    /\b(?:nobel(?: biocare)?|straumann|zimmer|biohorizons|neodent|dentsply|ultradent|ivoclar|kavo|allergan|galderma|merz|burkhart|gloves?|masks?|archwires?|ortho wires?|handpieces?|sundries|surgical kits?|whitening|tooth(?:paste|brushes)|bone|amalgam)\b/i,
    'supplies',
  ],
  [/\b(?:dentures?|partials|night ?guards?|crowns|veneers|national dentex)\b/i, 'lab'],
  [
    /\b(?:com ?ed|pg&e|duke energy|con ?ed(?:ison)?|waste management|republic services|stericycle|adt|handyman|plumb(?:er|ing)|electrician|window (?:washing|cleaning)|lawn)\b/i,
    'facility',
  ],
  [
    /\b(?:mailchimp|constant contact|zocdoc|opencare|groupon|leads|campaigns?|chamber of commerce|logo|giveaways?|brochures|newspapers?)\b(?!.*\bpolitical)(?<!political campaigns?)/i,
    'marketing',
  ],
  [
    /\b(?:comcast|verizon|at&t|vonage|ring ?central|dropbox|microsoft|collections? agency|dentalxchange|nsf|filings?|fedex|usps|ups store|coach(?:ing)?|e and o|appraisals?)\b|\bUPS\s*\//i,
    'administration',
  ],
  [/\b(?:uber|lyft|taxis?)\b/i, 'other', 'travel'],
  [/\b(?:memberships?|late (?:fees|charges))\b/i, 'other'],
  [/\bk-?1\b|\bowners?\b.*\bsep\b/i, 'ownersPay', 'owner’s pay'],
  [/\bint$/i, 'interest', 'interest'],
  [/^(?:general|misc\w*|sundry|other|various|all other)\b/i, 'other'],
]

/** A group of what the practice pays for its owner. */
export const PERSONAL = /\bpersonal\b.*\b(?:paid|stuff|items|expenses?|bills)\b|^personal$/i

const PAY_GROUP =
  /^(?:payroll|personnel|compensation|salar(?:y|ies)|wages|staff(?:ing)?|labor)\b|\b(?:payroll|salaries|wages)$/i

const SOLD = /^(?:costs? of (?:goods sold|sales)|cogs)\b/i

const DOCTORS =
  /^(?:doctors?|dentists?|physicians?|surgeons?|dds|dmd)(?:[’']s|s[’'])?\s+(?:salar(?:y|ies)|pay|payroll|wages|compensation)$|^(?:salar(?:y|ies)|pay|payroll|wages|compensation)\s*[-–—:,]?\s*(?:of |to )?(?:doctors?|dentists?|physicians?|surgeons?|dds|dmd)$/i

const DOCTORS_PAY =
  /^(?!.*\bnon-)(?=.*\b(?:physicians?|doctors?|dentists?|providers?|surgeons?)\b).*\b(?:compensation|pay|payroll|salaries|wages)\b/i

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
  // The form's number is no account's.
  const name = /^94[01]s?\b/.test(label.trim()) ? label.trim() : nameOf(label)
  const above = parents.map(nameOf)
  if (above.some((parent) => PERSONAL.test(parent)))
    return { line: 'other', addBack: find(name)?.addBack ?? 'personal expense', known: true }
  // A car's lease is no rent: what the group says of cars holds for all in it.
  const car = above.find((parent) => /\b(?:auto|automobile|vehicles?|cars?|motor)\b/i.test(parent))
  if (car && !TRAVEL.test(name)) return { line: 'other', addBack: 'owner’s car', known: true }
  // "Back office", "Billing" in a group of pay are who is paid, no cost of an office.
  if (
    PAY_GROUP.test(above[0] ?? '') &&
    /^(?:(?:front|back) office|office|admin\w*|billing(?: (?:department|dept|office))?|management|clerical|reception|scheduling)$/i.test(
      name,
    )
  )
    return { line: 'staff', known: true }
  if (/^(?:taxes|tax|other)$/i.test(name)) {
    const group = above.map((parent) => find(parent)).find((account) => account !== undefined)
    if (group && !group.addBack) return { line: group.line, known: true }
  }
  if (/^supplies$/i.test(name) && above.some((parent) => /^office\b/i.test(parent)))
    return { line: 'administration', known: true }
  // A doctor's name alone does not say whether it is the owner's.
  if (/^dr\.?\s+[\w.’'-]+(?:\s+[\w.’'-]+)?$/i.test(name) && !find(name))
    return { line: 'ownersPay', addBack: 'owner’s pay', known: false }
  // Whose pay that is, only the owner knows.
  if (DOCTORS.test(name)) return { line: 'ownersPay', addBack: 'owner’s pay', known: false }
  // Of a practice that has one amount for it, mostly supplies; the owner says.
  // Its group may say more: "Cost of goods sold - optical".
  const sold = SOLD.exec(name)
  if (sold) return find(name.slice(sold[0].length)) ?? { line: 'supplies', known: false }
  // Where a bookkeeper puts what nobody has assigned yet.
  if (/^(?:ask my accountant|uncategori[sz]ed|unassigned)\b/i.test(name)) return UNKNOWN
  const own = find(name) ?? find(respelled(name))
  // In a group of wages, "Marketing" is who does it.
  if (/^(?:salar(?:y|ies)|(?:gross )?wages)\b(?!.*\b(?:other|fees|expenses)\b)/i.test(above[0] ?? ''))
    return own && (own.line === 'ownersPay' || own.line === 'associate' || own.line === 'staff')
      ? own
      : { line: 'staff', known: own !== undefined }
  if (own) return own
  // Among the doctors' pay, somebody who may be an owner or not.
  if (DOCTORS_PAY.test(above[0] ?? '')) return { line: 'associate', known: false }
  // Groups such as "Operating Expenses" say nothing.
  for (const parent of above) {
    const group = /^(?:total )?(?:operating |other |general )?(?:expenses?|costs?|income|deductions?)\b/i.test(parent)
      ? undefined
      : find(parent)
    if (group) return { ...group, known: true }
  }
  // What is sold or used up on patients, most likely.
  return above.some((parent) => SOLD.test(parent)) ? { line: 'supplies', known: false } : UNKNOWN
}

function find(name: string): Account | undefined {
  const entry = DICTIONARY.find(([words]) => words.test(name))
  return entry && { line: entry[1], ...(entry[2] === undefined ? {} : { addBack: entry[2] }), known: true }
}
