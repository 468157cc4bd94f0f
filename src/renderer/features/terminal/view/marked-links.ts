import type { MarkedLinks } from './xterm-inside'

type Link = Parameters<MarkedLinks['registerLink']>[0]

/** Most links that are remembered; the text of older ones stays, without its address. */
const mostLinks = 5_000
/** Longest address, UTF-16 units. */
const longestAddress = 2_083

/**
 * Keeps the addresses of links that programs mark (OSC 8) in a list of our own, newest 5,000. xterm has every line of
 * output look at all lines with a link on them, and every letter of a link at all lines of that link.
 */
export function boundLinks(links: MarkedLinks): void {
  const byId = new Map<number, Link>()
  const ids = new Map<string, number>()
  let last = 0

  const nameOf = ({ id, uri }: Link) => `${id};;${uri}`

  links.registerLink = (link) => {
    // No link: what is printed has no address.
    if (link.uri.length > longestAddress) return 0
    const known = link.id === undefined ? undefined : ids.get(nameOf(link))
    if (known !== undefined) return known
    last += 1
    byId.set(last, link)
    if (link.id !== undefined) ids.set(nameOf(link), last)
    const [oldest] = byId.size > mostLinks ? byId : []
    if (oldest) {
      byId.delete(oldest[0])
      if (oldest[1].id !== undefined) ids.delete(nameOf(oldest[1]))
    }
    return last
  }
  links.addLineToLink = () => undefined
  links.getLinkData = (id) => byId.get(id)
}
