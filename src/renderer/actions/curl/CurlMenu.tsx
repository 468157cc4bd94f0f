import { SquareCode } from 'lucide-react'
import type { CurlSubject } from '../../../shared/curl'
import { curlText } from '../../../shared/text/curl'
import { IconButton } from '../../components/IconButton'
import { Menu, MenuItem } from '../../components/Menu'
import { usePresenter } from '../../stores/presentation'
import { copyCurl } from './copy-curl'

/** A request, and what a menu calls it: "Details as curl". */
export type CurlItem = { label: string; subject: CurlSubject }

/** Several requests as command lines, behind one button. Those with a form of their own are in that form. */
export function CurlMenu({ items }: { items: readonly CurlItem[] }) {
  const { on } = usePresenter()
  const button = (
    <IconButton
      label={curlText.copy}
      shortcut={null}
      icon={<SquareCode />}
      disabledReason={on ? curlText.presenting : null}
    />
  )
  if (on) return button
  return (
    <Menu align="end" trigger={button}>
      {items.map(({ label, subject }) => (
        <MenuItem key={label} onSelect={() => void copyCurl(subject)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
