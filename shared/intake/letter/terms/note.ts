import type { Words } from '../term'

const NOTE = String.raw`(?:(?:seller|promissory|subordinated|vendor|carry)\s+(?:promissory\s+)?(?:note|financing|paper|carry)|carry\s+a\s+note|(?:you|seller)(?:[’']d|[’']ll)?\s+(?:would\s+|will\s+|to\s+)?(?:finance|carry)|(?:you|seller)\s+(?:would\s+|will\s+)?lends?\b(?:\s+us)?|(?:seller|owner)-financ(?:ed|ing)|(?:seller|owner)\s+financing|seller-financed|by\s+(?:a\s+)?note|\bnotes?\b(?!d|\s+that))`
/** What is left of the price, paid over years with interest, is lent whatever it is called. */
/** What is paid for a loan, and no interest in a practice. */
const INTEREST = String.raw`(?<!\b(?:remaining|retained|ownership|membership|equity|other)\s)interest(?!\s+(?:in|to)\b)`
const LENT = String.raw`\b(?:remain\w*|balance|rest|other|deferred|owe)\b[^.;]{0,80}\b(?:(?:monthly|quarterly|annual|yearly)\s+(?:install?ments|payments)\b[^.;]{0,20}\bat\s+[\w\s.-]+?(?:%|percent)|over\b[^.;]{0,40}\b${INTEREST}|install?ments?\b[^.;]{0,60}\b${INTEREST}|${INTEREST}\b[^.;]{0,40}\b(?:over|install?ments?|years|months))\b`
const lent = new RegExp(LENT, 'i')
const inNote = new RegExp(
  String.raw`${LENT}|\bnote\b|\b(?:you|seller)(?:[’']d|[’']ll)?\s+(?:would\s+|will\s+)?(?:finance|carry|lend)|(?:seller|owner)\s+financing|carry\b(?!\s+forward)|take\s+back\b[^.;]{0,30}\bpaper|seller\s+paper`,
  'i',
)
/** "It would bear interest of 5.5%", right after the sentence on the note. */
const goesOn = (text: string, before: string): boolean =>
  /^(?:it|this|the\s+loan)\b[^;]*\binterest\b/i.test(text) && inNote.test(before)
