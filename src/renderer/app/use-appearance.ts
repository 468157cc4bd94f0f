import { useEffect } from 'react'
import { useSettings } from '../stores/workspace'

/** Puts theme and density on the document, where the tokens look for them. */
export function useAppearance(): void {
  const { theme, density } = useSettings()
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    dataset.density = density
  }, [theme, density])
}
