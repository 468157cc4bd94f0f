import { WebLinksAddon } from '@xterm/addon-web-links'
import type { ILinkHandler, Terminal } from '@xterm/xterm'
import { safeLink } from '../../../../shared/links'
import { terminalText } from '../../../../shared/text/terminal'
import { request } from '../../../bridge'
import { shortcutText } from '../../../components/Kbd'
import { isMac } from '../terminal-keys'
import { httpsLink } from './https-link'

const open = (event: MouseEvent, address: string) => {
  if (!(isMac ? event.metaKey : event.ctrlKey) || !safeLink(address)) return
  void request('link.open', { url: address })
}

/**
 * Makes `https:` addresses in the output links that Ctrl/Cmd+click opens, as well as the links that programs mark
 * (OSC 8). The pointer shows where one leads: its text may say otherwise.
 */
export function addLinks(terminal: Terminal, element: HTMLElement): void {
  const hover = (_event: MouseEvent, address: string) => {
    element.title = safeLink(address)
      ? `${address}\n${terminalText.clickOpens(shortcutText('Mod+'))}`
      : address
  }
  const leave = () => {
    element.title = ''
  }
  const handler: ILinkHandler = { activate: open, hover, leave }
  terminal.options.linkHandler = handler
  terminal.loadAddon(new WebLinksAddon(open, { urlRegex: httpsLink, hover, leave }))
}
