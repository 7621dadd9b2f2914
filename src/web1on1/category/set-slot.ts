import { badInput } from "../../errors.ts";
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
import { categoryTarget, SlotConflict, slotEdits, slotTarget } from "./slot-edits.ts";
import { listsOf, type StoredSlot, slotAt, slotCount, withSlot } from "./slots.ts";
import { inWords } from "./write-in-turn.ts";

/**
 * An edit of a slot, checked.
 * @throws BAD_USER_INPUT for what cannot be meant.
 */
function slotEdit(args: MutationSetCategorySlotArgs) {
  const { organizationId, index, expectedCategoryId, expectedName, input } = args;
  const organization_id = sourceIdOf(organizationKind, organizationId);
  if (index < 0 || index >= slotCount) throw badInput(`index is ${index}; slots are 0 to ${slotCount - 1}.`);
  if (input === undefined) throw badInput("input must be given; null empties the slot.");
  const expected = expectedCategoryId
    ? childNamed(categoryKind, organization_id, expectedCategoryId).ownId
    : undefined;
  if (input === null && !expected) {
    throw badInput("There is nothing to empty in a slot that is expected to be empty.");
  }
  if (isText(expectedName) && !expected) {
    throw badInput("expectedName is that of a category; give its expectedCategoryId, too.");
  }
  const slot = input && { name: nonBlank(input.name, "name"), ...listsOf(input) };
  const merges: Merges = {
    categories(stored) {
      const found = slotAt(stored, index);
      const isRenamed = isText(expectedName) && textIn(found?.name) !== expectedName;
      if (idOf(found) !== expected || isRenamed) throw new SlotConflict(`Slot ${index}`, inWords(found));
      return withSlot(stored, index, slot);
    },
  };
  const uses = usesOfMerges(merges, organizations.getToMerge);
  const targets = [slotTarget(index), ...(expected ? [categoryTarget(expected)] : [])];
  const edit = { organizationId: organization_id, targets, subject: `Slot ${index}` };
  return { endpoint: organizations.update, organization_id, index, edit, merges, uses };
}

/** Whether there is a text to compare with; null is as good as left out. */
const isText = (text: string | null | undefined): text is string => typeof text === "string";

/** The id of what is in a slot, which may be stored as a number; undefined for an empty one. */
const idOf = (slot: StoredSlot): string | undefined =>
  slot === null ? undefined : String(slot.id).toLowerCase();

/** Sets one slot of an organization, if it holds what the client expects. */
export const setCategorySlot = write(
  slotEdit,
  async ({ endpoint, organization_id, index, edit, merges }, context) => {
    const { access, call, freshCall, ofGateway } = context;
    const mayRead = access.mayRead("web1on1");
    const organization = await ofGateway(slotEdits).run({ ...edit, mayRead }, (own) =>
      updateMerged(
        {
          kind: organizationKind,
          sourceId: organization_id,
          merges,
          async read() {
            own.refuseOvertaken();
            return freshCall(organizations.getToMerge, { organization_id });
          },
          async update(merged) {
            const answered = await call(endpoint, { organization_id, body: merged });
            own.applied(inWords(slotAt(merged.categories, index)));
            return answered;
          },
        },
        context,
      ),
    );
    return { organizationId: toGlobalId(organizationKind, organization_id), organization };
  },
);
