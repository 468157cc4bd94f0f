import type { Translation } from '../catalogue'
import type { questionsText } from '../questions'

export const questions: Translation<typeof questionsText> = {
  tooLong: 'Das ist zu lang.',
  enterScriptId: 'Geben Sie eine Skript-ID ein.',
  enterUserName: 'Geben Sie einen Nutzernamen ein.',
  enterKey: 'Geben Sie einen Schlüssel ein.',
  enterRobloxId: 'Geben Sie eine Roblox-ID ein.',
  enterPlaceId: 'Geben Sie die ID eines Orts ein.',
  enterJobId: 'Geben Sie eine Job-ID ein.',
  enterDiscordId: 'Geben Sie eine Discord-ID ein.',
  enterHubId: 'Geben Sie die ID eines Hubs ein.',
  enterMachineId: 'Geben Sie die ID einer Maschine ein.',
  enterUserId: 'Geben Sie die ID eines Nutzers ein.',
  enterFilter: 'Geben Sie einen Schlüssel, eine Roblox-ID, einen Ort oder einen Job zum Filtern ein.',
  endBeforeStart: 'Wählen Sie ein Ende, das nicht vor dem Anfang liegt.',
}
