import type { OperationContext } from "../../graphql/context.ts";
import { textIn } from "../../rest/row-values.ts";
import { organizationKind } from "../organization/loaders.ts";
import { categoryTarget, slotEdits } from "./slot-edits.ts";

type Turns = Pick<OperationContext, "access" | "exclusively" | "ofGateway">;

/** A write of one category. */
interface CategoryWrite<Written> {
  readonly organization_id: string;
  readonly category_id: string;
  /** The content that it leaves behind, in words. */
  readonly content: string;
  readonly write: () => Promise<Written>;
}

/**
 * Writes one category when all earlier writes of the organization's categories are done.
 * @throws CONFLICT when another edit of it was applied since this one came.
 */
export const writeCategory = <Written>(
  { organization_id, category_id, content, write }: CategoryWrite<Written>,
  { access, exclusively, ofGateway }: Turns,
): Promise<Written> =>
  ofGateway(slotEdits).run(
    {
      organizationId: organization_id,
      targets: [categoryTarget(category_id)],
      subject: "The slot of the category",
      mayRead: access.mayRead("web1on1"),
    },
    (own) =>
      exclusively(organizationKind, organization_id, async () => {
        own.refuseOvertaken();
        const written = await write();
        own.applied(content);
        return written;
      }),
  );

/** Adds a category, which takes no slot from another edit but one that writes all of them. */
export const addInTurn = <Written>(
  organization_id: string,
  add: () => Promise<Written>,
  { access, exclusively, ofGateway }: Turns,
): Promise<Written> =>
  ofGateway(slotEdits).run(
    {
      organizationId: organization_id,
      targets: ["an addition"],
      subject: "The last slot",
      mayRead: access.mayRead("web1on1"),
    },
    (own) =>
      exclusively(organizationKind, organization_id, async () => {
        const added = await add();
        own.applied("a category that was added");
        return added;
      }),
  );

/** The content of a slot as its readers know it. @param category null for an empty slot. */
export function inWords(category: { readonly name?: unknown; readonly id?: unknown } | null): string {
  if (category === null) return "no category";
  const name = textIn(category.name);
  const id = textIn(category.id);
  return ["the category", name && JSON.stringify(name.slice(0, 80)), id && `with the id ${id}`]
    .filter(Boolean)
    .join(" ");
}
