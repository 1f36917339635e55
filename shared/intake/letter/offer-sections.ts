// Where a letter with several offers begins one of them.

export const OFFER_SECTION =
  /^(?:offer|option|proposal|alternative|structure|bid)\s+(?:no\.?\s*)?(?:#\s*)?([A-F]|[1-6]|one|two|three|four)\b/i

/** "Option 1: Joint venture" names no buyer. */
export const KIND_OF_SALE =
  /\b(?:sale|sell|purchase|joint|venture|JV|services?|cash|equity|stay|hybrid|structure|buy|all|whole|full|part|partial|affiliation|merger|employment|minority|majority|recap\w*|roll\w*|asset|stock|model|\d+%?)\b/i
export const startsOffer = (text: string): boolean => OFFER_SECTION.test(text) && text.length < 80
/** "Option 1. We buy everything." */
export const SECTION_RUN_IN =
  /^((?:offer|option|proposal|alternative|structure|bid)\s+(?:no\.?\s*)?(?:#\s*)?(?:[A-F]|[1-6]|one|two|three|four))\s*[.:–—-]\s+(?=[A-Z])/i
