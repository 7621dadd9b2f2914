import { objectIdOf, ulidOf, uuidOf } from "../random.ts";

// Ids belong to names, not to a day or to a place in a table, so tests and examples can state them.

/** Id of an account by its key. */
export const accountId = (key: string): string => uuidOf(`account/${key}`);
/** Id of a contact by the key of its company and its number there. */
export const contactId = (company: string, number: number): string => uuidOf(`contact/${company}/${number}`);
/** Id of a label by its name. */
export const labelId = (name: string): string => uuidOf(`label/${name}`);
/** Id of a usage log by the key of its owner and its number there. */
export const usageLogId = (owner: string, number: number): string => uuidOf(`usage/${owner}/${number}`);

/** Id of a ticket by its number. */
export const ticketId = (number: string): string => ulidOf(`ticket/${number}`);

/** Id of a person: a number for staff, a word for a join case. */
export const personId = (key: string | number): string => uuidOf(`person/${key}`);
/** The id that the activities of a person carry. */
export const agentId = (key: string | number): string => uuidOf(`agent/${key}`);
/** Id of a site, team, queue, skill or role by its name. */
export const groupId = (name: string): string => uuidOf(`group/${name}`);
/** Id of a shift pattern by its name. */
export const shiftPatternId = (name: string): string => uuidOf(`shift-pattern/${name}`);
/** Id of a request for time off by its name. */
export const timeOffRequestId = (name: string): string => uuidOf(`time-off/${name}`);
/** Id of a change to a request for time off by its name. */
export const timeOffUpdateId = (name: string): string => uuidOf(`time-off-update/${name}`);
/** Id of an activity type by its value. */
export const activityTypeId = (value: string): string => uuidOf(`activity-type/${value}`);
/** Id of a report by its type. */
export const reportId = (type: string): string => uuidOf(`report/${type}`);
/** Id of a requirement type by its name. */
export const requirementTypeId = (name: string): string => uuidOf(`requirement-type/${name}`);
/** Id of a forecast total by its name. */
export const forecastTotalId = (name: string): string => uuidOf(`forecast-total/${name}`);

/** Id of a chat organization by its key. */
export const organizationId = (key: string): string => objectIdOf(`organization/${key}`);
/** Id of a bot by its key. */
export const botId = (key: string): string => objectIdOf(`bot/${key}`);
/** Id of an instance by the keys of its organization and bot. */
export const botInstanceId = (organization: string, bot: string): string =>
  objectIdOf(`bot-instance/${organization}/${bot}`);
/** Id of a service by the key of its organization and its number there. */
export const serviceId = (organization: string, number: number): string =>
  objectIdOf(`service/${organization}/${number}`);
/** Id of a chat user: the number of the staff member, or a word. */
export const userId = (key: string | number): string => objectIdOf(`user/${key}`);
/** Id of a group of chat organizations by its name. */
export const organizationGroupId = (name: string): string => objectIdOf(`organization-group/${name}`);
/** Id of a form by its key: the slot of the categories that point at it, or a word behind the key of its organization. */
export const formId = (key: string | number): string => objectIdOf(`form/${key}`);
/** Id of a field by the key of its form and its name. */
export const formFieldId = (form: string | number, name: string): string =>
  objectIdOf(`form-field/${form}/${name}`);
/** Id of a workflow by its name. */
export const workflowId = (name: string): string => objectIdOf(`workflow/${name}`);
/** Id of a rule by the name of its workflow and its place there. */
export const workflowRuleId = (workflow: string, place: number): string =>
  objectIdOf(`workflow-rule/${workflow}/${place}`);
