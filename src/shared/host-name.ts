/**
 * A host's name or address as it may be dialled and written into known_hosts; an IPv6 address without brackets. What it
 * never has means something in known_hosts (`*` would make a key good for every host) or in a shell, where OpenSSH
 * refuses it too, cannot be seen, or turns what stands beside it.
 */
export const hostNamePattern = /^(?!-)[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}@/\\*?!,|#[\]'"`$;&<>(){}]+$/u

/** A user's name, without what cannot be seen or turns what stands beside it. */
export const userNamePattern = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u
