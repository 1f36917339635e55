/**
 * The key of this tab in the browser shell: a second secret besides the cookie, which a browser would send to every
 * server on 127.0.0.1. It lives as long as the tab and is unknown to any other origin.
 */
const NAME = 'tab-key'

export const keepTabKey = (key: string): void => sessionStorage.setItem(NAME, key)
export const tabKey = (): string | null => sessionStorage.getItem(NAME)
