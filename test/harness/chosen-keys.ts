import { useSelection } from '../../src/renderer/stores/selection'
import type { Choice } from '../../src/shared/list/choice'

/** The keys of those that are chosen, where the window has them all; else the choice that stands for them. */
export function chosenKeys(): readonly string[] | Choice {
  const { choice } = useSelection.getState().selected
  return choice.kind === 'sessions' ? choice.keys : choice
}
