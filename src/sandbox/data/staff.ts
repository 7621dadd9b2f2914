import { userId } from "./ids.ts";
import { human } from "./names.ts";

/** How many of the support staff, the first ones, serve the showcase account. */
export const showcaseStaffCount = 26;

/** The keys that tie a person of Assembled to a user of Web1on1. */
export type StaffLink = "platform" | "imported" | "email" | "none";

/** Most by e-mail, some by an explicit id, and some have no chat account at all. */
export function staffLink(number: number): StaffLink {
  if (number % 12 === 3) return "platform";
  if (number % 12 === 7) return "imported";
  return number % 8 === 5 || (number % 12 === 10 && number > 150) ? "none" : "email";
}

/** The address under which Assembled knows a staff member. */
export function personEmail(number: number): string {
  const address = `${human(number).emailName}@helpdesk.example`;
  return number % 5 === 2 ? address.toUpperCase() : address;
}

/** The address under which Web1on1 knows the same human being: another one where an explicit id ties the two. */
export function staffUserEmail(number: number): string {
  const { emailName } = human(number);
  const link = staffLink(number);
  if (link === "platform" || link === "imported") return `${emailName}@chat.helpdesk.example`;
  return number % 3 === 0 ? `${capitalised(emailName)}@Helpdesk.Example` : `${emailName}@helpdesk.example`;
}

/** Id of the chat user of a staff member. */
export const staffUserId = (number: number): string => userId(number);

const capitalised = (name: string): string => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
