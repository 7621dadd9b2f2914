/** How many there may be of something; `most` is `Infinity` where nothing bounds it. */
export interface Range {
  readonly least: number;
  readonly most: number;
}
