import { catalogue } from './catalogue'

/** The fields of a message, and what is wrong with what was typed there. */
export const messageFormText = catalogue.area('messageForm', {
  message: 'Message',
  tooMany: (characters: number) => `${characters} too many.`,
  handler: 'Handler',
  handlerHelp: 'The ID of a function that your script handles.',
  data: 'Data',
  dataHelp: 'JSON that the handler gets.',

  textBounds: (least: number, most: number) => `A message has ${least} to ${most} characters.`,
  handlerNeeded: 'Enter the handler to run.',
  longestHandler: (characters: number) => `A handler name has at most ${characters} characters.`,
  dataTooLong: 'The data is too long for one message.',
  dataNeeded: 'Enter JSON data; [] sends nothing.',
  notJsonAt: (line: number, column: number) => `Not JSON at line ${line}, column ${column}.`,
  notClosed: 'Not JSON: a bracket or quote isn’t closed.',
  notJson: 'Not JSON. Put text and names in double quotes.',
})
