import { catalogue } from './catalogue'

/** What two sessions have in common. */
export const relationsText = catalogue.area('relations', {
  user: 'Same user',
  key: 'Same key',
  hwid: 'Same hardware ID',
  job: 'Same job',
  machine: 'Same machine',
  place: 'Same place',
})
