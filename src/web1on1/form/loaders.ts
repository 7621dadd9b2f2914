import { GatewayError } from "../../errors.ts";
import { type KeyedRead, pointRead, sliceRead } from "../../loaders/keyed-read.ts";
import { comparableIdIn, kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOrganization } from "../lists/of-owner.ts";
import { pageSize } from "../lists/page-json.ts";
import { type FormJson, type FormsQuery, forms } from "./endpoints.ts";

/** Ids of forms. */
export const formKind = kind("Form");

/** All forms but archived ones. */
export const allForms = linkedList(
  "forms",
  sliceRead(forms.list, (query: FormsQuery) => ({ query })),
);

const byItself = pointRead(forms.get, (form_id) => ({ form_id }));

/**
 * Reads one form. By the vendor's pages a bot may list forms and not read one, so where that is forbidden the list has it.
 * The refusal stands for one that the list does not show: it may be archived.
 */
const byItselfOrListed: KeyedRead<string, FormJson> = {
  ...byItself,
  async read(call, id) {
    try {
      return await byItself.read(call, id);
    } catch (error) {
      if (!(error instanceof GatewayError && error.code === "FORBIDDEN")) throw error;
      const { rows } = await call(forms.list, { query: { id, limit: pageSize, offset: 0 } });
      const listed = rows.find((row) => comparableIdIn(row) === comparableIdIn(id));
      if (!listed) throw error;
      return listed;
    }
  },
};

/** Forms by id, archived ones included. */
export const formById = byObjectId(allForms, byItselfOrListed);

/** Listed forms by the id of the organization that owns them. */
export const formsOfOrganization = ofOrganization(allForms, (organization) =>
  sliceRead(forms.list, (page) => ({ query: { organization, ...page } })),
);
