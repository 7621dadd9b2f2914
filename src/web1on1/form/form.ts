import { atMost } from "../../estimate/range.ts";
import { byId } from "../../fields/look-up.ts";
import { payload } from "../../fields/payload.ts";
import { ref } from "../../fields/reference.ts";
import type { FormResolvers, QueryFormsArgs, QueryResolvers } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { exactFilter, listField, sortParameter } from "../lists/list-query.ts";
import { ownedList } from "../lists/owned-list.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { type FormJson, forms } from "./endpoints.ts";
import { allForms, formById, formKind, formsOfOrganization } from "./loaders.ts";
import { Mutation } from "./writes.ts";

const Query = {
  form: byId(formKind, formById),
  forms: listField(allForms, ({ filter, sort }: QueryFormsArgs) => ({
    organization: optionalSourceIdOf(organizationKind, filter?.organization),
    name: exactFilter(filter?.name, "filter.name"),
    type: filter?.type ?? undefined,
    template: optionalSourceIdOf(formKind, filter?.template),
    status: filter?.status ?? undefined,
    tags: exactFilter(filter?.tag, "filter.tag"),
    sort: sortParameter(sort),
  })),
} satisfies QueryResolvers;

const Form = {
  ...identity(formKind),
  organization: organizationRef(({ organization }: FormJson) => organization),
  template: ref(formKind, formById, ({ template }: FormJson) => readableReferenceIn(formKind, template)),
} satisfies FormResolvers;

/** Forms of organizations, without their fields. */
export const form: Noun = {
  endpoints: { forms },
  loaders: { allForms, formById, formsOfOrganization },
  nodes: [{ kind: formKind, loader: formById }],
  resolvers: {
    Query,
    Mutation,
    Form,
    Organization: { forms: ownedList(formsOfOrganization) },
    // The update answers the form, as a rule.
    UpdateFormPayload: payload("form", formKind, formById, atMost(1)),
  },
};
