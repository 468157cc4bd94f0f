/** Where an error was thrown, without its message, which may hold anything. */
export function errorPlaces(cause: unknown): string {
  if (!(cause instanceof Error)) return 'an unknown fault'
  const places = (cause.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 5)
    .join(' ')
  return places || cause.name
}
