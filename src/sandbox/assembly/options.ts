/** Choices that the documents of Assembly leave open: each is one switch. */
export interface AssemblyOptions {
  /** @default the key of the sandbox */
  readonly apiKey: string;
  /** Whether a contact says which company it belongs to. @default true */
  readonly contactsCarryCompany: boolean;
  /** Whether a usage log says which account or contact it belongs to, with nulls where it is neither. @default false */
  readonly usageCarriesOwner: boolean;
  /** Whether custom properties are read as a list of name and value, as newer revisions do. @default false */
  readonly additionalPropertiesAsList: boolean;
  /** Status of "already exists" for a custom property whose name is there. @default 409 */
  readonly takenPropertyStatus: 400 | 409;
  /** Whether the last page promises one more, which is then empty. @default false */
  readonly emptyLastPage: boolean;
  /** Whether an upsert that creates links the source specific id that it was asked for. @default true */
  readonly upsertLinksSourceSpecificId: boolean;
  /** Status of "already exists" for a ticket whose source specific id is there. @default 409 */
  readonly takenTicketIdStatus: 400 | 409;
  /**
   * Whether the sender of a ticket whom no key finds becomes a Customer account under the e-mail address given; without
   * an address, the ticket has no sender on record. @default true
   */
  readonly unknownSendersBecomeCustomers: boolean;
}
