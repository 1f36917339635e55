import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import type { Argument, CallName, Command, Envelope, Host, Results } from '../shared/host'
import { callNames, channelOf, COMMAND_CHANNEL } from './ipc/channels'

/** All that a page gets: the contract. Neither a channel's name nor an event of Electron's reaches it. */
const host = {
  call: async <Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>> => {
    if (!callNames.includes(name))
      return { ok: false, error: { code: 'not-found', message: 'The program has no such call.' } }
    return (await ipcRenderer.invoke(channelOf(name), argument)) as Envelope<Results[Name]>
  },
  onCommand(listener: (command: Command) => void) {
    const receive = (_event: IpcRendererEvent, command: Command) => listener(command)
    ipcRenderer.on(COMMAND_CHANNEL, receive)
    return () => void ipcRenderer.removeListener(COMMAND_CHANNEL, receive)
  },
} satisfies Host

contextBridge.exposeInMainWorld('host', host)
