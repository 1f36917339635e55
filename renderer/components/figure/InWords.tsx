import type { Sentence } from '../../../shared/present/sentence'
import { usdInWords } from '../../format'
import { Figure } from './Figure'
import { Terms } from './Terms'

interface Props {
  readonly sentence: Sentence
  /** Without its terms explained, where they were before. */
  readonly plain?: boolean
}

/** A sentence whose amounts can be asked why, and whose terms are explained. */
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
