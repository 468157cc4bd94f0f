const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host's name, with or without a URL's brackets, means this machine: only there may a secret travel in clear. */
export const isLoopback = (hostname: string): boolean => names.has(hostname)
