import { badInput, GatewayError } from "../../errors.ts";
import { write } from "../../fields/write.ts";
import type { MutationSetCategorySlotArgs } from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { nonBlank } from "../../resolving/input.ts";
import { textIn } from "../../rest/row-values.ts";
import { childNamed } from "../ids.ts";
import { type Merges, updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { organizations } from "../organization/endpoints.ts";
import { organizationKind } from "../organization/loaders.ts";
import { categoryKind } from "./loaders.ts";
import { slotEdits } from "./slot-edits.ts";
import { listsOf, type StoredSlot, slotAt, slotCount, withSlot } from "./slots.ts";

/**
 * An edit of a slot, checked.
 * @throws BAD_USER_INPUT for what cannot be meant.
 */
function slotEdit({ organizationId, index, expectedCategoryId, input }: MutationSetCategorySlotArgs) {
  const organization_id = sourceIdOf(organizationKind, organizationId);
  if (index < 0 || index >= slotCount) throw badInput(`index is ${index}; slots are 0 to ${slotCount - 1}.`);
  if (input === undefined) throw badInput("input must be given; null empties the slot.");
  const expected = expectedCategoryId
    ? childNamed(categoryKind, organization_id, expectedCategoryId).ownId
    : undefined;
  if (input === null && !expected) {
    throw badInput("There is nothing to empty in a slot that is expected to be empty.");
  }
  const slot = input && { name: nonBlank(input.name, "name"), ...listsOf(input) };
  const merges: Merges = {
    categories(stored) {
      const found = slotAt(stored, index);
      if (idOf(found) !== expected) throw conflict(index, inWords(found));
      return withSlot(stored, index, slot);
    },
  };
  const uses = usesOfMerges(merges, organizations.getToMerge);
  return { endpoint: organizations.update, organization_id, index, merges, uses };
}

/** The id of what is in a slot, which may be stored as a number; undefined for an empty one. */
const idOf = (slot: StoredSlot): string | undefined =>
  slot === null ? undefined : String(slot.id).toLowerCase();

const conflict = (index: number, content: string): GatewayError =>
  new GatewayError(
    "CONFLICT",
    `Slot ${index} was changed meanwhile: it holds ${content}. Nothing was written; read the categories and decide anew.`,
    { system: "web1on1" },
  );

/** The content of a slot as its readers know it. */
function inWords(slot: StoredSlot): string {
  if (slot === null) return "no category";
  const name = textIn(slot.name);
  const id = textIn(slot.id);
  return ["the category", name && JSON.stringify(name.slice(0, 80)), id && `with the id ${id}`]
    .filter(Boolean)
    .join(" ");
}

/** Sets one slot of an organization, if it holds what the client expects. */
export const setCategorySlot = write(
  slotEdit,
  async ({ endpoint, organization_id, index, merges }, context) => {
    const { call, freshCall, ofGateway } = context;
    const organization = await ofGateway(slotEdits).run(`${organization_id}/${index}`, (edit) =>
      updateMerged(
        {
          kind: organizationKind,
          sourceId: organization_id,
          merges,
          async read() {
            const content = edit.overtakenBy();
            if (content !== undefined) throw conflict(index, content);
            return freshCall(organizations.getToMerge, { organization_id });
          },
          async update(merged) {
            const answered = await call(endpoint, { organization_id, body: merged });
            edit.applied(inWords(slotAt(merged.categories, index)));
            return answered;
          },
        },
        context,
      ),
    );
    return { organizationId: toGlobalId(organizationKind, organization_id), organization };
  },
);
