import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { refs } from "../../fields/reference.ts";
import type {
  OrganizationResolvers,
  WorkflowConditionResolvers,
  WorkflowConditionsResolvers,
  WorkflowResolvers,
  WorkflowRuleResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { pointRead } from "../../lists/keyed-read.ts";
import { oneByPoint } from "../../loaders/one-by-key.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { readableReferencesIn } from "../../resolving/referenced.ts";
import { kind } from "../ids.ts";
import type { OrganizationJson } from "../organization/endpoints.ts";
import { organizationById, organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { organizationWorkflows, type WorkflowJson } from "./endpoints.ts";

/** Workflows by the id of an organization that they run for: one call for each. */
const workflowsOfOrganization = oneByPoint(
  pointRead(organizationWorkflows.list, (organization_id) => ({ organization_id })),
);

const Organization = {
  workflows: field(
    { uses: [useOf(workflowsOfOrganization)], cardinality: anyNumber },
    ({ id }: OrganizationJson, _args: unknown, { of }: OperationContext) =>
      of(workflowsOfOrganization).load(id),
  ),
} satisfies OrganizationResolvers;

const Workflow = {
  ...identity(kind("Workflow")),
  organization: organizationRef(({ organization }: WorkflowJson) => organization),
  organizations: refs(organizationKind, organizationById, ({ organizations }: WorkflowJson) =>
    readableReferencesIn(organizationKind, organizations),
  ),
} satisfies WorkflowResolvers;

/** Workflows of organizations, which can be read alone. */
export const workflow: Noun = {
  endpoints: { organizationWorkflows },
  loaders: { workflowsOfOrganization },
  resolvers: {
    Organization,
    Workflow,
    WorkflowConditions: {
      definition: (conditions) => ({ ...conditions }),
    } satisfies WorkflowConditionsResolvers,
    WorkflowCondition: {
      value: ({ value }) => (typeof value === "string" ? value : null),
      definition: (condition) => ({ ...condition }),
    } satisfies WorkflowConditionResolvers,
    WorkflowRule: { sourceId: ({ id }) => id } satisfies WorkflowRuleResolvers,
  },
};
