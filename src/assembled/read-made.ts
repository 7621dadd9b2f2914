import { GatewayError } from "../errors.ts";
import { type AnyEndpoint, routeOf } from "../rest/endpoint.ts";

/**
 * Reads the objects that a create made and did not answer. Whatever becomes of the read, the create is done.
 * @param noun of what was created: "shift pattern".
 * @throws UPSTREAM_INVALID_RESPONSE, which names the query that shows what was made, where the read fails.
 */
export async function readMade<Made>(
  read: Promise<Made>,
  endpoint: AnyEndpoint,
  noun: string,
): Promise<Made> {
  try {
    return await read;
  } catch {
    const { reconcile } = endpoint;
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      `Assembled accepted the ${noun}, so it is done, but what it made cannot be read now; run the query in \`reconcile\` instead of sending it again.`,
      { system: "assembled", endpoint: routeOf(endpoint), ...(reconcile !== undefined && { reconcile }) },
    );
  }
}
