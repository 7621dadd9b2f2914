import { badInput } from "../errors.ts";
import type {
  CreateOrganizationInput,
  UpdateBillingInfoInput,
  UpdateOrganizationInput,
} from "../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf } from "../ids.ts";
import { given, notNull } from "../input.ts";
import type { OrganizationBody } from "./api/organization.ts";
import { organizationKind } from "./kinds.ts";
import { mergePatch } from "./merge-patch.ts";

const categorySlots = 10;

const categoriesBody = (categories: CreateOrganizationInput["categories"]) => {
  if (categories && categories.length > categorySlots) {
    throw badInput(`categories holds ${categories.length}; there are ${categorySlots} slots.`);
  }
  return notNull(categories, "categories")?.map(
    (category) =>
      category && {
        name: category.name,
        ...given({
          id: category.sourceId ?? undefined,
          forms: category.formIds ?? undefined,
          tags: category.tags ?? undefined,
        }),
      },
  );
};

const partnersBody = (partners: CreateOrganizationInput["partners"]) =>
  notNull(partners, "partners")?.map(({ organizationId, permission }) => ({
    organization: sourceIdOf(organizationKind, organizationId),
    permission,
  }));

const billingBody = ({ resultProductId, ...billing }: UpdateBillingInfoInput) =>
  given({
    ...billing,
    trialEndsOn: billing.trialEndsOn?.toISOString(),
    w1on1ResultId: resultProductId ?? undefined,
  });

const plainFields = (input: CreateOrganizationInput | UpdateOrganizationInput) => ({
  displayName: input.displayName,
  status: notNull(input.status, "status"),
  email: input.email,
  url: input.url,
  logo: input.logo,
  country: input.country,
  locale: notNull(input.locale, "locale"),
  timezone: input.timezone,
  industry: input.industry,
  aliases: notNull(input.aliases, "aliases"),
  categories: categoriesBody(input.categories),
  stopwords: notNull(input.stopwords, "stopwords"),
  commands: notNull(input.commands, "commands"),
  tags: notNull(input.tags, "tags"),
  domainPrefix: input.domainPrefix,
  domain: input.domain,
  partners: partnersBody(input.partners),
  whitelist: notNull(input.whitelist, "whitelist"),
  defaultRole: notNull(input.defaultRole, "defaultRole"),
  emailAs: input.emailAs,
});

/** The body that creates an organization. */
export const newOrganization = (input: CreateOrganizationInput): OrganizationBody => ({
  name: input.name,
  billingInfo: billingBody(input.billingInfo),
  ...given({
    ...plainFields(input),
    settings: input.settings ?? undefined,
    profileFields: input.profileFields ?? undefined,
    dataRetention: input.dataRetention ?? undefined,
    meta: input.meta ?? undefined,
    parent: optionalSourceIdOf(organizationKind, input.parentId),
  }),
});

type JsonObject = Readonly<Record<string, unknown>>;

/** The nested objects of an update: the upstream replaces them whole, so they are merged over what is stored. */
function nestedPatches(
  input: UpdateOrganizationInput,
): readonly (readonly [name: string, patch: JsonObject])[] {
  const billingInfo = notNull(input.billingInfo, "billingInfo");
  const patches = {
    settings: notNull(input.settings, "settings"),
    profileFields: notNull(input.profileFields, "profileFields"),
    dataRetention: notNull(input.dataRetention, "dataRetention"),
    billingInfo: billingInfo && billingBody(billingInfo),
    meta: notNull(input.meta, "meta"),
  };
  return Object.entries(patches).flatMap(([name, patch]) => (patch ? [[name, { ...patch }] as const] : []));
}

/** Whether an update needs to know what is stored. */
export const changesNestedObjects = (input: UpdateOrganizationInput): boolean =>
  nestedPatches(input).length > 0;

/**
 * The body that changes an organization.
 * @param stored the organization as it is now; needed when nested objects are changed.
 * @throws BAD_USER_INPUT for null where nothing can be cleared.
 */
export function organizationChanges(
  input: UpdateOrganizationInput,
  stored: JsonObject | undefined,
): OrganizationBody {
  const merged = nestedPatches(input).map(([name, patch]) => [name, mergePatch(stored?.[name], patch)]);
  return {
    ...given({ name: notNull(input.name, "name"), ...plainFields(input) }),
    ...Object.fromEntries(merged),
  };
}
