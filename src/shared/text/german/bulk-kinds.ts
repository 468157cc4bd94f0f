import type { bulkKindsText } from '../bulk-kinds'
import type { Translation } from '../catalogue'

export const bulkKinds: Translation<typeof bulkKindsText> = {
  message: 'Nachricht senden',
  disconnect: 'Trennen',
  'message-disconnect': 'Nachricht, warten, trennen',
}
