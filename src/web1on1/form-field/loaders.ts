import { answeredWith, pointRead } from "../../lists/keyed-read.ts";
import { oneByPoint } from "../../loaders/one-by-key.ts";
import { childIds } from "../ids.ts";
import { type FieldOfForm, formFields } from "./endpoints.ts";

/** The fields of forms as they are listed by themselves, by the id of the form; null where there is no such form. */
export const listedFields = oneByPoint(pointRead(formFields.list, (form_id) => ({ form_id })));

const byItself = pointRead(formFields.get, (id) => {
  const { parentId, ownId } = childIds(id);
  return { form_id: parentId, field_id: ownId };
});

const withForm = answeredWith(
  byItself,
  async (run, id): Promise<FieldOfForm> => ({ ...(await run()), formId: childIds(id).parentId }),
);

/** Fields of forms by both ids. */
export const formFieldById = oneByPoint(withForm);
