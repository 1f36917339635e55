import type { Words } from '../term'

/** What becomes of the practice's loans. The amount owed is a matter of the books, not of the letter. */
export const debt: Words = {
  terms: [
    {
      id: 'loan',
      kinds: ['money'],
      before:
        /\b(?:(?:bank|practice|existing|outstanding)\s+debt|equipment\s+loan|loan|line\s+of\s+credit|indebtedness)\b[^.;$]{0,60}/i,
      near: /\b(?:bank\s+debt|equipment\s+loan|loan\s+of|practice\s+debt|pre-?approved)\b/,
      label: /practice\s+debt|\bloan/i,
      when: ({ values, end }, { text }) =>
        values[0]! < 5e6 && !/^,?\s*(?:which|that|and\s+(?:that|it))\b[^.;]{0,50}\bclosing/i.test(text.slice(end)),
      handicap: -1,
    },
  ],
  sayings: [
    {
      path: 'debt',
      value: 'paid',
      words:
        /\b(?:debt|loan|loans|indebtedness|liens?)\b.{0,90}\b(?:paid\s+off|repaid|satisfied|discharged|retired|extinguished|cleared|paid\s+(?:in\s+full\s+)?(?:from|out\s+of|at|by)\s+(?:the\s+|your\s+)?(?:closing|cash|proceeds|purchase|price|you|[Ss]eller))\b|\b(?:pay(?:s|ing)?\s+off|paid\s+off|payoff|retir(?:e|es|ing)|clear(?:s|ing)?)\b.{0,60}\b(?:debt|loan|indebtedness|notes)/i,
      // "Would stay in the company and be repaid from its earnings": the buyer's day changes nothing.
      never: /\b(?:stays?|remains?)\s+(?:with|in)\b|\brepaid\s+(?:from|out\s+of)\s+(?:its|future)\b/i,
    },
    { path: 'debt', value: 'paid', words: /\bpaid\s+off\b|\bpay-?\s?off\b/i, label: /debt|loan/i },
    {
      path: 'debt',
      value: 'paid',
      words: /\b(?:bank|lender|credit\s+union)s?\s+(?:gets?|is|are|will\s+be|would\s+be)\s+paid\s+(?:off|first|out)\b/i,
    },
    {
      path: 'debt',
      value: 'paid',
      words: /\blender\s+pay-?\s?offs?\b|\bpay-?\s?offs?\s+(?:of|to)\s+(?:your\s+)?lenders?\b/i,
    },
    {
      path: 'debt',
      value: 'stays',
      words:
        /\b(?:debt|loan)\b.{0,40}\b(?:stays?|remains?)\s+(?:with|in)\b|\bassum(?:e|es|ed)\b.{0,30}\b(?:debt|loan)/i,
      never:
        /lease|\bassum\w+\s+that\b|\bno\s+(?:debt|loan)|\b(?:assum\w+|takes?\s+over)\s+(?:no|none)\b|\bnot\s+assum|\bdoes\s+not\b/i,
    },
  ],
}
