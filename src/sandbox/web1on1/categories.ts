import type { CategoryJson, organizationCategories as endpoints } from "../../web1on1/category/endpoints.ts";
import type { StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { SharedParts } from "./shared-parts.ts";
import {
  type Check,
  createFields,
  isObject,
  listOf,
  objectOf,
  text,
  updateFields,
  type Writable,
} from "./write-body.ts";

/** Slots of the category list: web1on1-v2.txt:1723. */
const slotCount = 10;

/** The fields that a category can be written with. */
const writable: Writable = {
  checks: { name: text, forms: listOf(text), tags: listOf(text) },
  required: ["name"],
  kept: [],
};

/** All slots of an organization: null is an empty one. */
export const categories: Check = (value, name) => {
  listOf((item, itemName) => {
    if (item === null) return;
    objectOf(writable.checks)(item, itemName);
    if (!isObject(item) || !item.name) throw new Refusal(400, `${itemName}.name is required`);
  })(value, name);
  if (Array.isArray(value) && value.length > slotCount) {
    throw new Refusal(400, `${name} has ${slotCount} slots`);
  }
};

/** Handlers of `/organizations/{organization_id}/categories`. */
export function categoryHandlers(
  shared: SharedParts & { readonly categoryId: () => string },
): VerbHandlers<typeof endpoints> {
  const { organizations, categoryId, access, callerOf } = shared;

  const slotsOf = ({ categories }: StoredOrganization) => categories ?? [];

  const found = (caller: StoredUser, { organization_id, category_id }: CategoryPath) => {
    const organization = access.organization(caller, organization_id);
    const category = slotsOf(organization).find((slot) => slot?.id === category_id.toLowerCase());
    if (!category) throw new Refusal(404, "category not found");
    return { organization, category };
  };

  const store = ({ id }: StoredOrganization, slots: readonly (CategoryJson | null)[], nowMs: number) =>
    organizations.update(id, { categories: slots, updatedAt: new Date(nowMs).toISOString() });

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      return { status: 200, body: slotsOf(access.organization(caller, request.params.organization_id)) };
    },
    create: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const organization = access.organization(caller, request.params.organization_id);
      const slots = slotsOf(organization);
      // Slots that were emptied are refilled by a PATCH of the organization alone: web1on1-v2.txt:1725.
      if (slots.length >= slotCount) throw new Refusal(400, "no slot is available");
      const fields: Partial<CategoryJson> = createFields(request.body, writable);
      const category = { ...fields, name: fields.name ?? "", id: categoryId() };
      store(organization, [...slots, category], request.nowMs);
      return {
        status: 201,
        headers: { location: `/organizations/${organization.id}/categories/${category.id}` },
        body: category,
      };
    },
    get: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      return { status: 200, body: found(caller, request.params).category };
    },
    update: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const { organization, category } = found(caller, request.params);
      const updated = { ...category, ...updateFields(request.body, writable) };
      const slots = slotsOf(organization).map((slot) => (slot === category ? updated : slot));
      store(organization, slots, request.nowMs);
      return { status: 200, body: updated };
    },
    delete: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const { organization, category } = found(caller, request.params);
      const slots = slotsOf(organization).map((slot) => (slot === category ? null : slot));
      store(organization, slots, request.nowMs);
      return { status: 204 };
    },
  };
}

interface CategoryPath {
  readonly organization_id: string;
  readonly category_id: string;
}
