import DataLoader from "dataloader";
import type { PagedList } from "../loaders/paged-list.ts";
import type { Forgetful } from "../loaders/shapes.ts";
import type { Call } from "../rest/client.ts";
import { anyOf, pageSize } from "./api/page.ts";
import { type UserJson, users } from "./api/user.ts";

/** Loads listed users by e-mail address. */
export interface UserByEmail extends Forgetful {
  load(email: string): Promise<UserJson | null>;
}

// Keeps the URL below 6 kB, and the answer within a page.
const spellingsPerCall = 50;

/**
 * The listed user with an e-mail address: in this spelling, or else the only one in any other. A filter finds many in
 * one call and may mind upper and lower case, so the whole list has the last word.
 */
export function createUserByEmail(
  call: Call,
  allUsers: PagedList<UserJson>,
  usersByEmail: { load(email: string): Promise<readonly UserJson[]> },
): UserByEmail {
  const filtered = async (emails: readonly string[]): Promise<readonly UserJson[]> => {
    if (allUsers.complete || allUsers.walking) return [];
    const spellings = [...new Set(emails.flatMap((email) => [email, email.toLowerCase()]))];
    const [only, ...others] = spellings;
    // More look-ups than fit a call are left to the list.
    if (only === undefined || spellings.length > spellingsPerCall) return [];
    const filter = others.length === 0 ? only : anyOf(spellings);
    return (await call(users.list, { query: { email: filter, limit: pageSize, offset: 0 } })).rows;
  };
  const loader = new DataLoader<string, UserJson | null>(async (emails) => {
    const found = await filtered(emails);
    return Promise.all(
      emails.map(async (email) => {
        const exactly = (rows: readonly UserJson[]) => rows.find((user) => user.email === email);
        const shown = exactly(found);
        if (shown) return shown;
        const rows = await usersByEmail.load(email.toLowerCase());
        return exactly(rows) ?? (rows.length === 1 ? (rows[0] ?? null) : null);
      }),
    );
  });
  return { load: (email) => loader.load(email), clearAll: () => void loader.clearAll() };
}
