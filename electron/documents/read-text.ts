import { basename } from 'node:path'

import { otherEncoding, textOf } from '../../shared/encoding'
import { Refused } from '../refused'
import { readWithin } from './read-within'

/**
 * The text of a file, whichever usual encoding it is in.
 * @param limit in bytes
 * @throws TooLarge; Refused where its letters would come out wrong; what reading throws
 */
export function readText(path: string, limit: number): string {
  const bytes = readWithin(path, limit)
  const text = textOf(bytes, (bytes, encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes))
  if (text === undefined) throw new Refused('invalid', otherEncoding(basename(path)))
  return text
}
