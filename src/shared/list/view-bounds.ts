/** How many views are kept, and how long their names are at most, characters. */
export const viewBounds = { most: 50, longestName: 60 } as const
