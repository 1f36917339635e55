import { helping, type Asked, type Found } from '../../shared/analysis/simulation/crew'

// A thread of the crew. The compiler knows this file as a page's; in a worker the global object is the line to its owner.
const line = globalThis as unknown as {
  postMessage(found: Found, handedOver: ArrayBufferLike[]): void
  addEventListener(type: 'message', listener: (event: { data: Asked }) => void): void
}
const help = helping((found, handedOver) => line.postMessage(found, handedOver))
line.addEventListener('message', ({ data }) => help(data))
