/** The DOM id of the tab that is shown; the key that leaves a terminal goes there. */
export const activeTabId = 'active-terminal-tab'
/** The DOM id of the button that opens a new tab. */
export const newTabButtonId = 'new-terminal-tab'
