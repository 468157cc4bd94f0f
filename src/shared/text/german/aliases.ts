import type { aliasesText } from '../aliases'
import type { Translation } from '../catalogue'

export const aliases: Translation<typeof aliasesText> = {
  User: (number) => `Nutzer ${number}`,
  Machine: (number) => `Maschine ${number}`,
  Host: (number) => `Host ${number}`,
  Job: (number) => `Job ${number}`,
}
