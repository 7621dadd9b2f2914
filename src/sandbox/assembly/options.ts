/** What the documents of Assembly leave open: each choice is one switch. */
export interface AssemblyOptions {
  /** @default the key of the sandbox */
  readonly apiKey: string;
  /** Whether a contact says which company it belongs to. @default true */
  readonly contactsCarryCompany: boolean;
  /** Whether custom properties are read as a list of name and value, as newer revisions do. @default false */
  readonly additionalPropertiesAsList: boolean;
  /** Whether the last page promises one more, which is then empty. @default false */
  readonly emptyLastPage: boolean;
  /** Whether an upsert that creates links the source specific id that it was asked for. @default true */
  readonly upsertLinksSourceSpecificId: boolean;
}
