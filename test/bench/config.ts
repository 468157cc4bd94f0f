/** A `--config` file with one LuaProt account at the prepared service, polled as often as the application allows. */
export function benchConfig(url: string): object {
  return {
    accounts: [
      {
        provider: 'luaprot',
        label: 'Bench',
        baseUrl: url,
        credential: 'bench-key',
        scopes: [{ kind: 'hub', id: '40511091490620200512' }],
        // The window is measured, not the desktop's notifications.
        notify: false,
        requestsPerMinute: 6000,
      },
    ],
    settings: { heartbeatIntervalMs: 2000, notificationsAsked: true, closeExplained: true },
  }
}
