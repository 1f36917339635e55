// What a test on the built program needs: a build of the current sources.
import { buildIfStale } from '../../build/fresh.mjs'

export default function setup() {
  if (!buildIfStale()) throw new Error('The program could not be built; the reason stands above.')
}
