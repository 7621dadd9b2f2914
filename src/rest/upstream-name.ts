/** The upstream as error messages name it. */
export interface UpstreamName {
  /** In lower case, for `extensions.system`. */
  readonly name: string;
  /** For people: "Assembled". */
  readonly title: string;
  /** The documented limit in words: "300 requests a minute". */
  readonly limitText: string;
}
