import type { System } from "../resolving/system.ts";
import { bot } from "./bot/bot.ts";
import { botInstance } from "./bot-instance/bot-instance.ts";
import { category } from "./category/category.ts";
import { web1on1Enums } from "./enums.ts";
import { form } from "./form/form.ts";
import { formField } from "./form-field/form-field.ts";
import { organization } from "./organization/organization.ts";
import { organizationGroup } from "./organization-group/organization-group.ts";
import { service } from "./service/service.ts";
import { session } from "./session/session.ts";
import { facts } from "./system.ts";
import { users } from "./user/endpoints.ts";
import { user } from "./user/user.ts";
import { workflow } from "./workflow/workflow.ts";

/** Web1on1, with everything that the gateway offers of it. */
export const web1on1: System = {
  ...facts,
  enums: web1on1Enums,
  probe: (call) => call(users.me),
  nouns: [
    session,
    user,
    organization,
    category,
    organizationGroup,
    workflow,
    bot,
    botInstance,
    service,
    form,
    formField,
  ],
};
