/**
 * What a letter tells beside its offer: examples, other deals, what the owner had hoped for, what somebody else might
 * pay, what is usual. Numbers there are no terms.
 */
const OTHERS = new RegExp(
  [
    // Examples and rules of thumb.
    String.raw`\bfor\s+(?:illustration|example|instance|comparison)\b|\bexample\s*:|\billustrative|\bhypothetical|\bwere\s+to\b|\bwould\s+have\s+to\b|\b(?:each|every)\s+(?:additional\s+)?\$[\d,.]+\s?\w{0,8}\s+(?:of|in)\b|\bwill\s+note\s+that\b|\bif\s+your\s+\w+\s+(?:thinks?|says?|believes?)\b|\bat\s+the\s+same\s+multiple\b(?<!\b(?:will|shall|issued|valued)\b[^.;]{0,40})|\bchanged\s+hands\b|\bif\s+you\s+(?:prefer|would\s+rather)\b`,
    // "[Seller requests 8.5x.]"
    String.raw`\[(?:note|comment|seller|owner|counsel|doctor|practice|client|NTD|Dr\.?\s\w+)\b[^\]]*\]?`,
    // What somebody else bids.
    String.raw`\b(?:another|a\s+competing|a\s+different|one\s+other|(?:the|your)\s+other|some)\s+(?:\w+\s+)?(?:group|buyer|DSO|MSO|suitor|party|bidder|company|organization|platform|firm)s?\s+(?:[\w’']+\s+){0,3}?(?:offer|bid|pa(?:y|id)|propos|quot|promis|come\s+in|came\s+in|is\s+at|are\s+at)\w*|\bcompet(?:ing|itor[’']?s?[’']?)\s+(?:offers?|bids?|proposals?|groups?)\b|\b(?:their|the\s+other)\s+(?:offer|bid|proposal|letter)\b`,
    // Other deals, and what became of them.
    String.raw`\b(?:his|her|their)\s+(?:deal|sale|group)\s+(?:had|has|was|were|closed|sold)\b|\b(?:we|they|he|she|I)\s+(?:have\s+|had\s+|once\s+|also\s+|recently\s+|just\s+)?(?:closed|acquired|bought|sold|paid\s+(?:\$|\d|about|over|up\s+to|(?:an?|the)\s+[\w\s]{0,20}multiple)|did\s+(?:the\s+same|one\b|an?\s+\w*\s?(?:deal|transaction))|saw\s+(?:in\s+\d{4}|others?\b))|\bsold\s+(?:to\s+)?us\b|\b(?:earlier|previous|prior|recent|last|past)\s+(?:\w+\s+){0,3}(?:deals?|transactions?|acquisitions?)\b(?![^.;]*\b(?:enterprise|net\s+debt)\b)|\bour\s+\$[\d.,]+\s?\w*\s+(?:acquisition|purchase)\b|\b(?:classmate|colleague|friend|neighbor)s?\s+(?:got|sold|received)\b|\bused\s+to\b|\bwas\s+never\b|\b(?:which|that)\s+(?:had\s+)?provided\s+for\b|\bdraft\s+(?:no\.?\s*)?\d+\s+(?:showed|had|said|provided)\b|\btook\s+home\b`,
    // What is usual, what somebody else might do.
    String.raw`\b(?:practices|deals|transactions|buyers|groups|others)\s+(?:[\w’']+\s+){0,4}(?:typically|usually|generally|often)\b|\bmight\s+(?:go|pay|offer|reach)\b`,
  ].join('|'),
  'gi',
)
/** From here on a sentence speaks of something else; what stands before it is the offer's own. */
const ONWARD = new RegExp(
  [
    // What somebody else is paid, or must not do: the other doctors, the staff.
    String.raw`(?<!\b(?:as|be|become|an?)\s+(?:an?\s+)?(?:\w+\s+)?)\b(?:(?:the|your|our|any|all|each|both|other|current|present|existing)\s+)*(?:associates?(?:\s+(?:doctors?|dentists?))?(?!\s+agreement)|hygienists?|physician\s+assistants?|nurse\s+practitioners?|optometrists?|assistants|staff(?:\s+members)?|employees|team\s+members|office\s+managers?|front\s+desk)(?:,?\s+\(?Drs?\.\s+[A-Z][\w’'-]+\)?,?)?\)?(?:[’']s?\s+(?:base\s+|annual\s+|hourly\s+|current\s+)*(?:salar(?:y|ies)|pay|wages?|compensation|guarantees?|bonus(?:es)?)|\s+(?:would|will|shall|could|can|may|must|at|(?:are|is)(?!\s+(?:taken|deducted|borne))|keeps?|receives?|earns?|gets?|stays?|continues?|remains?))\b`,
    String.raw`\b(?:normali[sz]\w*|adjust\w*|assum\w*|replac\w*|market\s+rate\s+for)\s+(?:[\w’']+\s+){0,4}?(?:compensation|pay|salar(?:y|ies)|doc(?:tor)?s|dentists?|surgeons?|physicians?|providers?|owners?)\b[^.;,]{0,30}\b(?:at|of|to)\b`,
    // What the EBITDA is counted after.
    String.raw`\b(?:after|net\s+of|using|assuming)\s+(?:an?\s+|the\s+)?(?:provider|doctor|clinician|dentist|physician|surgeon|replacement)\s+(?:costs?|compensation|expenses?|pay|wages?)\s+(?:of|at)\b`,
    // How much better it is than something else.
    String.raw`\b(?:lower|less|shorter|better|higher|longer|fewer|more)\s+than\s+(?:the|our|what|in)\b[^.;,]*\b(?:forms?|usual\w*|standard|others?|first|earlier|original|typical|average|market)\b`,
    // What may be bought one day, and for how much.
    String.raw`\boption\s+to\s+(?:buy|purchase|acquire)\b(?!\s+(?:the\s+)?remaining)`,
  ].join('|'),
  'gi',
)
/** What the owner wished: the cell of a table that names it grants it. */
const WISHED = new RegExp(
  [
    String.raw`\byou(?:r\s+\w+)?\s+(?:(?:had|have|were|was|told\s+us\s+you)\s+)?(?:asked|hoped|hoping|wanted|requested|proposed|countered|mentioned)\b|\b(?:asking|listing|list)\s+price\b|\b(?:started|began|opened)\s+(?:out\s+)?at\b|\b(?:LOI|letter|offer|agreement)\s+(?:originally\s+)?(?:provides?|provided|contemplate[ds]?|called|stated)\s+(?:for\b)?|\bcan(?:no|[’'])t\s+wait\s+(?:for|until)\b|\b(?:valuation|appraisal|opinion\s+of\s+value)\s+(?:that\s+)?(?:your|his|her|the)\s+(?:broker|appraiser|advis[eo]r|accountant|banker|consultant)\b|\b(?:broker|appraiser)(?:[’']s)?\s+(?:valuation|appraisal|opinion)\b`,
    String.raw`\b(?:he|she|they|your\s+client|(?:the\s+)?(?:doctor|owner|seller)|Dr\.\s+[A-Z][\w’'-]+)\s+(?:(?:had|has|have)\s+)?(?:asked|hoped|wanted|requested|proposed|countered)\s+(?:for|about|at|with|to)\b`,
  ].join('|'),
  'gi',
)
const CONTRAST =
  /[,;]?\s+(?:but|however|yet|while|whereas)\b|;|(?<!\b(?:Drs?|Mrs?|Ms))\.\s|(?<=\))\s+and\b|,\s+(?:so\s+)?(?:we|I)\s+(?:can|could|will|would|are|offer|propose)\b|\band\s+(?:I|we)\b(?![^.;$%]{0,30}\b(?:her|him|them)\b)/i

