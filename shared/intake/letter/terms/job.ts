import type { Clause } from '../clauses'
import type { Quantity } from '../quantity'
import type { Words } from '../term'

const WORK = String.raw`(?:your\s+(?:share|take|rate|cut|split|percentage)|employ(?:ment|ed|s)?|compensation|paid|pay|earn|salary|work(?:s|ed)?|commitment|practice\s+dentistry|associate\s+agreement|provider\s+compensation|stay|receive|job|role|schedule|associateship|comp|provider\s+agreement|treat\s+patients|continue\s+with\s+us|(?:full|part)[\s-]time|employees?)`
/** Words of staying, without those of being paid: a payment has a time too. */
const STAYING = String.raw`(?:employ(?:ment|ed|s)?|serves?|remains?|render\s+services|keep\s+working|work(?:s|ed)?|commitment|commit|practice\s+dentistry|associate\s+agreement|provider\s+agreement|stay|job|role|schedule|associateship|treat\s+patients|continue\s+with\s+us|employee|transition|with\s+(?:me|us)|years?\s+from\s+(?:you|her|him)|(?:full|part)[\s-]time)`
const BASE = String.raw`(?:collections?|what(?:ever)?\s+you\s+(?:collect|produce)|production|receipts|collected|produced|revenues?|professional\s+fees|what\s+(?:you|I|we|she|he|they)\s+(?:personally\s+|actually\s+)?(?:produces?|collects?|bills?|brings?\s+in|generates?|earns?\s+for\s+us))`
const aboutWork = ({ text, label, heading }: Clause): boolean =>
  new RegExp(String.raw`\b${WORK}\b`, 'i').test(`${label} | ${heading} | ${text}`)
const ofWork = new RegExp(String.raw`^\)?,?\s*(?:of|on)\s+(?:[\w.’'-]+\s+){0,7}?${BASE}\b`, 'i')
const LIMITED =
  /\b(?:during|for|in|through)\s+years?\s+(?:1|one)\b|\b(?:during|for|in|through)\s+(?:the\s+)?(?:first|initial)\s+(?:\w+\s+)?(?:\(\d+\)\s+)?(?:months?|years?|\w+\s+months?)\b|\b(?:through|until)\s+(?:month|the\s+end\s+of)/i

/** "With me two days a week for the first 12 months": the whole of the stay. */
const STAYS_AT_FIRST = /(?<=\b(?:with\s+(?:me|us)|stay(?:\s+on)?|remain|work)\b[^.;$%]{0,40}\bfor\s)the\s+first\s*$/i

/** What stands after a share of pay that is not the whole of it, and why the owner is asked. */
const UNCLEAR: readonly (readonly [RegExp, string])[] = [
  [/^.{0,70}\b(?:in\s+excess\s+of|above|over|exceeding)\s+\$/i, 'it is paid on what exceeds an amount only'],
  [/^[^.;%]{0,60}\b(?:on\s+)?(?:the\s+)?first\s+\$/i, 'it depends on how much is collected'],
  [
    /^[^.;]{0,60}\b(?:up\s+to|on\s+the\s+first|below)\s+\$[^.;]{0,40}\b\d+(?:\.\d+)?\s?%/i,
    'it depends on how much is collected',
  ],
  [
    /^[^.;%]{0,60}collect\w+,\s+(?:and\s+|with\s+|but\s+)?(?!rising|increasing|lab|interest)[a-z]+\s(?:\w+\s)?(?:at|is|are)\s+\d+(?:\.\d+)?\s?%/i,
    'some of the work is paid at another share',
  ],
  [
    /^[^.;%]{0,60}\band\s+\d+(?:\.\d+)?\s?%\s+of\s+(?!(?:the|your|all|net|lab)\b|collect|produc)\w+/i,
    'some of the work is paid at another share',
  ],
]

