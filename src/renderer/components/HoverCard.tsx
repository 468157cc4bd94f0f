import { LateTrigger } from './LateTrigger'
import type { HoverCardProps } from './popup-props'

/** More about an element, beside it, while the pointer or the focus stays. */
export function HoverCard({ children, ...props }: HoverCardProps) {
  return (
    <LateTrigger
      opens={null}
      popup={({ PointerCard }, takeover) => <PointerCard {...props} takeover={takeover} />}
    >
      {children}
    </LateTrigger>
  )
}
