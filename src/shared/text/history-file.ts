import { catalogue } from './catalogue'

/** What happened to the file of the action log, and to records in it. */
export const historyFileText = catalogue.area('historyFile', {
  unreadable: 'The action log could not be read. Check that its folder can be read, then try again.',
  notRecordedLocked:
    'Another program holds the file of the action log, so this could not be recorded and nothing was sent. Close it, or try again in a moment.',
  notRecorded:
    'This could not be recorded in the action log, so nothing was sent. Check that the disk has room and can be written.',
  newer:
    'A newer Sessiondeck wrote the action log, so no action is sent. Start that one, or move history.db away.',
  locked: 'Another program holds the file of the action log, so no action is sent. Close it.',
  unwritable:
    'The action log cannot be opened, so no action is sent. Check that its folder can be written and has room.',
  deleted:
    'The file of the action log was deleted while Sessiondeck ran. A new one was begun; what was in the old one is gone.',
  replaced:
    'The file of the action log was replaced while Sessiondeck ran. It goes on in the one that is there now.',
  damaged: (aside: string) => `The action log was damaged. It was kept as ${aside}, and a new one was begun.`,
  copied: (actions: number, aside: string) =>
    `${actions} actions were more than a year older than the newest and were taken out of the log. The log as it was is kept as ${aside}: delete it if this machine’s clock was right.`,

  endedBeforeAnswer: 'Sessiondeck ended before the answer came, so nobody can tell whether it took effect.',
  endedBeforeHeartbeat:
    'The service accepted it, and Sessiondeck ended before a heartbeat could tell whether the session left.',
  endedBeforeTurn: 'Sessiondeck ended before its turn came.',
  unreadableRecord: 'This record of the action log cannot be read.',
  damagedRecord: 'A damaged record',
})
