import type { CallOnce } from "../../rest/call.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import type { Among } from "../object-writes.ts";
import { organizations } from "../organization/endpoints.ts";
import { slotEdits } from "./slot-edits.ts";

/**
 * Runs an update of an organization. Where it writes the slots, it is an edit of all of them: it is refused before it reads
 * them when another edit was applied meanwhile, and others learn that it is applied.
 * @param update makes the update with the calls that it is given.
 * @throws CONFLICT
 */
export const amongSlotEdits: Among = ({ sourceId, merges }, context, update) => {
  if (!("categories" in merges)) return update(context);
  const mayRead = context.access.mayRead("web1on1");
  const edit = { organizationId: sourceId, targets: "all", subject: "One of the slots", mayRead } as const;
  return context.ofGateway(slotEdits).run(edit, (own) =>
    update({
      ...context,
      freshCall: around(context.freshCall, organizations.getToMerge, {
        before: own.refuseOvertaken,
      }),
      call: around(context.call, organizations.update, {
        after: () => own.applied("what an update of all slots put there"),
      }),
    }),
  );
};

/** Calls as before, with something done around those of one endpoint. */
const around = (
  call: CallOnce,
  watched: AnyEndpoint,
  { before, after }: { readonly before?: () => void; readonly after?: () => void },
): CallOnce =>
  (async (endpoint, ...args) => {
    const isWatched = (endpoint as AnyEndpoint) === watched;
    if (isWatched) before?.();
    const answered = await call(endpoint, ...args);
    if (isWatched) after?.();
    return answered;
  }) as CallOnce;
