import type { Offer } from '../../case/schema'
import type { Line } from '../../formula'
import type { When } from '../plan/context'

/** An offer with its key dates: what every part of a deal is declared from. */
export interface Terms {
  readonly offer: Offer
  /** Path of the offer's fields. */
  readonly path: string
  readonly scope: string
  readonly closing: When
  readonly retirement: When
  /** When the job ends: its own date, leaving early or retirement, whichever is first. */
  readonly jobEnd: Line
  /** The stated day of leaving, even if after retirement, and when the owner actually leaves. */
  readonly leavingDay: When
  readonly leave: Line
}
