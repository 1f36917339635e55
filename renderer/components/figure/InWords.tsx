import type { Sentence } from '../../../shared/present/sentence'
import { usdInWords } from '../../format'
import { Figure } from './Figure'
import { Terms } from './Terms'

interface Props {
  readonly sentence: Sentence
  /** Without explanations of its terms, where they were given before. */
  readonly plain?: boolean
}

/** A sentence whose amounts open Why and whose terms are explained. */
export function InWords({ sentence, plain }: Props) {
  return sentence.map((piece, i) =>
    typeof piece === 'string' ? (
      plain ? (
        piece
      ) : (
        <Terms key={i}>{piece}</Terms>
      )
    ) : (
      <Figure key={i} path={piece.path} view={piece.view} id={piece.figure}>
        {usdInWords(Math.abs(piece.value))}
      </Figure>
    ),
  )
}
