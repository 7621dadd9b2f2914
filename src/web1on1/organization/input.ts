import type {
  CreateOrganizationInput,
  UpdateBillingInfoInput,
  UpdateOrganizationInput,
} from "../../generated/resolvers.ts";
import { notNull, omitUndefined } from "../../resolving/input.ts";
import type { JsonObject } from "../../rest/message/exact-json.ts";
import { categorySlots, mergeCategories } from "../category/slots.ts";
import { mergePatch } from "../merging/merge-patch.ts";
import { type Merges, patchesOf } from "../merging/merged-update.ts";
import { organizationReference } from "./look-up.ts";
import { mergeProfileFields, newProfileFields, profileFieldChanges } from "./profile-field-input.ts";

const partnersOf = (partners: CreateOrganizationInput["partners"]) =>
  notNull(partners, "partners")?.map(({ organization, permission }) => ({
    reference: organizationReference(organization),
    permission,
  }));

/** @throws BAD_USER_INPUT for null where the upstream wants a value. */
const billingPatch = (billing: UpdateBillingInfoInput): JsonObject => {
  const { resultProductId, trialEndsOn, ...rest } = billing;
  for (const name of ["billReceiver", "billSender", "stripeCustomerId", "currentPlan"] as const) {
    notNull(rest[name], `billingInfo.${name}`);
  }
  return omitUndefined({
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
  stopwords: notNull(input.stopwords, "stopwords"),
  commands: notNull(input.commands, "commands"),
  tags: notNull(input.tags, "tags"),
  domainPrefix: input.domainPrefix,
  domain: input.domain,
  whitelist: notNull(input.whitelist, "whitelist"),
  defaultRole: notNull(input.defaultRole, "defaultRole"),
  emailAs: input.emailAs,
});

/**
 * A new organization: the body, less the organizations that it names.
 * @throws BAD_USER_INPUT for null where there must be a value, and for an id that cannot be one.
 */
export function newOrganization(input: CreateOrganizationInput) {
  const fields = input.profileFields ? profileFieldChanges(input.profileFields) : undefined;
  return {
    named: {
      partners: partnersOf(input.partners),
      parent: input.parent ? organizationReference(input.parent) : undefined,
    },
    body: {
      name: input.name,
      billingInfo: omitNullsWithin(billingPatch(input.billingInfo)),
      ...omitUndefined({
        ...plainFields(input),
        categories: categorySlots(input.categories),
        settings: input.settings ? omitNullsWithin(input.settings) : undefined,
        profileFields: fields && newProfileFields(fields),
        dataRetention: input.dataRetention ? omitNullsWithin(input.dataRetention) : undefined,
        meta: input.meta ?? undefined,
      }),
    },
  };
}

/**
 * Changes to an organization: the body, less the organizations that it names and the fields that are merged into what is
 * stored.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for an id that cannot be one.
 */
export function organizationChanges(input: UpdateOrganizationInput) {
  const billingInfo = notNull(input.billingInfo, "billingInfo");
  const partners = partnersOf(input.partners);
  const slots = categorySlots(input.categories);
  const fields = profileFieldChanges(input.profileFields, input.removeProfileFields);
  const body = omitUndefined({ ...plainFields(input), name: notNull(input.name, "name") });
  const merges: Merges = {
    ...patchesOf({
      settings: notNull(input.settings, "settings"),
      dataRetention: notNull(input.dataRetention, "dataRetention"),
      billingInfo: billingInfo && billingPatch(billingInfo),
      meta: notNull(input.meta, "meta"),
    }),
    ...(fields && { profileFields: (stored: unknown) => mergeProfileFields(stored, fields) }),
    ...(slots && { categories: (stored: unknown) => mergeCategories(stored, slots) }),
  };
  return { named: { partners }, body, merges };
}

/** An object without its nulls, nor those of the objects in it: in something new, null is as good as left out. */
const omitNullsWithin = (input: JsonObject): JsonObject => mergePatch({}, input);
