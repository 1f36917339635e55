import { generalDentist } from './general-dentist'
import { oralSurgeon } from './oral-surgeon'
import { orthodontist } from './orthodontist'
import type { Sample } from './sample'

export type { Sample } from './sample'

export const samples: readonly Sample[] = [generalDentist, oralSurgeon, orthodontist]
