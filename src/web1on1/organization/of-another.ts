import type { DoneWrite, KeptRead } from "../../rest/row-facts.ts";

/** Whether a read of what belongs to one organization is of another one than a write, whose path names one or none. */
export function isOfAnother({ url }: KeptRead, { args }: Pick<DoneWrite, "args">): boolean {
  const id = String(args.organization_id).toLowerCase();
  return !url.pathname.toLowerCase().split("/").includes(id);
}
