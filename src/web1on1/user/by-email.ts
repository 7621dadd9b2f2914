import DataLoader from "dataloader";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { indexLoader } from "../../loaders/many-by-field.ts";
import { settle } from "../../loaders/promise-or-value.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { readAnyOf } from "../lists/any-of.ts";
import { type UserJson, users } from "./endpoints.ts";
import { allUsers, byEmail } from "./loaders.ts";

/** Loads listed users by e-mail address. */
export interface UserByEmail extends Clearable {
  load(email: string): Promise<UserJson | null>;
}

// Keeps the URL below 6 kB, and the answer within a page.
const spellingsPerCall = 50;

/**
 * The listed user with an e-mail address: in this spelling, or else the only one in any other. A filter finds many in
 * one call and may mind upper and lower case, so the whole list has the last word.
 */
export const userByEmail: LoaderDefinition<UserByEmail> = {
  access: filterReads(users.list, { keysPerCall: spellingsPerCall, list: allUsers.access }),
  create({ call, of, settingOf }) {
    const list = of(allUsers);
    const listed = indexLoader(list, byEmail);

    const filtered = async (emails: readonly string[]): Promise<readonly UserJson[]> => {
      await list.readAtHand();
      if (list.isComplete() || list.fullRead()) return [];
      const spellings = [...new Set(emails.flatMap((email) => [email, email.toLowerCase()]))];
      // More look-ups than fit a call are left to the list.
      if (spellings.length > spellingsPerCall) return [];
      const found = await readAnyOf(allUsers, { field: "email", values: spellings }, { call, settingOf });
      return found?.rows ?? [];
    };

    const loader = new DataLoader<string, UserJson | null>(async (emails) => {
      const found = await filtered(emails);
      return settle(
        emails.map(async (email) => {
          const exactly = (rows: readonly UserJson[]) => rows.find((user) => user.email === email);
          const shown = exactly(found);
          if (shown) return shown;
          const key = comparableEmail(email);
          const rows = key === undefined ? [] : await listed.load(key);
          return exactly(rows) ?? (rows.length === 1 ? (rows[0] ?? null) : null);
        }),
      );
    });
    return { load: (email) => loader.load(email), clearAll: () => void loader.clearAll() };
  },
};
