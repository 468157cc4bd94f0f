import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow } from '../../../shared/session'
import { sessionDetailsText } from '../../../shared/text/session-details'
import type { CurlItem } from '../../actions/curl/CurlMenu'

/** The requests about a session; a message's is in its dialog, where its text is. */
export function sessionCurls({ key, provider, accountId, machineId }: RosterRow): CurlItem[] {
  const { disconnect, logs, machines } = providerCatalog[provider]
  const items: CurlItem[] = [{ label: sessionDetailsText.detailsAsCurl, subject: { kind: 'details', key } }]
  if (logs)
    items.push({ label: sessionDetailsText.logsAsCurl, subject: { kind: 'logs', key, format: 'json' } })
  if (machines && machineId !== null)
    items.push({
      label: sessionDetailsText.openTerminalAsCurl,
      subject: { kind: 'terminal', accountId, machineId },
    })
  if (disconnect)
    items.push({ label: sessionDetailsText.disconnectAsCurl, subject: { kind: 'disconnect', key } })
  return items
}
