import { reference } from "../../rest/cache-policy.ts";
import { valuesIn } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";

/** A named set of requirements: for activity types, or for a channel and a queue of it (assembled-v0.txt:2405-2422). */
export interface RequirementTypeJson {
  readonly id: string;
  readonly name: string;
  readonly activity_type_ids?: readonly string[] | null;
  readonly channel?: string | null;
  readonly queue?: string | null;
}

/** Requirement types, unpaged: assembled-v0.txt:2423-2444. */
export const requirementTypes = endpoints(
  { cache: reference },
  {
    list: GET("/v0/requirement_types").returns(
      (wire: { readonly requirement_types: Readonly<Record<string, RequirementTypeJson>> }) =>
        valuesIn(wire.requirement_types),
    ),
  },
);
