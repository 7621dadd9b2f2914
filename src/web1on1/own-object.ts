import { GatewayError } from "../errors.ts";
import { freshCallsOf, type LoaderUse } from "../estimate/field-cost.ts";
import type { OperationContext } from "../graphql/context.ts";
import { type UserJson, users } from "./user/endpoints.ts";

/** The one object of a type without which the gateway would lose its access: it must stay active. */
export interface OwnObject {
  /** The cost of a check. */
  readonly uses: readonly LoaderUse[];
  /** Refuses to go on with a write that would end the object. @throws FORBIDDEN when it is the gateway's own. */
  protect(sourceId: string, context: Pick<OperationContext, "freshCall">): Promise<void>;
}

/**
 * An object that the gateway acts as, or acts for.
 * @param idIn its id in the user that the gateway acts as; null where that user has none.
 * @param refusal the message for a write that would end it.
 */
export const ownObject = (idIn: (own: UserJson) => string | null, refusal: string): OwnObject => ({
  uses: [freshCallsOf(users.me)],
  async protect(sourceId, { freshCall }) {
    const ownId = idIn(await freshCall(users.me));
    if (ownId?.toLowerCase() !== sourceId.toLowerCase()) return;
    throw new GatewayError("FORBIDDEN", refusal, { system: "web1on1" });
  },
});
