import type { organizationWorkflows as endpoints, WorkflowJson } from "../../web1on1/workflow/endpoints.ts";
import type { StoredOrganization } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import type { SharedParts } from "./shared-parts.ts";

/** Handlers of `/organizations/{organization_id}/workflows`. */
export function workflowHandlers(
  shared: SharedParts & { readonly workflows: readonly WorkflowJson[] },
): VerbHandlers<typeof endpoints> {
  const { organizations, workflows, access, callerOf } = shared;

  /** The organization and all above it. */
  const lineOf = (organization: StoredOrganization): ReadonlySet<string> => {
    const line = new Set<string>();
    let current: StoredOrganization | undefined = organization;
    while (current && !line.has(current.id)) {
      line.add(current.id);
      current = current.parent ? organizations.get(current.parent) : undefined;
    }
    return line;
  };

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const organization = access.organization(caller, request.params.organization_id);
      const line = lineOf(organization);
      return {
        status: 200,
        body: workflows.filter(
          (workflow) => line.has(workflow.organization ?? "") && runsFor(workflow, organization),
        ),
      };
    },
  };
}

/** A workflow runs for the organizations that it names and those that have its tags; for all if it has neither. */
function runsFor(workflow: WorkflowJson, { id, tags }: StoredOrganization): boolean {
  const { organizations, organizationTags } = workflow;
  if (!organizations?.length && !organizationTags?.length) return true;
  return Boolean(organizations?.includes(id) || organizationTags?.some((wanted) => tags?.includes(wanted)));
}
