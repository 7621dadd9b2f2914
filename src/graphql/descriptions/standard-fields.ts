import type { Sentences } from "./sentences.ts";

/** The sense of fields of filters wherever they have these names. */
export const filterFields: Sentences = {
  audience: "Rows that are shared in this way.",
  bot: "Id of the bot whose rows are wanted.",
  channel: "Rows of this channel.",
  parent: "Id of the organization right above the rows.",
  queue: "Id of the queue that the rows belong to.",
  role: "Id of the role that the rows have.",
  site: "Id of the site that the rows belong to.",
  skill: "Id of the skill that the rows have.",
  tag: "Rows that carry this tag.",
  team: "Id of the team that the rows belong to.",
  type: "Rows of this type.",
};

/** The sense of fields of orders. */
export const sortFields: Sentences = {
  field: "The field that decides the order.",
  direction: "The end of the order that comes first.",
};

/** The sense of fields of look-ups: each is a key, of which one is given. */
export const lookupFields: Sentences = {
  id: "Its id: the global one, or that of its system.",
  email: "Its e-mail address.",
};

/** The sense of fields of values to write, where neither the SDL nor the object that they end up in tells it. */
export const writtenFields: Sentences = {
  additionalName: "Name between the given name and the family name.",
  addSourceSpecificIds: "Ids in other systems to link.",
  addTags: "Ids of labels of type `ACCOUNT_TAG` to put on it.",
  avatar: "Address of its picture.",
  channels: "Channels to work on.",
  comment: "Remark in free text.",
  companyTypeId: "Id of a label of type `COMPANY_TYPE`; companies only.",
  content: "Its text.",
  country: "Country that it is in.",
  currentPlan: "Its plan: `base`, `grow` or `scale` in the second version of the scheme.",
  defaultRole: "Role of users who register themselves.",
  description: "Description in free text.",
  displayName: "Name that is shown.",
  domain: "Its domain.",
  email: "E-mail address.",
  endDate: "The moment at which it ends.",
  familyName: "Family name.",
  firstName: "First name.",
  givenName: "Given name.",
  imageUrl: "Address of its picture.",
  importedId: "Its id in the system that it was imported from.",
  industry: "Industry that it is in, in free text.",
  lastName: "Last name.",
  locale: "Its language.",
  logo: "Address of its logo.",
  metadata: "Free-form values.",
  name: "Its name.",
  notes: "Notes in free text.",
  of: "The account or contact that it belongs to.",
  onConflict: "Fate of the rows that are in the way.",
  organization: "The organization that it belongs to.",
  parent: "The organization above it; none unless given.",
  partners: "Organizations that may see its conversations.",
  permission: "Right of the partner, such as `guest`.",
  phone: "Telephone number.",
  queueId: "Id of the only queue that it is about; none in particular unless given.",
  queues: "Ids of the queues to work on.",
  removeSourceSpecificIds: "Ids in other systems to unlink.",
  removeTags: "Ids of labels of type `ACCOUNT_TAG` to take off it.",
  renewalDate: "Day on which its contract is renewed.",
  restrictedSites: "Ids of the sites outside of which nothing is seen.",
  role: "Its role.",
  roleId: "Id of the role.",
  settings: "Its preferences.",
  siteId: "Id of the site to work at.",
  skills: "Ids of the skills to have.",
  stageId: "Id of a label of type `STAGE`.",
  startDate: "The moment at which it begins.",
  status: "Its state.",
  tags: "Keywords that it carries.",
  teams: "Ids of the teams to belong to.",
  templateId: "Id of the form that it is a copy of.",
  tierId: "Id of a label of type `TIER`.",
  timezone: "Time zone.",
  trialEndsOn: "The moment at which its trial ends.",
  trialExpirationDate: "Day on which its trial ends.",
  type: "Its type.",
  window: "Its span of time.",
};

/** The sense of values of enums wherever they have these names. */
export const enumValues: Sentences = {
  CREATED_AT: "The moment at which it was created.",
  UPDATED_AT: "The moment at which it was changed last.",
  NAME: "Its name.",
  FAMILY_NAME: "The family name.",
  GIVEN_NAME: "The given name.",
  FIRST_NAME: "The first name.",
  LAST_NAME: "The last name.",
  MONDAY: "Monday.",
  TUESDAY: "Tuesday.",
  WEDNESDAY: "Wednesday.",
  THURSDAY: "Thursday.",
  FRIDAY: "Friday.",
  SATURDAY: "Saturday.",
  SUNDAY: "Sunday.",
};
