import { GatewayError } from "../../errors.ts";
import { answeredWith, pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOrganization } from "../lists/of-owner.ts";
import { type FormJson, type FormsQuery, forms } from "./endpoints.ts";
import { listedForm } from "./listed-form.ts";

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
 * The refusal stands for one that no list shows.
 */
const byItselfOrListed = answeredWith(byItself, async (run, id, call): Promise<FormJson> => {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof GatewayError && error.code === "FORBIDDEN")) throw error;
    const listed = await listedForm(call, id);
    if (!listed) throw error;
    return listed;
  }
});

/** Forms by id, archived ones included. */
export const formById = byObjectId(allForms, byItselfOrListed);

/** Listed forms by the id of the organization that owns them. */
export const formsOfOrganization = ofOrganization(allForms, (organization) =>
  sliceRead(forms.list, (page) => ({ query: { organization, ...page } })),
);