/** "Three days is what you asked for and it is fine with us": granted. */
const GRANTED =
  /\b(?:fine|okay|ok|good|works?)\s+(?:with|for|by)\s+us\b|\bwe\s+(?:agree|accept|can\s+do\s+that|are\s+happy\s+to)\b/i

/** Where in a sentence it speaks of something else: from the mark's own part to the next contrast or closing parenthesis. */
export function besideIn(text: string, cell = false): { start: number; end: number }[] {
  if (GRANTED.test(text)) return []
  const onward = [...text.matchAll(ONWARD)]
  return [...text.matchAll(OTHERS), ...(cell ? [] : text.matchAll(WISHED)), ...onward].map((match) => {
    const { index, 0: mark } = match
    const before = text.slice(0, index)
    const open = before.lastIndexOf('(')
    const within = open >= 0 && !before.slice(open).includes(')')
    const breaks = [...before.matchAll(new RegExp(CONTRAST.source, 'gi'))].map((match) => match.index + match[0].length)
    const start = onward.includes(match) ? index : Math.max(0, within ? open : 0, ...breaks)
    const from = index + mark.length
    const rest = text.slice(from)
    const end = Math.min(
      ...[within ? rest.indexOf(')') : -1, rest.search(CONTRAST)].filter((at) => at >= 0).map((at) => from + at),
      text.length,
    )
    return { start, end }
  })
}
