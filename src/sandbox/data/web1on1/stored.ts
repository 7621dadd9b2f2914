import type { BotJson } from "../../../web1on1/bot/endpoints.ts";
import type { BotInstanceJson } from "../../../web1on1/bot-instance/endpoints.ts";
import type { FormJson } from "../../../web1on1/form/endpoints.ts";
import type { FormFieldJson } from "../../../web1on1/form-field/endpoints.ts";
import type { BillingInfoJson, OrganizationJson } from "../../../web1on1/organization/endpoints.ts";
import type { OrganizationGroupJson } from "../../../web1on1/organization-group/endpoints.ts";
import type { ServiceJson } from "../../../web1on1/service/endpoints.ts";
import type { UserJson } from "../../../web1on1/user/endpoints.ts";
import type { WorkflowJson } from "../../../web1on1/workflow/endpoints.ts";

/** A chat user with what the upstream gives away: password and token in clear. */
export interface StoredUser extends UserJson {
  readonly email: string;
  /** Id of the owner organization. */
  readonly organization: string;
  readonly role: string;
  readonly status: string;
  readonly password: string;
  readonly apiToken: string;
  /** Ids of all organizations that the user is a member of, the owner first. */
  readonly organizations: readonly string[];
}

/** Billing with the ids at the payment provider. */
export interface StoredBillingInfo extends BillingInfoJson {
  readonly stripeCustomerId: string;
  readonly w1on1ResultId?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** A chat organization as it is stored, billing included. */
export interface StoredOrganization extends OrganizationJson {
  readonly status: string;
  readonly billingInfo?: StoredBillingInfo | null;
}

/** A bot with its secret. */
export interface StoredBot extends BotJson {
  readonly organization: string;
  readonly status: string;
  readonly secret: string;
}

/** An instance of a bot as it is stored. */
export interface StoredBotInstance extends BotInstanceJson {
  readonly organization: string;
  readonly bot: string;
}

/** A service with its parameters in clear. */
export interface StoredService extends ServiceJson {
  /** Id of the owner organization. */
  readonly organization: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A field of a form; a form may be answered with fields that leave out id and times. */
export interface StoredFormField extends FormFieldJson {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A form with its fields. */
export interface StoredForm extends FormJson {
  /** Id of the owner organization. */
  readonly organization: string;
  readonly name: string;
  readonly status: string;
  readonly fields: readonly StoredFormField[];
}

/** A group of organizations as it is stored. */
export interface StoredOrganizationGroup extends OrganizationGroupJson {
  /** Id of the owner organization. */
  readonly organization: string;
  readonly members: readonly string[];
}

/** The records that Web1on1 starts with. */
export interface Web1on1Data {
  readonly users: readonly StoredUser[];
  readonly organizations: readonly StoredOrganization[];
  readonly bots: readonly StoredBot[];
  readonly botInstances: readonly StoredBotInstance[];
  readonly services: readonly StoredService[];
  readonly forms: readonly StoredForm[];
  readonly organizationGroups: readonly StoredOrganizationGroup[];
  readonly workflows: readonly WorkflowJson[];
}
