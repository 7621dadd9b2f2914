import { formKind } from "../form/loaders.ts";
import { childKind } from "../ids.ts";

/** Ids of fields of forms: that of the form and that of the field. */
export const formFieldKind = childKind("FormField", formKind);
