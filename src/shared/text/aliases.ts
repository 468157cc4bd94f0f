import { catalogue } from './catalogue'

/** Stand-ins for names, by what they are a name of. */
export const aliasesText = catalogue.area('aliases', {
  User: (number: string) => `User ${number}`,
  Machine: (number: string) => `Machine ${number}`,
  Host: (number: string) => `Host ${number}`,
  Job: (number: string) => `Job ${number}`,
})
