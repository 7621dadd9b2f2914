import DataLoader from "dataloader";
import type { KeysOf } from "../../lists/indexed-rows.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { pagedList } from "../../lists/paged-list.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import { orNull, type PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { readsUntilFound } from "../../loaders/strategies/searches.ts";
import { emailHost } from "../../resolving/host.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import type { Call } from "../../rest/call.ts";
import { keysIn } from "../../rest/row-values.ts";
import { byCompanyHost } from "../account/company-hosts.ts";
import type { AccountJson } from "../account/endpoints.ts";
import { accountKind, allAccounts } from "../account/loaders.ts";
import { pageSize } from "../page-json.ts";
import { type ContactJson, contacts } from "./endpoints.ts";
import { contactPages } from "./loaders.ts";

/** Companies that are asked side by side; more would cost calls that are not needed once one of them answers. */
const companiesAtOnce = 10;

/** Finds the company of contacts whose rows do not name it. */
export interface ContactOwners extends Clearable {
  /**
   * Id of the company account, or null when no company lists the contact.
   * @throws UPSTREAM_INVALID_RESPONSE when the row holds something else in its place.
   */
  load(contact: ContactJson): PromiseOrValue<string | null>;
}

const byType: KeysOf<AccountJson> = ({ type }) => keysIn(type);

/**
 * No document promises that a contact's row names its company, and the only other way to know is to ask each company
 * for its contacts. Companies with the domain of the contact's e-mail address are asked first, which ends the search
 * for nearly all; every company is asked at most once in an operation.
 */
export const accountIdOfContact: LoaderDefinition<ContactOwners> = {
  access: readsUntilFound(allAccounts.access, contacts.listByCompanyId),
  create({ call, of }) {
    const accounts = of(allAccounts);
    let search = startSearch(call);
    const loader = new DataLoader<ContactJson, string | null, string>(
      async (wanted) => {
        const { ask, ownerByContactId } = search;
        const found = () => wanted.every(({ id }) => ownerByContactId.has(id));
        // A write may have emptied the list while it was read.
        while (!accounts.isComplete()) await accounts.all();
        const companies = accounts.listed(byType, "Company");
        const hosts = new Set(wanted.map(({ domain }) => emailHost(domain)));
        const likely = [...hosts].flatMap((host) => (host ? accounts.listed(byCompanyHost, host) : []));
        const failed = await ask(likely)
          .then(async () => {
            for (let at = 0; at < companies.length && !found(); at += companiesAtOnce) {
              await ask(companies.slice(at, at + companiesAtOnce));
            }
          })
          // What was found by then holds all the same.
          .then(
            () => null,
            (error: Error) => error,
          );
        return wanted.map(({ id }) => ownerByContactId.get(id) ?? failed);
      },
      { cacheKeyFn: ({ id }) => id },
    );
    return {
      load: (contact) => referenceIn(accountKind, contact.company_id) ?? loader.load(contact),
      clearAll() {
        search = startSearch(call);
        loader.clearAll();
      },
    };
  },
};

function startSearch(call: Call) {
  const ownerByContactId = new Map<string, string>();
  const asked = new Map<string, Promise<void>>();

  const readContactIds = async (companyId: string): Promise<void> => {
    const slices = sliceRead(contacts.listByCompanyId, (query) => ({ companyId, query }));
    const name = `contacts of ${companyId}`;
    // Such lists are too many to remember the size of each.
    const list = pagedList({ name, pageSize, slices, format: contactPages }, call, newListStatistics());
    for (const contact of (await orNull(list.all())) ?? []) ownerByContactId.set(contact.id, companyId);
  };

  return {
    ownerByContactId,
    /** Asks those companies that have not been asked, and waits for the others. */
    async ask(companies: readonly AccountJson[]): Promise<void> {
      const answers = companies.map(({ id }) => {
        const answer = asked.get(id) ?? readContactIds(id);
        asked.set(id, answer);
        return answer;
      });
      const failure = (await Promise.allSettled(answers)).find(({ status }) => status === "rejected");
      if (failure?.status === "rejected") throw failure.reason;
    },
  };
}
