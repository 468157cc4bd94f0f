import { catalogue } from './catalogue'

/** What is wrong with a question to a service. */
export const questionsText = catalogue.area('questions', {
  tooLong: 'This is too long.',
  enterScriptId: 'Enter a script ID.',
  enterUserName: 'Enter a user name.',
  enterKey: 'Enter a key.',
  enterRobloxId: 'Enter a Roblox ID.',
  enterPlaceId: 'Enter a place ID.',
  enterJobId: 'Enter a job ID.',
  enterDiscordId: 'Enter a Discord ID.',
  enterHubId: 'Enter a hub ID.',
  enterMachineId: 'Enter a machine ID.',
  enterUserId: 'Enter a user ID.',
  enterFilter: 'Enter a key, Roblox ID, place or job to filter by.',
  endBeforeStart: 'Choose an end that is not before the start.',
})
