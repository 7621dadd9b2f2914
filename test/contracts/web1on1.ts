import { type Contract, type DocumentedEndpoint, documentedIn } from "./contract.ts";

const row = documentedIn("web1on1-v2.txt");
const elsewhere = documentedIn("public");
const unwritten = documentedIn("none");

/** What a read takes. */
const READ = "select populate";
/** What a list takes besides its filters. */
const LIST = "limit offset sort select populate id";

/** Every endpoint of Web1on1 as documented: log-in, users, organizations and their groups, bots, services, forms. */
const documented: readonly DocumentedEndpoint[] = [
  row("auth.createToken", "POST", "/auth/token", 12, "idempotent", { body: "email! password! otp" }),
  row("auth.refreshToken", "GET", "/auth/token", 73, "read", { query: "refreshToken!" }),
  elsewhere("auth.refreshTokenPost", "POST", "/auth/token", null, "idempotent", {
    body: "clientId! refreshToken!",
    source: "public",
  }),

  row("users.list", "GET", "/users", 172, "read", { query: `${LIST} organization email role status` }),
  row("users.create", "POST", "/users", 235, "create", {
    body: `familyName givenName additionalName displayName email! phone password avatar organization role
      settings meta status`,
  }),
  row("users.me", "GET", "/users/me", 678, "read", { query: READ }),
  row("users.get", "GET", "/users/{user_id}", 677, "read", { query: READ }),
  row("users.update", "PATCH", "/users/{user_id}", 916, "idempotent", {
    body: `familyName givenName additionalName displayName email phone password avatar organization role
      settings meta status`,
  }),
  row("users.myOrganizations", "GET", "/users/me/organizations", 1359, "read"),
  row(
    "users.removeOrganization",
    "DELETE",
    "/users/{user_id}/organizations/{organization_id}",
    1393,
    "idempotent",
  ),
  row("users.delete", "DELETE", "/users/{user_id}", 1405, "idempotent"),
  row("users.uploadAvatar", "POST", "/users/{user_id}/avatar", 1417, "idempotent", { body: "file!" }),
  row("users.deleteAvatar", "DELETE", "/users/{user_id}/avatar", 1668, "idempotent"),

  row("organizations.list", "GET", "/organizations", 1786, "read", {
    query: `${LIST} name tags status parent`,
  }),
  row("organizations.create", "POST", "/organizations", 1970, "create", {
    body: `name! displayName status email url logo country locale timezone industry settings aliases categories
      profileFields stopwords commands tags domainPrefix domain partners whitelist defaultRole
      dataRetention billingInfo! emailAs meta parent`,
  }),
  row("organizations.get", "GET", "/organizations/{organization_id}", 3474, "read", { query: READ }),
  row("organizations.update", "PATCH", "/organizations/{organization_id}", 4240, "idempotent", {
    body: `name displayName status email url logo country locale timezone industry settings aliases categories
      profileFields stopwords commands tags domainPrefix domain partners whitelist defaultRole
      dataRetention billingInfo emailAs meta`,
  }),
  row("organizations.delete", "DELETE", "/organizations/{organization_id}", 5745, "idempotent"),
  row("organizations.uploadLogo", "POST", "/organizations/{organization_id}/logo", 5755, "idempotent", {
    body: "file!",
  }),
  row("organizations.deleteLogo", "DELETE", "/organizations/{organization_id}/logo", 6532, "idempotent"),

  row("organizationCategories.list", "GET", "/organizations/{organization_id}/categories", 6543, "read"),
  row(
    "organizationCategories.create",
    "POST",
    "/organizations/{organization_id}/categories",
    6574,
    "create",
    { body: "name! forms tags" },
  ),
  row(
    "organizationCategories.get",
    "GET",
    "/organizations/{organization_id}/categories/{category_id}",
    6660,
    "read",
  ),
  row(
    "organizationCategories.update",
    "PATCH",
    "/organizations/{organization_id}/categories/{category_id}",
    6713,
    "idempotent",
    { body: "name forms tags" },
  ),
  row(
    "organizationCategories.delete",
    "DELETE",
    "/organizations/{organization_id}/categories/{category_id}",
    6806,
    "idempotent",
  ),

  row("organizationWorkflows.list", "GET", "/organizations/{organization_id}/workflows", 6819, "read"),

  row("orgGroups.list", "GET", "/orggroups", 6896, "read", { query: `${LIST} organization members` }),
  row("orgGroups.create", "POST", "/orggroups", 6923, "create", { body: "name! organization members" }),
  row("orgGroups.get", "GET", "/orggroups/{group_id}", 7011, "read", { query: READ }),
  row("orgGroups.update", "PATCH", "/orggroups/{group_id}", 7068, "idempotent", {
    body: "name organization members",
  }),
  row("orgGroups.delete", "DELETE", "/orggroups/{group_id}", 7157, "idempotent"),

  row("orgGroupMembers.list", "GET", "/orggroups/{group_id}/members", 7166, "read"),
  row("orgGroupMembers.add", "POST", "/orggroups/{group_id}/members", 7187, "create"),
  row("orgGroupMembers.remove", "DELETE", "/orggroups/{group_id}/members/{member_id}", 7220, "idempotent"),

  row("bots.list", "GET", "/bots", 7248, "read", { query: `${LIST} organization status audience` }),
  row("bots.create", "POST", "/bots", 7297, "create", {
    body: "organization name! description status roles! audience tags avatar commands meta",
  }),
  row("bots.get", "GET", "/bots/{bot_id}", 7546, "read", { query: READ }),
  row("bots.update", "PATCH", "/bots/{bot_id}", 7691, "idempotent", {
    body: "organization name description status roles audience tags avatar commands meta secret",
  }),
  row("bots.delete", "DELETE", "/bots/{bot_id}", 7946, "idempotent"),

  row("botInstances.list", "GET", "/botinstances", 7973, "read", {
    query: `${LIST} organization bot orgPath`,
  }),
  row("botInstances.create", "POST", "/botinstances", 8006, "create", {
    body: "organization bot! name! description avatar enabled meta",
  }),
  row("botInstances.get", "GET", "/botinstances/{botInstance_id}", 8168, "read", { query: READ }),
  row("botInstances.update", "PATCH", "/botinstances/{botInstance_id}", 8267, "idempotent", {
    body: "organization bot name description avatar enabled meta",
  }),
  row("botInstances.delete", "DELETE", "/botinstances/{botInstance_id}", 8430, "idempotent"),

  row("services.list", "GET", "/services", 8574, "read", { query: `${LIST} organization type status` }),
  row("services.create", "POST", "/services", 8605, "create", {
    body: `organization name! description type status touchpoints params! smoochId smoochAppId startDate
      endDate meta`,
  }),
  row("services.get", "GET", "/services/{service_id}", 9003, "read", { query: READ }),
  row("services.update", "PATCH", "/services/{service_id}", 9215, "idempotent", {
    body: `organization name description type status touchpoints params smoochId smoochAppId startDate endDate
      meta`,
  }),
  row("services.delete", "DELETE", "/services/{service_id}", 9614, "idempotent"),

  row("forms.list", "GET", "/forms", 9676, "read", { query: `${LIST} organization type status tags` }),
  row("forms.create", "POST", "/forms", 9754, "create", {
    body: `organization name! type template profileFields fields notifyEmails status tags labels pointsByAgent
      pointsByBot meta`,
  }),
  row("forms.get", "GET", "/forms/{form_id}", 10064, "read", { query: READ }),
  row("forms.update", "PATCH", "/forms/{form_id}", 10232, "idempotent", {
    body: `organization name type template profileFields fields notifyEmails status tags labels pointsByAgent
      pointsByBot meta`,
  }),
  row("forms.delete", "DELETE", "/forms/{form_id}", 10543, "idempotent"),

  row("formFields.list", "GET", "/forms/{form_id}/fields", 10553, "read"),
  row("formFields.create", "POST", "/forms/{form_id}/fields", 10589, "create", {
    body: "name! label type entity pattern options required",
  }),
  row("formFields.get", "GET", "/forms/{form_id}/fields/{field_id}", 10779, "read"),
  unwritten("formFields.update", "PATCH", "/forms/{form_id}/fields/{field_id}", null, "idempotent", {
    body: "name label type entity pattern options required",
    source: "inferred",
  }),
  unwritten("formFields.delete", "DELETE", "/forms/{form_id}/fields/{field_id}", null, "idempotent", {
    source: "inferred",
  }),
];

/** Web1on1 as it documents itself. */
export const contract: Contract = {
  documented,
  missing: [],
  secondWays: [
    "users.getToMerge",
    "organizations.getToMerge",
    "bots.getToMerge",
    "botInstances.getToMerge",
    "services.getToMerge",
    "forms.getToMerge",
  ],
  namedAlternatives: {},
};
