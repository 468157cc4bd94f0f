import { catalogue } from './catalogue'

/** Why there is no update, or why one was not downloaded or installed. */
export const updateProblemsText = catalogue.area('updateProblems', {
  noSignedList:
    'The update server answered with something that is no signed list of versions. Nothing was downloaded. A network that asks you to sign in does that; otherwise try again later.',
  wronglySigned:
    'The list of versions was not signed by Sessiondeck’s makers, or was changed on the way. Nothing was downloaded.',
  unreadable:
    'The list of versions is written in a way that this version does not understand. Nothing was downloaded. Get the newest version from Sessiondeck’s download page.',
  unreachable: 'The update server could not be reached. Check the internet connection and try again.',
  tooLarge: 'The update server’s answer is far too long for a list of versions. Nothing was downloaded.',
  refused: (status: number) => `The update server answered with error ${status}. Try again later.`,
  anotherFile:
    'The downloaded file is not the one that was released, so it was deleted and not installed. Download it again; if that fails too, get it from Sessiondeck’s download page.',
  demoIsOff: 'The demo does not update itself. Sessiondeck with your own accounts does.',
  buildIsOff: 'This build does not update itself.',

  downloadDiskFull: (megabytes: number) =>
    `The disk is full: the update needs ${megabytes} MB. Free some space and download it again.`,
  notSaved: 'The update could not be saved in Sessiondeck’s data folder. Check the rights of the folder.',
  sentElsewhere: 'The update server sent Sessiondeck to an unknown address, so nothing was downloaded.',
  brokeOff: 'The download broke off. Check the internet connection and download it again.',
  notDownloadedBecause: (reason: string) => `The update could not be downloaded: ${reason}`,
  givenUp: 'The download was given up.',
  notDownloaded: 'The update could not be downloaded. Get it from Sessiondeck’s download page.',

  /** @param command what does it by hand */
  noPkexec: (command: string) =>
    `The update was not installed: this system has no pkexec to ask for the password. Sessiondeck runs on unchanged. Try again, or run this in a terminal and start Sessiondeck again: ${command}`,
  notAllowed: (command: string) =>
    `The update was not installed: the system did not allow it. Sessiondeck runs on unchanged. Try again, or run this in a terminal and start Sessiondeck again: ${command}`,
  installerBusy: (command: string) =>
    `The update was not installed: another program is installing something. Try again, or run this in a terminal and start Sessiondeck again: ${command}`,
  installerRefused: (command: string) =>
    `The update was not installed: the package manager refused. Try again, or run this in a terminal and start Sessiondeck again: ${command}`,
  imageDiskFull: (file: string) =>
    `The disk is full, so ${file} was left as it is. Free some space and try again.`,
  imageNotReplaced: (file: string, code: string) =>
    `${file} could not be replaced (${code || 'unknown error'}), and was left as it is. Check the rights of its folder, or download the new version by hand.`,
  setupFailed:
    'The update could not be installed, and Sessiondeck runs on unchanged. Try again, or get the new version from the download page.',
})