/** What the seller lends the buyer. */
export const note: Words = {
  terms: [
    {
      id: 'note',
      deniable: true,
      kinds: ['percent', 'money'],
      path: { percent: 'components/note-1/share', money: 'components/note-1/amount' },
      before: new RegExp(
        String.raw`\b${NOTE}(?:\s+(?:for\s+the\s+other|in\s+the\s+(?:principal\s+)?amount))?\s*(?:of|for|is|:)?(?:\s+the\s+(?:other|remaining|balance\s+of))?`,
        'i',
      ),
      after: new RegExp(
        String.raw`\)?\s*(?:of\s+(?:the\s+)?(?:\w+\s+){0,3}(?:price|consideration)\s+)?(?:(?:would|will|shall|is)\s+(?:be\s+)?)?(?:paid|evidenced|payable|financed|carried|takes?)?\s*(?:the\s+form\s+of|by|as|in|through|under|via|with|pursuant\s+to)?\s*(?:an?\s+|your\s+)?(?:[\w-]+\s+)?${NOTE}`,
        'i',
      ),
      near: new RegExp(NOTE),
      label: /\bnote\b|(?:seller|owner)\s+(?:financing|paper|carry|loan)/i,
      never: /please\s+note|take\s+note/i,
      when: ({ kind, end, start }, { text }) =>
        // What the practice owes the bank is no note of the buyer.
        !/^\)?\s*(?:equipment|bank|existing|vehicle)\s+(?:note|loan)/i.test(text.slice(end)) &&
        !/\b(?:bank|credit\s+union|lender|equipment|existing)\b[^.;]{0,30}\bnotes?\b[^.;]*\b(?:paid|pay|cleared?|retired?)\b/i.test(
          text,
        ) &&
        (kind !== 'percent' ||
          !(
            /^\)?,?\s*(?:PIK\b|interest|coupon|(?:over\s+|for\s+)?\d+\s+(?:months|years)|per\s+annum|a\s+year|per\s+year|simple|annual|fixed)/i.test(
              text.slice(end),
            ) ||
            /(?:@|\b(?:interest|rate|years|months|at)),?\s*(?:at|of)?(?:\s+the\s+rate\s+of)?\s*$/i.test(
              text.slice(0, start),
            )
          )),
    },
    {
      id: 'rest over years',
      kinds: ['money'],
      path: { money: 'components/note-1/amount' },
      before:
        /\bdeferred\s+(?:piece|slice|leg|chunk|portion|part|component|amount|balance|payment|consideration|(?:purchase\s+)?price)(?:\s+of)?|\b(?:(?:the\s+)?(?:remaining|rest|remainder|other)|balance)(?:\s+of)?,?|\bprincipal(?:\s+(?:amount|balance|sum))?(?:\s+of)?/i,
      after: /\s*(?:is|are|would\s+be|will\s+be)\s+deferred/i,
      label: /^deferred\s+(?:consideration|payments?|(?:purchase\s+)?price)$/i,
      when: ({ per, start }, { text, label, heading, before }) =>
        per === undefined &&
        (lent.test(text) ||
          /\bdeferred\b[^;]*\binstall?ments\b[^;]*\banniversar/i.test(text) ||
          (/\bnote\b/i.test(before) &&
            /\bprincipal(?:\s+(?:amount|balance|sum))?\s*(?:of|is|will\s+be|:)?\s*$/i.test(text.slice(0, start))) ||
          // Deferred without a condition: the seller lends it.
          (/^deferred/i.test(label || heading || text) &&
            /\binstall?ments\b/i.test(text) &&
            !/\binstall?ments\s+of\s+(?:about\s+)?$/i.test(text.slice(0, start)) &&
            !/\b(?:if|provided|EBITDA|collections|claims|indemn\w+)\b/i.test(text))),
      handicap: -1,
    },
    {
      id: 'note rate',
      kinds: ['percent'],
      path: { percent: 'components/note-1/rate' },
      before:
        /\b(?:years|months),|\b(?:interest|rate)\s*(?:at|of|:)?\s*(?:the\s+rate\s+of)?|\b(?:years|months)\s+at|\bat|\bcarr(?:y|ies|ying)\s+an?|@/i,
      after:
        /\)?(?:,\s*\d+\s+(?:months|years)|,?\s*(?:simple\s+|fixed\s+|annual\s+)?(?:PIK\b|interest|coupon|per\s+annum|a\s+year|per\s+year|p\.a\.|APR))/i,
      label: /interest\s+rate/i,
      never: /preferred\s+return|late\s+payment|rising|increase/i,
      when: ({ values }, { text, label, before }) =>
        values[0]! < 0.2 && (inNote.test(text) || inNote.test(label) || goesOn(text, before)),
      handicap: -2,
    },
    {
      id: 'note term',
      kinds: ['duration'],
      after: /[\s-]*(?:\w+\s+)?(?:promissory\s+|seller\s+)?notes?\b/i,
      path: { duration: 'components/note-1/years' },
      near: /\b(?:due|repaid|installments?|instalments?|payable|amortiz\w+|amortis\w+|over|balloon|matur\w+|term|principal|note|finance|carry|interest|anniversar\w+)\b/,
      label: /\bnote\b|seller\s+(?:financing|paper)/i,
      when: ({ start, end }, { text, label, heading, before, quantities }) =>
        // The time without principal is a part of the term; "five years, interest only" is all of it.
        (!/^[.,]?\s*(?:of\s+)?interest[\s-]only\b/i.test(text.slice(end)) ||
          (text.slice(end).startsWith(',') && quantities.filter(({ kind }) => kind === 'duration').length === 1)) &&
        // "Interest only for five years, with the principal due at maturity" is all of it too.
        (!/\b(?:interest[\s-]only|no\s+(?:payments?|principal)|standstill)\b[^.;,]{0,30}$/i.test(
          text.slice(0, start),
        ) ||
          (/\b(?:matur\w+|balloon|principal\s+(?:is\s+)?due\s+at\s+the\s+end)\b/i.test(text) &&
            quantities.filter(({ kind }) => kind === 'duration').length === 1)) &&
        (inNote.test(text) ||
          inNote.test(label) ||
          goesOn(text, before) ||
          (/^deferred/i.test(label || heading) &&
            /\binstall?ments\b/i.test(text) &&
            !/\b(?:if|provided)\b/i.test(text))),
      value: (months) => Number((months / 12).toFixed(2)),
    },
  ],
  sayings: [
    {
      path: 'components/note-1/repayment',
      value: 'level',
      words:
        /\b(?:equal|level)\s+(?:\w+\s+)?(?:annual|monthly|yearly|quarterly)?\s*(?:installments?|instalments?|payments?)|amortiz(?:ing|ed)|fully\s+amorti/i,
      never: /interest[\s-]only/i,
    },
    { path: 'components/note-1/repayment', value: 'interestOnly', words: /interest[\s-]only|balloon/i },
  ],
}
