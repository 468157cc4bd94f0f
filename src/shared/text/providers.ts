import { catalogue } from './catalogue'

/** What the app knows of each service before any request to it: where its key is found, and what it can watch. */
export const providersText = catalogue.area('providers', {
  luaprotCredential:
    'Create an API key in the LuaProt dashboard and add this machine’s public IP address to its allow-list.',
  luaauthCredential: 'Copy the API token from your LuaAuth account page.',
  junkieCredential: 'Create an API key with the scope rest-api:* in the Junkie dashboard.',
  vsayCredential: 'Create an API token in VSay’s organisation settings.',

  hub: 'Hub',
  hubHelp: 'Every session of every script in the hub. The ID is in the hub’s dashboard address.',
  key: 'Key',
  keyHelp: 'One customer’s key.',
  discordId: 'Discord ID',
  discordIdHelp: 'One customer.',
  script: 'Script',
  scriptHelp: 'The ID of a script, as your LuaAuth project lists it.',
  allScripts: 'All scripts',
  allScriptsHelp: 'Every script of the key’s owner.',
  oneScript: 'One script',
  oneScriptHelp: 'Only this script.',
  scriptId: 'Script ID',
  organisation: 'Whole organisation',
  organisationHelp: 'Every active SSH session.',

  /** After “with”. */
  needsScriptIds: 'the IDs of the scripts to watch',
  needsOnlyKey: 'nothing but its key',
  /** After “by”. */
  byKey: 'key',
  byDiscordUser: 'Discord user',
})
