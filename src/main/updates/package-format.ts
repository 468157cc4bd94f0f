/** How this application came to this computer. `exe`: the setup program of Windows; `zip`: a macOS application, dmg or not. */
export type PackageFormat = 'deb' | 'rpm' | 'AppImage' | 'tar.gz' | 'exe' | 'zip'

/**
 * The format of the package that runs.
 *
 * @param facts.isAppImage whether an AppImage was opened
 * @param facts.packageType what Linux packages say in their file `package-type`; empty where there is none
 */
export function packageFormat(facts: {
  platform: string
  isAppImage: boolean
  packageType: string
}): PackageFormat {
  if (facts.platform === 'darwin') return 'zip'
  if (facts.platform === 'win32') return 'exe'
  if (facts.isAppImage) return 'AppImage'
  const type = facts.packageType.trim()
  return type === 'deb' || type === 'rpm' ? type : 'tar.gz'
}
