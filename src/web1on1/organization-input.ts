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
import { type JsonObject, mergePatch } from "./merge-patch.ts";

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

/** @throws BAD_USER_INPUT for null where the upstream wants a value. */
const billingPatch = (billing: UpdateBillingInfoInput): JsonObject => {
  const { resultProductId, trialEndsOn, ...rest } = billing;
  for (const name of ["billReceiver", "billSender", "stripeCustomerId", "currentPlan"] as const) {
    notNull(rest[name], `billingInfo.${name}`);
  }
  return given({
    ...rest,
    trialEndsOn: trialEndsOn === null ? null : trialEndsOn?.toISOString(),
    w1on1ResultId: resultProductId,
  });
};

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

/**
 * The body that creates an organization.
 * @throws BAD_USER_INPUT for null where there must be a value, and for an id that cannot be one.
 */
export const newOrganization = (input: CreateOrganizationInput): OrganizationBody => ({
  name: input.name,
  billingInfo: withoutNulls(billingPatch(input.billingInfo)),
  ...given({
    ...plainFields(input),
    settings: input.settings ? withoutNulls(input.settings) : undefined,
    profileFields: input.profileFields ?? undefined,
    dataRetention: input.dataRetention ? withoutNulls(input.dataRetention) : undefined,
    meta: input.meta ?? undefined,
    parent: optionalSourceIdOf(organizationKind, input.parentId),
  }),
});

/**
 * Changes to an organization: the body, less the nested objects, which come as patches.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for an id that cannot be one.
 */
export function organizationChanges(input: UpdateOrganizationInput) {
  const billingInfo = notNull(input.billingInfo, "billingInfo");
  return {
    body: given({ ...plainFields(input), name: notNull(input.name, "name") }),
    patches: {
      settings: notNull(input.settings, "settings"),
      profileFields: notNull(input.profileFields, "profileFields"),
      dataRetention: notNull(input.dataRetention, "dataRetention"),
      billingInfo: billingInfo && billingPatch(billingInfo),
      meta: notNull(input.meta, "meta"),
    },
  };
}

/** In something new, null is as good as left out. */
const withoutNulls = (input: JsonObject): JsonObject => mergePatch({}, input);
