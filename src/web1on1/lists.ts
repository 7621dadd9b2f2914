import type { KeysOf } from "../loaders/indexed-rows.ts";
import { sliceRead } from "../loaders/keyed-read.ts";
import { listOf } from "../loaders/list.ts";
import { pageFormat } from "../loaders/list-page.ts";
import { comparableEmail, comparableHost } from "../resolving/host.ts";
import { idIn, keysIn } from "../rest/row-values.ts";
import { type OrganizationJson, organizations } from "./organization/endpoints.ts";
import { type LinkedPage, pageSize } from "./page-json.ts";
import { type UserJson, users } from "./user/endpoints.ts";

const pagesOf = <Row extends { readonly id: string }>() => pageFormat<LinkedPage<Row>, Row>((page) => page);

/** All users but archived ones. */
export const userList = listOf<UserJson>({
  name: "users",
  pageSize,
  slices: sliceRead(users.list, (query) => ({ query })),
  format: pagesOf(),
});

/** All organizations but archived ones. */
export const organizationList = listOf<OrganizationJson>({
  name: "organizations",
  pageSize,
  slices: sliceRead(organizations.list, (query) => ({ query })),
  format: pagesOf(),
});

/** The e-mail address, as addresses are compared. */
export const byEmail: KeysOf<UserJson> = ({ email }) => keysIn(comparableEmail(email));

/** The owner organization. */
export const byOwner: KeysOf<UserJson> = ({ organization }) => keysIn(idIn(organization));

/** The host of the website. */
export const byWebsite: KeysOf<OrganizationJson> = ({ url }) => keysIn(comparableHost(url));
