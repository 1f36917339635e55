import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'

import { steadyPress } from './components/entry/steady-press'
import { Frame } from './components/frame/Frame'
import { useCommands } from './components/frame/commands'
import { follow } from './state/changes'
import { routeOf, type Route } from './state/route'
import { useStore } from './state/store'
import { theme, variables } from './theme'

/** The whole window: the frame and a page. */
export function App({ nonce }: { readonly nonce: string }) {
  const route = useRoute()
  const scheme = useStore((state) => state.theme)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      getStyleNonce={() => nonce}
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
      defaultColorScheme="auto"
    >
      <Window route={route} />
    </MantineProvider>
  )
}

function Window({ route }: { readonly route: Route }) {
  const start = useStore((state) => state.start)
  useEffect(() => void start(), [start])
  const host = useStore((state) => state.host)
  useEffect(() => host.onChange(follow), [host])
  useEffect(() => steadyPress(), [])
  useCommands()
  useUnsavedWarning()
  return (
    <>
      <Notifications position="bottom-right" autoClose={10_000} transitionDuration={0} />
      <Frame route={route} />
    </>
  )
}

/** Follows the route in the address and tells the store its page. */
function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(globalThis.location.hash))
  useEffect(() => {
    const follow = () => setRoute(routeOf(globalThis.location.hash))
    globalThis.addEventListener('hashchange', follow)
    return () => globalThis.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    useStore.setState({ page: route.page })
  }, [route])
  return route
}

/** Asks before closing a window with unsaved changes. */
function useUnsavedWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { document, stored, clashes } = useStore.getState()
      if (document !== stored || clashes.length > 0) event.preventDefault()
    }
    globalThis.addEventListener('beforeunload', ask)
    return () => globalThis.removeEventListener('beforeunload', ask)
  }, [])
}
