import type { Words } from '../term'
import { cash } from './cash'
import { closing } from './closing'
import { costs } from './costs'
import { debt } from './debt'
import { earnOut } from './earn-out'
import { ebitda } from './ebitda'
import { elsewhere } from './elsewhere'
import { escrow } from './escrow'
import { fee } from './fee'
import { job } from './job'
import { note } from './note'
import { ownership } from './ownership'
import { price } from './price'
import { realEstate } from './real-estate'
import { restrictive } from './restrictive'
import { retained } from './retained'
import { rolledEquity } from './rolled-equity'
import { shareSold } from './share-sold'
import { specialty } from './specialty'

/** The whole grammar. */
export const WORDS: readonly Words[] = [
  price,
  ebitda,
  shareSold,
  ownership,
  cash,
  escrow,
  note,
  earnOut,
  rolledEquity,
  retained,
  job,
  fee,
  closing,
  debt,
  costs,
  realEstate,
  restrictive,
  specialty,
  elsewhere,
]
