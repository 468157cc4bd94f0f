/** `host`, or `[host]:port` where the port is not the usual one: as OpenSSH writes it. */
export function hostAndPort(host: string, port: number): string {
  return port === 22 ? host : `[${host}]:${port}`
}
