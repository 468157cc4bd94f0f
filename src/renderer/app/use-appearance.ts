import { useEffect, useMemo } from 'react'
import { writeHours } from '../lib/format'
import { chooseKeys } from '../lib/shortcuts'
import { useSettings } from '../stores/workspace'

/** Puts theme and density on the document, where the tokens look for them, and has times written and keys answered as the person wants. */
export function useAppearance(): void {
  const { theme, density, clock, shortcuts } = useSettings()
  // While it is drawn: what is drawn below writes times with these hours already.
  useMemo(() => writeHours(clock), [clock])
  useMemo(() => chooseKeys(shortcuts), [shortcuts])
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    dataset.density = density
  }, [theme, density])
}
