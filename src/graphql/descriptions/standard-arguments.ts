import type { Sentences } from "./sentences.ts";

/** The sense of arguments wherever they have these names; one that has another sense says so in the SDL. */
export const standardArguments: Sentences = {
  first: "Rows of the page.",
  after: "Cursor of the row behind which the page begins; the list's first row unless given.",
  last: "Rows of a page that is taken from the end of the list.",
  before: "Cursor of the row that the page ends before; the end of the list unless given.",
  filter: "Conditions that every row meets; none unless given.",
  search: "Part of a name, e-mail address or domain, upper and lower case and accents aside.",
  sort: "Order of the rows; that of the list unless given.",
  window: "Span of time to read.",
  at: "The moment to look at; now unless given.",
  by: "The one key that names the object.",
  id: "Id of the object: the global one, or that of its system.",
  ids: "Ids of the objects: the global ones, or those of their system.",
  input: "Values to write.",
  organization: "Id of the organization: the global one, or that of its system.",
  organizationId: "Id of the organization: the global one, or that of its system.",
  form: "Id of the form: the global one, or that of its system.",
  formId: "Id of the form: the global one, or that of its system.",
  queue: "Id of the only queue to look at; all queues unless given.",
  channel: "The channel to look at.",
  interval: "Length of the parts that the report measures.",
  status: "Rows in this state alone; in any unless given.",
};
