import type { PagedList } from "../loaders/paged-list.ts";
import { pagedList } from "../loaders/paged-list.ts";
import { type Forgetful, orNull } from "../loaders/shapes.ts";
import type { Call } from "../rest/client.ts";
import type { AccountJson } from "./api/account.ts";
import { type ContactJson, contacts } from "./api/contact.ts";
import { pageSize } from "./api/page.ts";

/** Finds the company of contacts whose rows do not name it. */
export interface ContactOwners extends Forgetful {
  /** Id of the company account, or null when no company lists the contact. */
  load(contact: ContactJson): Promise<string | null>;
}

/**
 * No document promises that a contact's row names its company, and the only other way to know is to ask each company
 * for its contacts. Companies with the domain of the contact's e-mail address are asked first, which ends the search
 * for nearly all; every company is asked at most once in an operation.
 */
export function contactOwners(call: Call, accounts: PagedList<AccountJson>): ContactOwners {
  let ownerByContactId = new Map<string, string>();
  let asked = new Map<string, Promise<void>>();

  const ask = (companyId: string): Promise<void> => {
    const known = asked.get(companyId) ?? readContactIds(companyId);
    asked.set(companyId, known);
    return known;
  };

  const readContactIds = async (companyId: string): Promise<void> => {
    const list = pagedList<ContactJson>(
      {
        name: `contacts of ${companyId}`,
        pageSize,
        idOf: (contact) => contact.id,
        fetchPage: async (offset) => {
          const query = { limit: pageSize, offset };
          const page = await orNull(call(contacts.listByCompanyId, { companyId, query }));
          return { rows: page?.data ?? [], hasNextPage: page?.has_next_page ?? false };
        },
      },
      new Map(),
    );
    for (const contact of await list.all()) ownerByContactId.set(contact.id, companyId);
  };

  return {
    async load(contact) {
      if (contact.company_id) return contact.company_id;
      const host = contact.domain.slice(contact.domain.lastIndexOf("@") + 1).toLowerCase();
      const companies = (await accounts.all()).filter(({ type }) => type === "Company");
      const likely = companies.filter(({ domain }) => domain.toLowerCase() === host);
      await Promise.all(likely.map(({ id }) => ask(id)));
      for (const { id } of companies) {
        if (ownerByContactId.has(contact.id)) break;
        await ask(id);
      }
      return ownerByContactId.get(contact.id) ?? null;
    },
    clearAll() {
      ownerByContactId = new Map();
      asked = new Map();
    },
  };
}
