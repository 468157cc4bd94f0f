import { catalogue } from './catalogue'

/** Views of the list that are kept under a name. */
export const savedViewsText = catalogue.area('savedViews', {
  title: 'Views',
  save: 'Save this view…',
  saveTooltip: 'Save filters, order, columns and account under a name',
  full: (most: number) => `${catalogue.number(most)} views are the most that are kept`,
  more: (view: string) => `More about ${view}`,
  update: 'Update to what is shown now',
  rename: 'Rename…',
  delete: 'Delete',
  deleted: (view: string) => `“${view}” was deleted.`,
  narrowedToNothing: (view: string) =>
    `What “${view}” was narrowed to is no longer watched. It shows all accounts now.`,

  saveTitle: 'Save this view',
  saveAbout: 'Filters, order, columns and account, to come back to from the left.',
  renameTitle: 'Rename view',
  name: 'Name',
  nameNeeded: 'Enter a name.',
  personal: 'A customer’s key or ID is not kept in it: the view shows the whole account.',
})
