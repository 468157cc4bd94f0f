import { List, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { SectionId } from '../../stores/section'
import { SessionsPanel } from '../sessions/SessionsPanel'

/** A part of the app that the navigation leads to. All but the sessions are loaded when they are first shown. */
export type Section = { id: SectionId; label: string; icon: LucideIcon; Panel: ComponentType }

/** In the order of the navigation. */
export const sections: readonly Section[] = [
  { id: 'sessions', label: 'Sessions', icon: List, Panel: SessionsPanel },
]
