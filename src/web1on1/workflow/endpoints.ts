import { directory } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";

/** A comparison of a fact with a value, or conditions within conditions. */
export interface WorkflowConditionJson extends WorkflowConditionsJson {
  readonly fact?: string | null;
  readonly operator?: string | null;
  /** Any JSON. */
  readonly value?: unknown;
  readonly path?: string | null;
}

/** Conditions of which one, or all, must hold. */
interface WorkflowConditionsJson {
  readonly any?: readonly WorkflowConditionJson[] | null;
  readonly all?: readonly WorkflowConditionJson[] | null;
}

/** A rule: an event that follows when conditions hold. */
export interface WorkflowRuleJson {
  readonly id?: string | null;
  readonly conditions?: WorkflowConditionsJson | null;
  readonly event?: {
    readonly type?: string | null;
    readonly params?: Readonly<Record<string, unknown>> | null;
  } | null;
  readonly priority?: number | null;
}

/** A workflow as Web1on1 answers it; its shape is known from one example (web1on1-v2.txt:6829-6880). */
export interface WorkflowJson {
  readonly id: string;
  /** Id of the owner. */
  readonly organization?: string | null;
  readonly name?: string | null;
  readonly enabled?: boolean | null;
  readonly rules?: readonly WorkflowRuleJson[] | null;
  /** Ids of organizations. */
  readonly organizations?: readonly string[] | null;
  readonly organizationTags?: readonly string[] | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Workflows: web1on1-v2.txt:6818-6884. */
export const organizationWorkflows = endpoints(
  { cache: directory },
  {
    list: GET("/organizations/{organization_id}/workflows").returns((workflows: readonly WorkflowJson[]) =>
      requireRows(workflows),
    ),
  },
);
