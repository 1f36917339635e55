import { app, Menu, type MenuItemConstructorOptions } from 'electron'

import type { CaseSummary, Command } from '../../shared/host'

/** What the menu does by itself; it asks the page to do everything else. */
export interface MenuActs {
  command(command: Command): void
  newWindow(): void
  showDataFolder(): void
}

type Items = MenuItemConstructorOptions[]
type System = 'darwin' | 'win32' | 'linux'

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }
const MOST_RECENT = 8

/**
 * The application menu. The page knows what is open, and each of its actions is one undo step, so most entries ask the
 * front page to act.
 * @param recent the cases, most recently changed first
 */
export function setMenu(acts: MenuActs, recent: readonly CaseSummary[]): void {
  const system = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuFor(system, acts, recent, app.isPackaged)))
}

function menuFor(system: System, acts: MenuActs, recent: readonly CaseSummary[], packaged: boolean): Items {
  const mac = system === 'darwin'
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => acts.command(command),
  })
  const about = item('About Sell or Stay', 'about:version')
  const updates = item('Check for Updates…', 'about:updates')
  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,')

  const program: Items = [
    about,
    updates,
    SEPARATOR,
    settings,
    SEPARATOR,
    { role: 'services' },
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    { role: 'quit' },
  ]
  const file: Items = [
    item('New Case', 'new', 'CmdOrCtrl+N'),
    { label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: acts.newWindow },
    SEPARATOR,
    item('Open Case File…', 'import', 'CmdOrCtrl+O'),
    // The system's recent-documents list, which only macOS shows in the menu; Windows shows it on the taskbar.
    ...(mac ? [{ role: 'recentDocuments' as const, submenu: [{ role: 'clearRecentDocuments' as const }] }] : []),
    { label: 'Recent Cases', enabled: recent.length > 0, submenu: recentItems(acts, recent) },
    SEPARATOR,
    item('Save Case File…', 'export', 'CmdOrCtrl+Shift+S'),
    item('Report as PDF…', 'report', 'CmdOrCtrl+Shift+P'),
    item('Print Report…', 'print', 'CmdOrCtrl+P'),
    SEPARATOR,
    { role: 'close' },
    ...(mac ? [] : [SEPARATOR, settings, SEPARATOR, { role: 'quit' as const }]),
  ]
  const edit: Items = [
    item('Undo', 'undo', 'CmdOrCtrl+Z'),
    item('Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'delete' },
    { role: 'selectAll' },
  ]
  const go: Items = [
    item('Cases', 'page:start', 'CmdOrCtrl+1'),
    item('Practice', 'page:practice', 'CmdOrCtrl+2'),
    item('You', 'page:you', 'CmdOrCtrl+3'),
    item('Offers', 'page:offers', 'CmdOrCtrl+4'),
    item('Alternatives', 'page:ways', 'CmdOrCtrl+5'),
    item('Compare', 'page:compare', 'CmdOrCtrl+6'),
    item('Risk', 'page:risk', 'CmdOrCtrl+7'),
    item('Retirement', 'page:retirement', 'CmdOrCtrl+8'),
    item('Year Table', 'page:years', 'CmdOrCtrl+9'),
    item('Report', 'page:report'),
    item('Unconfirmed', 'page:unconfirmed'),
    item('Snapshots', 'page:snapshots'),
    SEPARATOR,
    item('Find a Page or Command…', 'palette', 'CmdOrCtrl+K'),
  ]
  const view: Items = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The plus key where it needs no Shift, and the one on the numeric keypad.
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(packaged ? [] : [SEPARATOR, { role: 'toggleDevTools' as const }]),
  ]
  const window: Items = mac
    ? [{ role: 'minimize' }, { role: 'zoom' }, SEPARATOR, { role: 'front' }]
    : [{ role: 'minimize' }, { role: 'close' }]
  const help: Items = [
    item('How It Is Calculated', 'method'),
    item('Keyboard Shortcuts', 'page:shortcuts', 'CmdOrCtrl+/'),
    item('What’s New', 'about:news'),
    SEPARATOR,
    { label: 'Show Data Folder', click: acts.showDataFolder },
    item('Diagnostics', 'about:diagnostics'),
    item('Licenses', 'about:licenses'),
    ...(mac ? [] : [SEPARATOR, updates, about]),
  ]
  return [
    ...(mac ? [{ role: 'appMenu' as const, submenu: program }] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&Go', submenu: go },
    { label: '&View', submenu: view },
    { role: 'windowMenu', label: '&Window', submenu: window },
    { role: 'help', label: '&Help', submenu: help },
  ]
}

/** An ampersand in a label would underline the next letter. */
const recentItems = (acts: MenuActs, recent: readonly CaseSummary[]): Items =>
  recent.slice(0, MOST_RECENT).map(({ id, name }) => ({
    label: (name || 'Untitled case').replaceAll('&', '&&'),
    click: () => acts.command(`case:${id}`),
  }))
