import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'

import type { Command } from '../../shared/host'
import { COMMAND_CHANNEL } from '../ipc/channels'

/** The menu asks the page to act: the page knows what is open, and one action is one undo step there. */
export function setMenu(window: BrowserWindow): void {
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => window.webContents.send(COMMAND_CHANNEL, command),
  })
  const mac = process.platform === 'darwin'
  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,')
  const template: MenuItemConstructorOptions[] = [
    ...(mac
      ? [
          {
            role: 'appMenu' as const,
            submenu: [
              { role: 'about' as const },
              { type: 'separator' as const },
              settings,
              { type: 'separator' as const },
              { role: 'hide' as const },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              { type: 'separator' as const },
              { role: 'quit' as const },
            ],
          },
        ]
      : []),
    {
      label: '&File',
      submenu: [
        item('New Case', 'new', 'CmdOrCtrl+N'),
        item('Open Case File…', 'import', 'CmdOrCtrl+O'),
        item('Save Case File…', 'export', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        item('Report as PDF…', 'report', 'CmdOrCtrl+P'),
        ...(mac
          ? []
          : [{ type: 'separator' as const }, settings, { type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('Cases', 'page:start', 'CmdOrCtrl+1'),
        item('Practice', 'page:practice', 'CmdOrCtrl+2'),
        item('You', 'page:you', 'CmdOrCtrl+3'),
        item('Offers', 'page:offers', 'CmdOrCtrl+4'),
        item('Compare', 'page:compare', 'CmdOrCtrl+5'),
        item('Report', 'page:report', 'CmdOrCtrl+6'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : [{ label: '&Help', submenu: [{ role: 'about' as const }] }]),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