/** "His contract would be for three years at four days a week and $285,000 per year": the year's pay of a contract. */
const inContract = ({ per, values }: Quantity, { text, quantities }: Clause): boolean =>
  per === 'year' &&
  values[0]! >= 60_000 &&
  values[0]! < 1_500_000 &&
  /\b(?:contract|employ\w*|job|position)\b/i.test(text) &&
  quantities.some(({ kind }) => kind === 'days' || kind === 'duration')

/** The work after the sale: how long, how many days, for what pay. */
export const job: Words = {
  terms: [
    {
      id: 'pay',
      kinds: ['percent'],
      path: { percent: 'job/rate' },
      before:
        /\b(?:compensation|pay|paid|receives?|earns?|your\s+(?:share|take|rate|cut|split|percentage))\s*(?:\w+\s+){0,4}?(?:of|is|at|be|equal\s+to|would\s+be|will\s+be|shall\s+be|between|:)?/i,
      after: new RegExp(ofWork.source.slice(1), 'i'),
      near: new RegExp(String.raw`\b${WORK}\b`),
      label:
        /compensation|\bcomp\b|\bpay\b|doctor[’']?s?\s+pay|employment|associate|your\s+(?:job|work|role)|commission|remuneration/i,
      never:
        /\b(?:management|services?|administrative|MSA|success|broker)\s+fees?\b|\bfee\s+(?:of|equals?|equal|is|will\s+be|would\s+be)\b|\bEBITDA\s+is\s+stated|normali[sz]ed\s+\w+\s+compensation|success\s+fee|fully\s+diluted|Dr\.\s+\w+\s+and\s+Dr\./i,
      when: (quantity, clause) => {
        if (
          /\b(?:charges?|bills?|invoices?)\s+(?:the\s+practice|you)\s+$|\b(?:practice|company|JV|P\.C\.|P\.A\.|PLLC)\s+(?:would\s+|will\s+|shall\s+)?pays?\s+[\w\s]{0,30}$/i.test(
            clause.text.slice(0, quantity.start),
          )
        )
          return false
        // Under the heading of the buyer's fee it is the fee.
        if ((/\bfees?$/i.test(clause.heading) && clause.label === '') || /^MSA$/i.test(clause.label)) return false
        // Less is what a fee or a bonus takes, more is what a price is of collections; no doctor's pay is either.
        if (quantity.values.every((value) => value < 0.15 || value >= 0.7)) return false
        // "Up to 35%" promises nothing.
        if (quantity.atMost) return false
        const rest = clause.text.slice(quantity.end)
        const based = ofWork.test(rest)
        // "which is about 72% of collections" says a price, and the other doctors' pay is theirs.
        if (
          /\b(?:price|which\s+is|that\s+is|equal\s+to\s+about|worth|valued?)\b[^.;]{0,60}$/i.test(
            clause.text.slice(0, quantity.start),
          )
        )
          return false
        if (/^\)?\s*of\s+(?:the\s+)?(?:purchase|price|total|enterprise|present|current|lab|prior)/i.test(rest))
          return false
        if (/^associates?$/i.test(clause.label)) return false
        // An amendment that puts new words in the place of old ones.
        const amended =
          /\bwords?\b.*\b(?:becomes?|replaced)\b/i.test(clause.text) &&
          /employ|compensation/i.test(clause.label) &&
          quantity.values[0]! >= 0.2 &&
          quantity.values[0]! <= 0.6
        // "35% of collections in years 1 and 2, 33% thereafter"
        const stepped =
          (/\bthen\s+$|\bthereafter,?\s+$/i.test(clause.text.slice(0, quantity.start)) ||
            /^\)?,?\s*(?:thereafter|after\s+that|afterwards?|(?:from|in|for|starting|beginning)\s+(?:in\s+|with\s+)?(?:years?|yrs?)\b|(?:years?|yrs?)\s+\d)/i.test(
              rest,
            )) &&
          clause.quantities.some(
            ({ kind, end }) => kind === 'percent' && end <= quantity.start && ofWork.test(clause.text.slice(end)),
          )
        // "… and be paid 42% of collections; in years three through five, at 38%."
        const later =
          /\b(?:at|then|to|drops?\s+to)\s+$/i.test(clause.text.slice(0, quantity.start)) &&
          /^\)?\s*[.;]?$/.test(rest) &&
          /\b(?:(?:in|for|from|after|starting)\s+(?:contract\s+)?years?\b|thereafter)/i.test(clause.text) &&
          new RegExp(String.raw`\d\s?%\)?\s+of\s+(?:[\w.’'-]+\s+){0,5}?${BASE}\b[^%]*$`, 'i').test(clause.before)
        // "Comp: 45%"
        const named =
          /^(?:(?:your|provider|doctor)\s+)?(?:comp(?:ensation)?|pay)$/i.test(clause.label) &&
          quantity.values[0]! >= 0.2 &&
          quantity.values[0]! <= 0.6 &&
          !/\b(?:reduc|cut|scrape|bonus|below|increas|rais)\w*[^.;]{0,20}$/i.test(
            clause.text.slice(0, quantity.start),
          ) &&
          !/^\)?\s*(?:of|on|below|less|reduction|cut)\b/i.test(rest)
        return (
          based ||
          stepped ||
          later ||
          amended ||
          named ||
          (clause.table && /comp\b|compensation|pay\b|commission/i.test(clause.label) && clause.text.length < 30)
        )
      },
      ask: ({ end }, { text }) => UNCLEAR.find(([after]) => after.test(text.slice(end)))?.[1],
      handicap: -3,
    },
    {
      id: 'lab deducted',
      kinds: ['percent'],
      path: { percent: 'job/labDeducted' },
      // "Laboratory charges for the account of Dr. Stroud as to 40%"
      before: /\blab(?:oratory)?\b[^.;]*\b(?:Dr\.\s+[A-Z]\w+|[Yy]ou|[Dd]octor)\s+(?:as\s+to|bears?|pays?)/,
      after:
        /\)?\s*(?:of\s+)?(?:(?:the|your|her|his|all|any|own|related|associated|actual|outside)\s+){0,3}(?:lab|laboratory)\b/i,
      handicap: -6,
    },
    {
      id: 'cut in pay',
      kinds: ['percent', 'money'],
      before: /\b(?:reduction|reduced|cut|scrape|decrease)\s*(?:of|by|from)?|\bearned|\bfrom/i,
      after: /\)?\s*(?:of\s+(?:present|current|existing)\s+(?:compensation|pay)|today|reduction|scrape)/i,
      when: (_, { text }) => /\b(?:reduc|cut|scrape|today|earned|estimated\s+at)/i.test(text),
      handicap: -2,
    },
    {
      id: 'salary',
      kinds: ['money'],
      path: { money: 'job/salary' },
      before:
        /\b(?:salary|base|guarantee[ds]?|floor|minimum(?:\s+(?:compensation|pay|salary))?|in\s+no\s+event\s+less\s+than|(?:not|never|no)\s+(?:be\s+)?less\s+than|at\s+least|paid|pay\s+(?:you|her|him))\s*(?:of|is|:|at\s+least)?|greater\s+of\s*(?:\(\w\))?/i,
      after:
        /\)?,?\s*(?:with|plus|and)\s+(?:\w+\s+)?(?:health|benefits|malpractice)|\)?\s*(?:guaranteed\s+)?(?:base\s+)?salary|\)?\s*(?:guaranteed|base|minimum|draw\s+guarantee)/i,
      label: /salary|base\s+(?:pay|compensation)|guarantee|compensation/i,
      never:
        /management\s+fee|service\s+fee|\brent\b|paid\s+against|draws?\s+of|bank\s+debt|escrow|\bfee\s+(?:of|equals?)|purchase\s+price\s+would/i,
      when: (quantity, clause) =>
        (quantity.per === 'month' || quantity.per === 'year' || quantity.per === undefined) &&
        (clause.table ||
          quantity.start < 4 ||
          inContract(quantity, clause) ||
          /salary|base|guarantee|floor|minimum|less\s+than|at\s+least|greater\s+of/i.test(clause.text)) &&
        (inContract(quantity, clause) ||
          /salary|base\b|guarantee|floor|minimum|less\s+than|at\s+least|greater\s+of|compensation/i.test(
            `${clause.label} ${clause.text}`,
          )) &&
        !/\bestimated\b|present\s+volumes|\btoday\b|\bcurrently\b/i.test(clause.text) &&
        (aboutWork(clause) ||
          inContract(quantity, clause) ||
          /\b(?:salary|guarantee)/i.test(`${clause.label} ${clause.text}`) ||
          /^minimum(?:\s+(?:pay|draw))?$/i.test(clause.label)) &&
        !quantity.atMost,
      value: (value, { per }) => (per === 'month' ? value * 12 : value),
      ask: (_, { text }) =>
        LIMITED.test(text) ? 'it holds for the first months or years only, and the field is for all years' : undefined,
    },
    {
      id: 'daily guarantee',
      kinds: ['money'],
      path: { money: 'job/dailyGuarantee' },
      near: new RegExp(String.raw`\b(?:guarantee|minimum|daily\s+rate|per\s+diem|${WORK})`),
      before: /\b(?:or|least|minimum(?:\s+of)?|guarantee[ds]?(?:\s+of)?|than|floor(?:\s+of)?)/i,
      label: /guarantee|compensation|employment|daily|paycheck/i,
      never: /\bfill-?\s?in\b|\blocum\b|\b(?:occasional|covering)\b/i,
      when: (quantity, clause) =>
        quantity.per === 'day' ||
        /^daily\b/i.test(clause.label) ||
        /\bdaily\s+(?:rate|guarantee|minimum)\s+of\s*$/i.test(clause.text.slice(0, quantity.start)),
      ask: (_, { text }) =>
        LIMITED.test(text) ? 'it holds for the first months or years only, and the field is for all years' : undefined,
      handicap: -6,
    },
    {
      id: 'bonus',
      kinds: ['money'],
      path: { money: 'job/bonus' },
      label: /\b(?:stipend|annual\s+bonus)\b/i,
      before: /\b(?:annual|yearly)\s+(?:\w+\s+)?bonus\s+(?:of|up\s+to)?\s*(?:up\s+to)?|stipend\s+of/i,
      after:
        /\s+(?:annual|yearly|chief[\w-]*|medical[\w\s-]*|clinical[\w\s-]*|leadership)?\s*(?:director\s+)?(?:stipend|annual\s+bonus)/i,
      never: /sign-?\s?on|signing|retention\s+bonus/i,
      handicap: -3,
    },
    {
      // "$90,000 per year as Regional President": for an office, beside the work.
      id: 'pay of an office',
      kinds: ['money'],
      path: { money: 'job/bonus' },
      after:
        /\s+(?:for\s+(?:serving|acting)\s+)?as\s+(?:an?\s+|our\s+|the\s+)?(?:\w+\s+){0,2}(?:president|director|chair\w*|officer|lead(?:er)?)\b/i,
      when: ({ per }) => per === 'year' || per === 'month',
      value: (value, { per }) => (per === 'month' ? value * 12 : value),
      ask: () => 'it is paid for an office besides the work',
      handicap: -8,
    },
    {
      id: 'retention pay',
      kinds: ['money'],
      path: { money: 'job/bonus' },
      before: /\bretention\s+(?:bonus|payment|pay)\s+of/i,
      label: /^retention(?:\s+(?:bonus|payment|pay))?$/i,
      when: (_, { text }) => !/\b(?:claims?|indemn\w+|breach\w*|warrant(?:y|ies)|escrow)\b/i.test(text),
      ask: () => 'it is paid for staying, and the field is a bonus of every year',
      handicap: -8,
    },
    {
      id: 'benefits',
      kinds: ['money'],
      path: { money: 'job/benefits' },
      near: /\b(?:health\s+insurance|benefits?|malpractice)\b/,
      when: ({ per }, { text }) =>
        per === 'year' &&
        /\b(?:insurance|benefits?|malpractice)\b/i.test(text) &&
        /\b(?:on\s+us|provided|worth|value|pay|cover)/i.test(text),
    },
    {
      id: 'job term',
      kinds: ['duration'],
      path: { duration: 'job/termYears' },
      before:
        /\b(?:term\s+(?:of|is|:)|commit\s+to|work|stay|serves?\s+for|plan\s+on|ask\s+(?:you\s+)?for(?:\s+a\s+commitment\s+of)?|commitment\s+of|employed\s+(?:for|by[\w\s]{0,30}for)|remain\s+employed\s+(?:for)?|stay(?:\s+on)?(?:\s+for)?|(?:works?|practices?|continues?)\s+(?:[\w\s,’()-]{0,40}\s)?for(?:\s+at\s+least|\s+a\s+(?:minimum|period)\s+of(?:\s+not\s+less\s+than)?)?|run|commits?\s+to\s+work\s+(?:for)?|want\s+you\s+(?:[\w\s]{0,20}for|there|here)|for\s+at\s+least|be\s+an?\s+employee\s+for|(?<!\b(?:management|services?|lease)\s)(?:agreement|contract)\s+(?:(?:is|runs|would\s+be|will\s+be)\s+for|of)|(?:wants?|asks?\s+for|expects?)(?=\s+[\w-]+\s+years?\s+(?:from|of)\s+(?:you|her|him)\b)|for\s+a\s+period\s+of\s+(?:not\s+less\s+than|at\s+least)?)/i,
      after:
        /\s+of\s+(?:practice|employment|work|service)\b|[\s-]*(?:employment|agreement|contract|deal|commitment|work\s*back|term)\b|\s+(?:following|after|from)\s+(?:the\s+)?closing/i,
      near: new RegExp(String.raw`\b(?:${STAYING}|term)\b|\bdays?\s?(?:\/|a|per)\s?(?:wk|week)`),
      label:
        /employment|commitment|post-closing|(?:provider|physician|doctor|clinical|service|professional)s?\s+(?:agreement|terms|services)|\bcomp\b|^you$|^(?:the\s+)?doctor|you\s+as\s+an?\s+\w+|associate\s+agreement|continued\s+practice|your\s+(?:job|work|role)|work-?back|term\b|compensation|^how\s+long\??$|how\s+long\b.*\b(?:stay|work|practice|commit|remain|tied|locked|bound|have\s+to)/i,
      never:
        /\bnon-?\s?compet|solicit|\b(?:your|the)\s+(?:people|staff|team|employees)\b|\b(?:force|remains?\s+in)\s+(?:and\s+)?effect|non-?disclosure|\bdeferred\b|\bradius\b|\bshall\s+not\b|not\s+(?:compete|practice|own|engage)|covenant|confidential|exclusiv|\blease\b|management\s+services|escrow|hold-?back|\bnote\b|(?:seller|owner)\s+(?:financing|paper|carry)|\bamortiz|\bballoon|interest[\s-]only|(?<!\b(?:no|an)\s)earn-?out|\bput\b|\brequire\b[^;]*\bto\s+(?:buy|purchase)\b|capital\s+improvements|repurchase|\bsell\s+us\b|\bresigns?\b|\brecourse\b|\bretained\s+by\b|\bwithheld\b|\bguarantee\b.*\bonly\b|\btail\b/i,
      when: ({ values, start, end }, { text, label, heading, quantities }) =>
        values[0]! >= 1 &&
        // "If collections for the 24 months after closing average …" is measured.
        !/\b(?:if|provided|unless|should)\b[^;]*\b(?:collections|EBITDA|revenue|production)\b[^;]*$/i.test(
          text.slice(0, start),
        ) &&
        // The term of which contract, only its words say.
        !(/^term$/i.test(heading) && label === '' && !new RegExp(String.raw`\b${STAYING}`, 'i').test(text)) &&
        !quantities.some(({ kind }) => kind === 'distance') &&
        !/anniversary|days?\b|weeks?\b/i.test(text.slice(start, end)) &&
        // "Payable 25 months after closing" is a payment.
        !/\b(?:payable|paid|pays?|due|released?|returned)\s+(?:in\s+full\s+)?$/i.test(text.slice(0, start)) &&
        !/confidential|exclusiv|covenant|lease|\bnote\b|escrow/i.test(label || heading) &&
        !/\b(?:compet\w*|restrict\w*|solicit\w*)\b/i.test(label || heading) &&
        !/\b(?:(?:first|second|third|last)(?:\s+full)?|per|in|by|after|once)\s*$/i.test(
          text.slice(0, start).replace(STAYS_AT_FIRST, ''),
        ) &&
        !/\brenew\w*\b[^.;]{0,40}$/i.test(text.slice(0, start)) &&
        !/^[\s-]*(?:(?:auto(?:matic(?:ally)?)?[\s-]+)?renew|option|ago|prior|of\s+(?:experience|vacation|exclusivity))/i.test(
          text.slice(end),
        ) &&
        !/\b(?:been|within)\b[^.;]{0,30}$/i.test(text.slice(0, start)),
      value: (months) => Number((months / 12).toFixed(4)),
    },
    {
      // "When the five-year employment term has expired", in the sentence of the covenant too.
      id: 'named job term',
      kinds: ['duration'],
      path: { duration: 'job/termYears' },
      after: /[\s-]*employment\s+(?:term|period|agreement)\b/i,
      when: ({ values, start, end }, { text }) =>
        values[0]! >= 6 && /year|month/i.test(text.slice(start, end)) && !/\brenew\w*\b/i.test(text),
      value: (months) => Number((months / 12).toFixed(4)),
      handicap: -6,
    },
    {
      // "Years of service: 5"
      id: 'years in a row',
      kinds: ['other'],
      path: { other: 'job/termYears' },
      label:
        /^years\s+of\s+(?:service|employment|work|commitment)$|^(?:employment|commitment|term)\b.*\((?:in\s+)?years\)$/i,
      when: ({ start, values }) => start < 2 && values[0]! >= 1 && values[0]! <= 15,
    },
    {
      id: 'share of a pool',
      kinds: ['percent'],
      path: { percent: 'job/rate' },
      after: /\)?\s+of\s+(?:the|an?|your|their)\s+(?:[\w-]+\s+){0,2}pool\b/i,
      ask: () => 'it is a share of a pool, and the field is a share of your own work',
      handicap: -5,
    },
    {
      id: 'days a week',
      kinds: ['days', 'duration', 'other'],
      path: { days: 'job/days', duration: 'job/days', other: 'job/days' },
      near: /\b(?:work|practice|treat|patients|days|schedule|clinical|down\s+for|employ\w*|devote|stay|see)\b/,
      before: /./,
      label: /days|schedule|employment|work|^(?:the\s+)?doctor|you\s+as\s+a|your\s+role/i,
      never: /vacation|hygien|staff\s+works/i,
      when: ({ kind, values, start, end, named }, { text, label, heading, quantities }) =>
        // Named days are the owner's where the words speak of work, and not of the office's hours or a visit.
        (!named ||
          (/\b(?:work\w*|practic\w+|schedule|clinical(?:ly)?|treat|see(?:ing)?\s+patients|(?:in|at)\s+the\s+(?:office|chair)|days|chairside|operat\w+|employ\w+|job|hours|full[\s-]time)\b/i.test(
            `${label} ${heading} ${text}`,
          ) &&
            !/\b(?:open|hygien\w*|staff|call|meet(?:ing)?|visit|diligence|reply|respond|office\s+hours|hours\s+of\s+operation|associates?)\b/i.test(
              text,
            ))) &&
        !/\b(?:drop|cut|go|step|scale|reduce|move|down)\w*\s+(?:back\s+|down\s+)?to\s*$/i.test(text.slice(0, start)) &&
        (kind === 'other'
          ? /^(?:clinic(?:al)?\s+)?days(?:\s+(?:a|per)\s+week|\s?\/\s?(?:week|wk))?$/i.test(label) &&
            ((start < 2 && text.length - end < 3) || (text.length < 25 && quantities.length === 1)) &&
            values[0]! <= 7
          : kind === 'days'
            ? values[0]! > 0 && values[0]! <= 7
            : !/\b(?:business|calendar|consecutive)\b/i.test(text.slice(start, end)) &&
              !/\bwithin\s*$/i.test(text.slice(0, start)) &&
              (/\b(?:schedule|days|comp|compensation|work|employment|clinical|doctor|dentist|role|commitment|job)\b/i.test(
                `${label} ${label === '' ? heading : ''}`,
              ) ||
                /\bweek(?:ly)?\b|full\s+time/i.test(text) ||
                // "3 days works"
                /^\s+(?:works|is\s+(?:fine|okay|ok|good))\b/i.test(text.slice(end)) ||
                // "You'd have to work 4 days, five years"
                (/\b(?:work|working|practic(?:e|ing))\s+(?:for\s+)?$/i.test(text.slice(0, start)) &&
                  /^\s*(?:[,;.]|and\b|for\b|$)/i.test(text.slice(end))) ||
                // "3 years at 30% of collections, four days"
                quantities.some((other) => other.kind === 'percent' && ofWork.test(text.slice(other.end)))) &&
              /\bdays?\b/i.test(text.slice(start, end)) &&
              values[0]! <= 7.1 / 30),
      ask: ({ atMost }, { text }) =>
        atMost
          ? 'it is the most, and not how many'
          : /(?:\b(?:plus|and)|\+)\s+(?:one|two|an?|half|1|2)\s+(?:an?\s+)?(?:days?\s+(?:of\s+)?admin\w*|(?:administrative|admin|non-?clinical|management|office)\s+days?)\b/i.test(
                text,
              )
            ? 'there are administrative days besides'
            : undefined,
      value: (value, { kind }) => (kind !== 'duration' ? value : Math.round((value * 365 * 2) / 12) / 2),
    },
    {
      // "We went back and forth on days. Let's settle on four."
      id: 'days settled on',
      kinds: ['other'],
      path: { other: 'job/days' },
      before:
        /\b(?:settle(?:d)?|land(?:ed)?|agree(?:d)?|compromise(?:d)?)\s+(?:on|at)|^so,?|\b(?:make|call)\s+it|\b(?:stick|go)\s+with|\bfine\s+with/i,
      after: /\s+(?:is|works|would\s+be)\s+(?:fine|okay|ok|good)\b/i,
      when: ({ values, end }, { text, before }) =>
        values[0]! <= 6 &&
        /\bdays?\b(?!\s+(?:of\s+)?(?:exclusiv|notice|after|from|clos))/i.test(`${before} ${text}`) &&
        /^\s*(?:[.,;!]|$|and\b|then\b|is\s+(?:fine|okay|ok|good)\b)/i.test(text.slice(end)),
      handicap: 30,
    },
    {
      id: 'days a month',
      kinds: ['duration'],
      path: { duration: 'job/days' },
      near: /\b(?:work|practice|treat|clinical|schedule|see\s+patients)\b/,
      when: ({ start, end }, { text }) =>
        /\bdays?\b/i.test(text.slice(start, end)) &&
        /^\s*(?:a|per|each|every|in\s+each)\s+month\b/i.test(text.slice(end)),
      value: (months) => Math.round(((months * 365) / 12) * (12 / 52) * 10) / 10,
      ask: () => 'the days are stated by the month, and the field is for a week',
      handicap: -8,
    },
    {
      id: 'time off',
      kinds: ['duration', 'days'],
      near: /\b(?:vacation|paid\s+time\s+off|PTO|CE\s+days|notice)\b/,
      handicap: -4,
    },
  ],
  sayings: [
    {
      path: 'job/labDeducted',
      value: 0.5,
      words:
        /\blab(?:oratory)?s?\b(?:\s+(?:fees|costs|bills|charges|expenses?))?[^.;]{0,30}\b(?:shared?|split|borne)\s+(?:equally|evenly|50\s?[/-]\s?50|fifty[\s-]fifty|half)/i,
    },
    {
      path: 'job/basis',
      value: 'collections',
      words: new RegExp(
        String.raw`\d%?\)?\s*(?:of|on)\s+(?:[\w.’'-]+\s+){0,6}?(?:collections|collected|receipts)\b|percent\s+(?:\(\d+%\)\s+)?of\s+(?:[\w’'-]+\s+){0,6}?collections`,
        'i',
      ),
      never: /(?<!\b(?:lab|laboratory)\s)fee|price|which\s+is|EBITDA\s+is\s+stated/i,
    },
    {
      path: 'job/basis',
      value: 'production',
      words: new RegExp(
        String.raw`\d%?\)?\s*(?:of|on)\s+(?:(?:[\w.’'-]+\s+){0,4}?production\b|what\s+(?:you|I|she|he)\s+produces?)|percent\s+(?:\(\d+%\)\s+)?of\s+(?:[\w.’'-]+\s+){0,4}?production`,
        'i',
      ),
      // The lab's fees are no fee of the buyer.
      never: /(?<!\b(?:lab|laboratory)\s)fee|collections/i,
    },
    {
      path: 'job/labDeducted',
      value: 0,
      words:
        /\blab(?:oratory)?(?:\s+(?:bills?|fees|costs|charges))?\s+(?:is|are|would\s+be|will\s+be|comes)\s+(?:ours|on\s+us|at\s+our\s+(?:cost|expense))\b|\blab\s+on\s+us\b|\b(?:we|[Bb]uyer|[Cc]ompany|(?<!the\s)[A-Z]\w+)\s+(?:would\s+|will\s+)?(?:pays?|covers?|bears?|picks?\s+up)\s+(?:for\s+)?(?:\w+\s+and\s+)?(?:the\s+|your\s+|her\s+|all\s+)?lab(?:oratory)?\b|\blab(?:oratory)?\s+(?:fees|costs|bills|charges)\s+(?:are\s+|is\s+)?(?:borne|paid|covered)\s+by\s+(?:the\s+)?(?:buyer|purchaser|company|us)/i,
    },
    {
      path: 'job/labDeducted',
      value: 0,
      words:
        /\b(?:you\s+pay\s+no|no|without)\s+lab\b(?:\s+(?:deduction|bills?|fees?|costs?|charges?|expenses?))?(?!\s+(?:on|in|at)\b)/i,
      never: /in-?house|\bno\s+lab\s+(?:work|technician)/i,
    },
    {
      path: 'job/labDeducted',
      value: 1,
      words:
        /\bafter\s+(?:the\s+)?deduction\s+of\s+(?:all\s+|the\s+|your\s+)*lab(?:oratory)?\b|\blab(?:s|\s+(?:fees|bills|costs))?\s+(?:comes?\s+)?off\s+the\s+top\b|\bafter\s+(?:the\s+|all\s+)?lab(?:oratory)?(?:\s+(?:bills?|fees|costs))?\s+(?:(?:has|have)\s+been|is|are)\s+paid\b/i,
    },
    {
      path: 'job/labDeducted',
      value: 1,
      words:
        /collections[^.;]{0,30}(?:after|net\s+of|less|minus)\s+(?:all\s+|100%\s+of\s+)?(?:the\s+|your\s+)?lab(?:s|oratory)?\b/i,
      never: /\d+%\s+of\s+(?:the\s+|your\s+)?lab/i,
    },
  ],
}
