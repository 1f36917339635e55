import { keepTabKey } from './state/tab-key'

// The first page of a tab that was let in. It keeps the key and goes on by itself: the address with the used token
// leaves the history, and a later reload counts as asked for by this page, not by the one that led here.
keepTabKey(document.querySelector<HTMLMetaElement>('meta[name=tab-key]')?.content ?? '')
globalThis.location.replace(globalThis.location.pathname + globalThis.location.hash)
