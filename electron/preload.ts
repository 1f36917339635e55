import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import type { Argument, CallName, Change, Command, Envelope, Host, Results } from '../shared/host'
import { callNames, CHANGE_CHANNEL, channelOf, COMMAND_CHANNEL } from './ipc/channels'

/** The page gets the contract and nothing else: no channel names, no Electron events. */
const host = {
  call: async <Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>> => {
    if (!callNames.includes(name))
      return { ok: false, error: { code: 'not-found', message: 'The program has no such call.' } }
    return (await ipcRenderer.invoke(channelOf(name), argument)) as Envelope<Results[Name]>
  },
  onChange: (listener: (change: Change) => void) => hear(CHANGE_CHANNEL, listener),
  onCommand: (listener: (command: Command) => void) => hear(COMMAND_CHANNEL, listener),
} satisfies Host

function hear<Message>(channel: string, listener: (message: Message) => void): () => void {
  const receive = (_event: IpcRendererEvent, message: Message) => listener(message)
  ipcRenderer.on(channel, receive)
  return () => void ipcRenderer.removeListener(channel, receive)
}

contextBridge.exposeInMainWorld('host', host)
