/**
 * What a letter tells beside its offer: examples, other deals, what the owner had hoped for, what somebody else might
 * pay, what is usual. Numbers there are no terms.
 */
const MARKS = new RegExp(
  [
    // Examples and rules of thumb.
    String.raw`\bfor\s+(?:illustration|example|instance|comparison)\b|\bexample\s*:|\billustrative|\bhypothetical|\bwere\s+to\b|\bwould\s+have\s+to\b|\b(?:each|every)\s+(?:additional\s+)?\$[\d,.]+\s?\w{0,8}\s+(?:of|in)\b|\bwill\s+note\s+that\b|\bif\s+your\s+\w+\s+(?:thinks?|says?|believes?)\b|\bat\s+the\s+same\s+multiple\b|\bchanged\s+hands\b|\bif\s+you\s+(?:prefer|would\s+rather)\b`,
    // What the owner wished.
    String.raw`\byou(?:r\s+\w+)?\s+(?:(?:had|have|were|was|told\s+us\s+you)\s+)?(?:asked|hoped|hoping|wanted|requested|proposed|countered|mentioned)\b|\b(?:asking|listing|list)\s+price\b|\b(?:started|began|opened)\s+(?:out\s+)?at\b|\b(?:LOI|letter|offer|agreement)\s+(?:originally\s+)?(?:provides?|provided|contemplate[ds]?|called|stated)\s+(?:for\b)?|\bcan(?:no|[’'])t\s+wait\s+(?:for|until)\b|\b(?:valuation|appraisal|opinion\s+of\s+value)\s+(?:that\s+)?(?:your|his|her|the)\s+(?:broker|appraiser|advis[eo]r|accountant|banker|consultant)\b|\b(?:broker|appraiser)(?:[’']s)?\s+(?:valuation|appraisal|opinion)\b`,
    // Other deals, and what became of them.
    String.raw`\b(?:his|her|their)\s+(?:deal|sale|group)\s+(?:had|has|was|were|closed|sold)\b|\b(?:we|they|he|she|I)\s+(?:have\s+|had\s+|once\s+|also\s+|recently\s+|just\s+)?(?:closed|acquired|bought|sold|paid\s+(?:\$|\d|about|over|up\s+to|(?:an?|the)\s+[\w\s]{0,20}multiple)|did\s+(?:the\s+same|one\b|an?\s+\w*\s?(?:deal|transaction))|saw\s+(?:in\s+\d{4}|others?\b))|\bsold\s+(?:to\s+)?us\b|\b(?:earlier|previous|prior|recent|last|past)\s+(?:\w+\s+){0,3}(?:deals?|transactions?|acquisitions?)\b|\bour\s+\$[\d.,]+\s?\w*\s+(?:acquisition|purchase)\b|\b(?:classmate|colleague|friend|neighbor)s?\s+(?:got|sold|received)\b|\bused\s+to\b|\b(?:which|that)\s+(?:had\s+)?provided\s+for\b|\bdraft\s+(?:no\.?\s*)?\d+\s+(?:showed|had|said|provided)\b|\btook\s+home\b`,
    // What is usual, what somebody else might do.
    String.raw`\b(?:practices|deals|transactions|buyers|groups|others)\s+(?:[\w’']+\s+){0,4}(?:typically|usually|generally|often)\b|\bmight\s+(?:go|pay|offer|reach)\b`,
  ].join('|'),
  'gi',
)
const CONTRAST = /[,;]?\s+(?:but|however|yet|while|whereas)\b|;|\.\s|(?<=\))\s+and\b|\band\s+(?:I|we)\b/i

/** Where in a sentence it speaks of something else: from the mark's own part to the next contrast or closing parenthesis. */
/** "Three days is what you asked for and it is fine with us": granted. */
const GRANTED =
  /\b(?:fine|okay|ok|good|works?)\s+(?:with|for|by)\s+us\b|\bwe\s+(?:agree|accept|can\s+do\s+that|are\s+happy\s+to)\b/i

export function besideIn(text: string): { start: number; end: number }[] {
  if (GRANTED.test(text)) return []
  return [...text.matchAll(MARKS)].map(({ index }) => {
    const before = text.slice(0, index)
    const open = before.lastIndexOf('(')
    const within = open >= 0 && !before.slice(open).includes(')')
    const breaks = [...before.matchAll(new RegExp(CONTRAST.source, 'gi'))].map((match) => match.index + match[0].length)
    const start = Math.max(0, within ? open : 0, ...breaks)
    const rest = text.slice(index)
    const end = Math.min(
      ...[within ? rest.indexOf(')') : -1, rest.search(CONTRAST)].filter((at) => at >= 0).map((at) => index + at),
      text.length,
    )
    return { start, end }
  })
}
