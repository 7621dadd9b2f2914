import { callsOf, type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { slicesWith } from "../../lists/keyed-read.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import { type PagedList, pagedList } from "../../lists/paged-list.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import type { Connection, PageArguments } from "../../resolving/pagination.ts";
import { pageOf } from "../page.ts";
import { pageSize } from "../page-json.ts";
import { pageOfList, type SelectedRows, takesWholeList } from "../selected-page.ts";
import type { CustomerReference } from "../shared-by-customers/reference.ts";
import { type ContactJson, contacts } from "./endpoints.ts";
import { type ContactOfAccount, contactOf } from "./known-company.ts";
import { allContacts, contactsOfCompany } from "./loaders.ts";

/** The own lists of companies, to be read to their ends. */
interface ContactLists extends Clearable {
  listOf(company: CustomerReference): PagedList<ContactJson>;
}

/** Gives the list of contacts that a company has of its own. */
export const contactListOfCompany: LoaderDefinition<ContactLists> = {
  access: filterReads(contacts.listByCompanyId, { keysPerCall: 1, pageSize }),
  create: ({ call }) => ({
    listOf({ by, key }) {
      const slices = slicesWith(contactsOfCompany[by], { parent: key });
      // Such lists are too many to remember the size of each.
      return pagedList({ ...allContacts, slices }, call, newListStatistics());
    },
    clearAll() {},
  }),
};

/** The reads of `contactsOfNamed`. @param isWhole whether all pages of the company's list are read. */
export function useOfCompany({ by }: CustomerReference, isWhole: boolean): LoaderUse {
  const { endpoint } = contactsOfCompany[by];
  return isWhole ? useOf({ access: filterReads(endpoint, { keysPerCall: 1, pageSize }) }) : callsOf(endpoint);
}

/** A page of the contacts of a company, by the company's own list; null where there is no such company. */
export function contactsOfNamed(
  reference: CustomerReference,
  args: PageArguments,
  selection: SelectedRows<ContactJson>,
  { call, of }: OperationContext,
): Promise<Connection<ContactOfAccount> | null> {
  const toNode = contactOf(reference, of);
  if (!takesWholeList(args, selection)) {
    return pageOf<ContactOfAccount>(args, async (query) => {
      const page = await contactsOfCompany[reference.by].read(call, { parent: reference.key, ...query });
      of(allContacts).show(page, query.offset);
      return { ...page, data: page.data.map(toNode) };
    });
  }
  const own = of(contactListOfCompany).listOf(reference);
  return orNull(pageOfList<ContactJson, ContactOfAccount>(args, own, selection, toNode));
}
