import { helping, type Asked, type Found } from '../../shared/analysis/simulation/crew'

// A worker that computes draws. The compiler treats this file as a page's; here the global object is the port to the owner.
const line = globalThis as unknown as {
  postMessage(found: Found, handedOver: ArrayBufferLike[]): void
  addEventListener(type: 'message', listener: (event: { data: Asked }) => void): void
}
const help = helping((found, handedOver) => line.postMessage(found, handedOver))
line.addEventListener('message', ({ data }) => help(data))
