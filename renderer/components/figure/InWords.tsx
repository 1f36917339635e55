import type { Sentence } from '../../../shared/present/sentence'
import { usdInWords } from '../../format'
import { Figure } from './Figure'

/** A sentence whose amounts can be asked why. */
export function InWords({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((piece, i) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <Figure key={i} path={piece.path} view={piece.view} id={piece.figure}>
        {usdInWords(Math.abs(piece.value))}
      </Figure>
    ),
  )
}
