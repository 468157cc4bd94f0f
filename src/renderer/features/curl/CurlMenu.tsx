import { SquareCode } from 'lucide-react'
import { providerCatalog } from '../../../shared/provider-catalog'
import type { RosterRow } from '../../../shared/session'
import { IconButton } from '../../components/IconButton'
import { Menu, MenuItem } from '../../components/Menu'
import { usePresenter } from '../../stores/presentation'
import { copyCurl, curlRefusal } from './copy-curl'

/** The requests about a session as command lines; a message's is in its dialog, where its text is. */
export function CurlMenu({ row: { key, provider } }: { row: RosterRow }) {
  const { on } = usePresenter()
  const button = (
    <IconButton
      label="Copy as curl"
      shortcut={null}
      icon={<SquareCode />}
      disabledReason={on ? curlRefusal : null}
    />
  )
  if (on) return button
  return (
    <Menu align="end" trigger={button}>
      <MenuItem onSelect={() => void copyCurl({ kind: 'details', key })}>Details as curl</MenuItem>
      {providerCatalog[provider].disconnect ? (
        <MenuItem onSelect={() => void copyCurl({ kind: 'disconnect', key })}>Disconnect as curl</MenuItem>
      ) : null}
    </Menu>
  )
}
