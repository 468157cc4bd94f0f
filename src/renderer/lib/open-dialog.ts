/** Marks a question that belongs to its place in the window, and asks nothing of the rest of it. */
export const inPlaceMark = { 'data-in-place': '' }

/** Whether a dialog lies over the window, whoever opened it. */
export const isDialogOpen = (): boolean =>
  document.querySelector('[role=dialog]:not([data-in-place])') !== null
