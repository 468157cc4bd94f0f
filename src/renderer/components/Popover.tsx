import { LateTrigger } from './LateTrigger'
import type { PopoverProps } from './popup-props'

/** A small surface beside its button, for more than a menu can hold. */
export function Popover({ trigger, ...props }: PopoverProps) {
  return (
    <LateTrigger
      opens="click"
      closed={{ 'aria-haspopup': 'dialog', 'aria-expanded': false }}
      popup={({ ButtonPopover }, takeover) => <ButtonPopover {...props} takeover={takeover} />}
    >
      {trigger}
    </LateTrigger>
  )
}
