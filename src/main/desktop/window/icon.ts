import { type NativeImage, nativeImage } from 'electron'

/** Name of an icon as scripts/draw-icons.mjs draws it: its look, and its size in pixels. */
type IconName = `colour-${16 | 24 | 64}` | `marked-${16 | 24}` | 'template-18' | 'marked-template-18'

/** The files as data: URLs, by path: they are few and small, and none can be missing from a package. */
const files = import.meta.glob<string>('./icons/*.png', { query: '?inline', import: 'default', eager: true })

/** An icon of the application, with twice as many pixels for the screens that show them. */
export function appIcon(name: IconName): NativeImage {
  const image = nativeImage.createFromDataURL(files[`./icons/${name}.png`] ?? '')
  image.addRepresentation({ scaleFactor: 2, dataURL: files[`./icons/${name}@2x.png`] ?? '' })
  if (name.includes('template')) image.setTemplateImage(true)
  return image
}
