import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { UpstreamDefinition } from "../upstream.ts";

/** Knowledge of whether the base URL of a system leads to its routes. */
export interface Placement {
  /** Whether the last answer that could tell was a 404 where something is always there. */
  readonly isDoubted: boolean;
  /** Takes note of an answer that the system documents. */
  confirm(): void;
  /**
   * The error for a 404 or 410.
   * @returns NOT_FOUND where a route names an object and the 404 may be about that. Of any other route, for a page of HTML
   * and as long as the base URL is doubted it is UPSTREAM_INVALID_RESPONSE, and names the setting.
   */
  notFound(endpoint: AnyEndpoint, answer: Pick<TransportResponse, "status" | "headers">): GatewayError;
}

/** Makes the placement of a system that was not called yet. */
export function createPlacement({ name, title, urlSetting }: UpstreamDefinition): Placement {
  let isDoubted = false;
  return {
    get isDoubted() {
      return isDoubted;
    },
    confirm() {
      isDoubted = false;
    },
    notFound(endpoint, { status, headers }) {
      const call = routeOf(endpoint);
      const facts = { system: name, endpoint: call, status };
      const answered = `${call} of ${title} answered ${status}`;
      isDoubted ||= isPage(headers) || !namesObject(endpoint);
      return isDoubted
        ? new GatewayError(
            "UPSTREAM_INVALID_RESPONSE",
            `${answered}, which says that there is no such route; the operator of the gateway has to check ${urlSetting}.`,
            facts,
          )
        : new GatewayError("NOT_FOUND", `${answered}: there is no such object.`, facts);
    },
  };
}

/** Whether a 404 may be about an object: the template has a parameter, or the endpoint says so. */
export const namesObject = ({ path, namesObject: stated }: AnyEndpoint): boolean =>
  stated ?? path.includes("{");

/** Whether an answer is a page. None of the systems answers any: it is of a web server that knows no such route. */
export const isPage = (headers: TransportResponse["headers"]): boolean =>
  /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(headers["content-type"] ?? "");
