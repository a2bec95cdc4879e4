/** Whose rules the issues follow where the two kinds of `bd` differ. */
export type Dialect = 'classic' | 'dolt'
