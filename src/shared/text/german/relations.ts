import type { Translation } from '../catalogue'
import type { relationsText } from '../relations'

export const relations: Translation<typeof relationsText> = {
  user: 'Derselbe Nutzer',
  key: 'Derselbe Schlüssel',
  hwid: 'Dieselbe Hardware-ID',
  job: 'Derselbe Job',
  machine: 'Dieselbe Maschine',
  place: 'Derselbe Ort',
}
