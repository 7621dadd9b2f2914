import { reference } from "../../rest/cache-policy.ts";
import { valuesIn } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";

/** A set of rights that people may have. */
export interface RoleJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
}

/** Roles, unpaged: assembled-v0.txt:491-512. */
export const roles = endpoints(
  { cache: reference },
  {
    list: GET("/v0/roles").returns((wire: { readonly roles: Readonly<Record<string, RoleJson>> }) =>
      valuesIn(wire.roles),
    ),
  },
);
