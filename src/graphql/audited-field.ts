import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import { GatewayError } from "../errors.ts";
import type { WriteEnd } from "../observation/audit-trail.ts";
import type { AuditedIds } from "./audited-ids.ts";
import type { OperationContext } from "./context.ts";

type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

/** Has the audit of the operation follow a field of a mutation to its own end, which may come after the operation was answered. */
export function audited(resolve: Resolve, ids: AuditedIds): Resolve {
  return (source, args, context, info) => {
    const key = String(info.path.key);
    const ended = context.audit?.begin({ key, name: info.fieldName, ids: ids.inArguments(args) });
    if (!ended) return resolve(source, args, context, info);
    const done = (payload: unknown): unknown => {
      ended({ ...endOf(payload), ids: ids.inPayload(payload) });
      return payload;
    };
    const failed = (error: unknown): never => {
      ended(failureOf(error));
      throw error;
    };
    try {
      const payload = resolve(source, args, context, info);
      return payload instanceof Promise ? payload.then(done, failed) : done(payload);
    } catch (error) {
      return failed(error);
    }
  };
}

/** Whether a payload is one of `writeInParts`, whose fields these are. */
const hasParts = (
  payload: unknown,
): payload is { readonly parts: readonly { readonly outcome: string; readonly code?: string }[] } =>
  typeof payload === "object" && payload !== null && "complete" in payload && "parts" in payload;

function endOf(payload: unknown): WriteEnd {
  if (!hasParts(payload)) return { outcome: "done" };
  const parts: Record<string, number> = {};
  for (const { outcome } of payload.parts) parts[outcome] = (parts[outcome] ?? 0) + 1;
  const { APPLIED: applied = 0 } = parts;
  if (applied === payload.parts.length) return { outcome: "done", parts };
  const failed = payload.parts.find(({ code }) => code !== undefined);
  return { outcome: applied > 0 ? "partial" : (failed?.code ?? "partial"), parts };
}

/** The end of a field that failed: the code that its client is told, and how often a request was sent. */
export function failureOf(error: unknown): WriteEnd {
  if (error instanceof GatewayError) {
    const { attempts } = error.facts;
    return { outcome: error.code, ...(attempts !== undefined && { attempts }) };
  }
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return { outcome: typeof code === "string" ? code : "INTERNAL_SERVER_ERROR" };
}
