import { keepTabKey } from './state/tab-key'

// The first page of an admitted tab. It stores the key and moves on by itself: the address with the used token leaves
// the history, and a later reload counts as coming from this page, not from the one that linked here.
keepTabKey(document.querySelector<HTMLMetaElement>('meta[name=tab-key]')?.content ?? '')
globalThis.location.replace(globalThis.location.pathname + globalThis.location.hash)
