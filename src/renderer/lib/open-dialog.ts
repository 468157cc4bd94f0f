/** Whether a dialog is open, whoever opened it. */
export const isDialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null
