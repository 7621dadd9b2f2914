import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ActivityTypeJson } from '../assembled/activity-type/endpoints.ts';
import type { ActivityOfPerson } from '../assembled/activity/endpoints.ts';
import type { AgentStateJson, AgentStateVersionJson, AgentStateEditJson } from '../assembled/agent-state/endpoints.ts';
import type { EventChangeJson, EventAuthorJson } from '../assembled/event-change/endpoints.ts';
import type { ForecastTotalJson } from '../assembled/forecast-total/endpoints.ts';
import type { ForecastJson } from '../assembled/forecast/endpoints.ts';
import type { ForecastedActualJson, ForecastedVsActualJson } from '../assembled/forecasted-vs-actual/endpoints.ts';
import type { QueueJson, SiteJson, TeamJson, SkillJson } from '../assembled/group/endpoints.ts';
import type { PersonJson } from '../assembled/person/endpoints.ts';
import type { ReportJson, ReportMetricJson } from '../assembled/report/endpoints.ts';
import type { RequirementTypeJson } from '../assembled/requirement-type/endpoints.ts';
import type { RequirementJson } from '../assembled/requirement/endpoints.ts';
import type { RoleJson } from '../assembled/role/endpoints.ts';
import type { ShiftTimeJson, ShiftJson, ShiftPatternJson } from '../assembled/shift-pattern/endpoints.ts';
import type { TimeOffRequestJson, TimeOffUpdateJson } from '../assembled/time-off/endpoints.ts';
import type { AccountJson } from '../assembly/account/endpoints.ts';
import type { ContactOfAccount } from '../assembly/contact/known-company.ts';
import type { LabelJson } from '../assembly/label/endpoints.ts';
import type { UsageLogOfOwner } from '../assembly/usage-log/known-owner.ts';
import type { BotInstanceJson } from '../web1on1/bot-instance/endpoints.ts';
import type { BotJson } from '../web1on1/bot/endpoints.ts';
import type { CategoryOfOrganization } from '../web1on1/category/endpoints.ts';
import type { FormFieldOptionJson, FieldOfForm } from '../web1on1/form-field/endpoints.ts';
import type { FormJson } from '../web1on1/form/endpoints.ts';
import type { OrganizationGroupJson } from '../web1on1/organization-group/endpoints.ts';
import type { BillingInfoJson, ProfileFieldJson, OrganizationJson, PartnerJson } from '../web1on1/organization/endpoints.ts';
import type { ServiceJson } from '../web1on1/service/endpoints.ts';
import type { UserSettingsJson, UserJson, MembershipJson } from '../web1on1/user/endpoints.ts';
import type { WorkflowConditionJson, WorkflowRuleJson, WorkflowJson } from '../web1on1/workflow/endpoints.ts';
import type { WrittenProperties } from '../assembly/additional-properties/payload.ts';
import type { ActivityVersionRow } from '../assembled/event-change/versions.ts';
import type { CustomerKey } from '../joins/customer-key.ts';
import type { OperationContext } from '../graphql/context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 3166 two-letter country code; checked on input, given as stored on output. */
  CountryCode: { input: string; output: string; }
  /** A calendar day: `2026-03-01`; null with an error where a system gave none that exists. */
  Date: { input: string; output: string; }
  /** A moment in UTC, ISO 8601: `2026-03-01T09:30:00Z`; null with an error where a system gave none that exists. */
  DateTime: { input: Date; output: import('../graphql/scalars.ts').DateTimeOutput; }
  /** Checked on input, at most 254 characters; given as stored on output. */
  EmailAddress: { input: string; output: string; }
  /** A free-form map of JSON values. */
  JSONObject: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /** A port from 1 to 65535, as a number or as the text of one; passed on as it is given. */
  Port: { input: number | string; output: number | string; }
  /** A right of a client: `<system>:read`, `<system>:write` or `schema:introspect`. */
  Scope: { input: unknown; output: unknown; }
  /** An IANA time zone such as `Europe/Amsterdam`; checked on input, at most 64 characters; given as stored on output. */
  TimeZone: { input: string; output: string; }
  /** Checked on input, at most 2048 characters with a host of at most 253; given as stored on output. */
  URL: { input: string; output: string; }
  /** A file that is sent along: its variable is null, and the request is `multipart/form-data` as the GraphQL multipart request specification has it. */
  Upload: { input: import('../uploads/upload.ts').Upload; output: import('../uploads/upload.ts').Upload; }
};

/** A company or a single customer in the CRM. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** Custom properties by name. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /** Kind of company; companies only. */
  readonly companyType?: Maybe<Label>;
  /** People at this company, in the order of the CRM. */
  readonly contacts?: Maybe<ContactConnection>;
  /** Period that `contractValue` is for. */
  readonly contractType?: Maybe<ContractType>;
  /** Value for one contract period. */
  readonly contractValue?: Maybe<Scalars['Float']['output']>;
  /** A domain for a company, an e-mail address for a customer. */
  readonly domain?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Reference in the caller's own tool. */
  readonly idInTool?: Maybe<Scalars['String']['output']>;
  readonly imageUrl?: Maybe<Scalars['URL']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** Seats that the company has; companies only. */
  readonly numberOfSeats?: Maybe<Scalars['Int']['output']>;
  /** The account's chat organization; null when none or several match. */
  readonly organization?: Maybe<Organization>;
  /** Every chat organization that matches in the best way that any does. */
  readonly organizationLinks?: Maybe<ReadonlyArray<OrganizationLink>>;
  /** Phone numbers. */
  readonly phone?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly renewalDate?: Maybe<Scalars['Date']['output']>;
  /** Role of the customer; customers only. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /**
   * The members of the support staff behind the users of the account's chat organization, each once, less those who were removed. A
   * user behind whom several people may be counts for none of them. Null where no organization matches, or several do.
   */
  readonly servedBy?: Maybe<ServingPersonConnection>;
  /** The CRM's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** Ids of this account in other systems. */
  readonly sourceSpecificIds?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly stage?: Maybe<Label>;
  /** Labels of type `ACCOUNT_TAG`; those that no longer exist are left out. */
  readonly tags?: Maybe<ReadonlyArray<Label>>;
  readonly tier?: Maybe<Label>;
  readonly trialExpirationDate?: Maybe<Scalars['Date']['output']>;
  readonly type?: Maybe<AccountType>;
  /** Usage of this account, newest first. */
  readonly usageLogs?: Maybe<UsageLogConnection>;
};


/** A company or a single customer in the CRM. */
export type AccountContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A company or a single customer in the CRM. */
export type AccountServedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A company or a single customer in the CRM. */
export type AccountUsageLogsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of accounts. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  readonly edges: ReadonlyArray<AccountEdge>;
  readonly nodes: ReadonlyArray<Account>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An account and its place in the list. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Account;
};

/** An account that an organization may be the same company as. */
export type AccountLink = {
  readonly __typename?: 'AccountLink';
  readonly account: Account;
  readonly reason: LinkReason;
};

/** Names one account, by exactly one key. */
export type AccountLookup =
  /** A domain for a company, an e-mail address for a customer. */
  { readonly domain: Scalars['String']['input']; readonly id?: never; readonly sourceSpecificId?: never; }
  |  { readonly domain?: never; readonly id: Scalars['ID']['input']; readonly sourceSpecificId?: never; }
  |  /** An external id linked to the account. */
  { readonly domain?: never; readonly id?: never; readonly sourceSpecificId: Scalars['String']['input']; };

/** Names one account or one contact. */
export type AccountOrContactLookup =
  /** The account that is meant. */
  { readonly account: AccountLookup; readonly contact?: never; }
  |  /** The contact that is meant. */
  { readonly account?: never; readonly contact: ContactLookup; };

/** Fields that accounts can be sorted by; accounts without a value come last in either direction. */
export type AccountSortField =
  /** The value for one contract period, whichever period that is. */
  | 'CONTRACT_VALUE'
  /** The domain, or the e-mail address of a customer. */
  | 'DOMAIN'
  /** The name, upper and lower case and accents aside. */
  | 'NAME'
  /** The day on which the contract is renewed. */
  | 'RENEWAL_DATE'
  /** The day on which the trial ends. */
  | 'TRIAL_EXPIRATION_DATE';

/** The kind of customer that an account stands for. */
export type AccountType =
  /** A company, which has contacts. */
  | 'Company'
  /** A single person. */
  | 'Customer';

/** Which accounts to list; all conditions must hold. */
export type AccountsFilter = {
  /** A label of type `COMPANY_TYPE`. */
  readonly companyType?: InputMaybe<Scalars['ID']['input']>;
  /** A label of type `STAGE`. */
  readonly stage?: InputMaybe<Scalars['ID']['input']>;
  /** A label of type `ACCOUNT_TAG`, among others or alone. */
  readonly tag?: InputMaybe<Scalars['ID']['input']>;
  /** A label of type `TIER`. */
  readonly tier?: InputMaybe<Scalars['ID']['input']>;
  readonly type?: InputMaybe<AccountType>;
};

/** Order of accounts; those with equal values stay in the order of the list. */
export type AccountsSort = {
  readonly direction?: SortDirection;
  readonly field: AccountSortField;
};

/** Which activities to list; all conditions must hold, and an empty list matches nothing. */
export type ActivitiesFilter = {
  /** Agents' ids, as in `Person.agentId`. */
  readonly agents?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly channel?: InputMaybe<Channel>;
  /** Those of these people; one who is not found, or is not an agent, has none. */
  readonly people?: InputMaybe<ReadonlyArray<PersonLookup>>;
  /** The master schedule unless given. */
  readonly schedule?: InputMaybe<Scalars['ID']['input']>;
  readonly team?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of types of activity. */
  readonly types?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A span of an agent's schedule. */
export type Activity = {
  readonly __typename?: 'Activity';
  readonly channels?: Maybe<ReadonlyArray<Channel>>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; there is no way to fetch one activity by it. */
  readonly id: Scalars['ID']['output'];
  readonly person?: Maybe<Person>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  readonly type?: Maybe<ActivityType>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The fate of the agent's activities that overlap a new one. */
export type ActivityConflictPolicy =
  /** They stay. */
  | 'ALLOW'
  /** The new one is refused with `CONFLICT`. Best effort: the schedule is read just before, and may change in between. */
  | 'REFUSE'
  /** They are deleted. */
  | 'REPLACE';

/** A page of activities, by start and then by id. */
export type ActivityConnection = {
  readonly __typename?: 'ActivityConnection';
  readonly edges: ReadonlyArray<ActivityEdge>;
  readonly nodes: ReadonlyArray<Activity>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An activity and its place in the list. */
export type ActivityEdge = {
  readonly __typename?: 'ActivityEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Activity;
};

/** A kind of activity, such as a shift or a break. */
export type ActivityType = Node & {
  readonly __typename?: 'ActivityType';
  /** `#rrggbb`. */
  readonly backgroundColor?: Maybe<Scalars['String']['output']>;
  readonly channels?: Maybe<ReadonlyArray<Channel>>;
  /** `#rrggbb`. */
  readonly fontColor?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /**
   * As `importedId`.
   * @deprecated Use `importedId`, which people have, too.
   */
  readonly importId?: Maybe<Scalars['String']['output']>;
  /** Id in the system that the type was imported from. */
  readonly importedId?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Whether it counts as work on a channel. */
  readonly productive?: Maybe<Scalars['Boolean']['output']>;
  readonly shortName?: Maybe<Scalars['String']['output']>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** Whether it counts as time off. */
  readonly timeOff?: Maybe<Scalars['Boolean']['output']>;
  readonly timeOffUnit?: Maybe<TimeOffUnit>;
  /** Name by which the history of schedules refers to the type. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** An activity as it was before or after a change. */
export type ActivityVersion = {
  readonly __typename?: 'ActivityVersion';
  readonly channels?: Maybe<ReadonlyArray<Channel>>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the event in Google Calendar that the activity came from. */
  readonly googleCalendarEventId?: Maybe<Scalars['String']['output']>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the template that the activity came from. */
  readonly templateId?: Maybe<Scalars['ID']['output']>;
  /** Null where the type is gone. */
  readonly type?: Maybe<ActivityType>;
  /** `ActivityType.value`, which remains when the type is gone. */
  readonly typeValue?: Maybe<Scalars['String']['output']>;
};

/** A category to add. */
export type AddCategoryInput = {
  /** Forms that may be filled in. */
  readonly forms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name: Scalars['String']['input'];
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The category that was added. */
export type AddCategoryPayload = {
  readonly __typename?: 'AddCategoryPayload';
  readonly category?: Maybe<Category>;
  readonly categoryId: Scalars['ID']['output'];
};

/** The group that members were added to. */
export type AddOrganizationGroupMembersPayload = {
  readonly __typename?: 'AddOrganizationGroupMembersPayload';
  /** The group as it is read after the addition. */
  readonly organizationGroup?: Maybe<OrganizationGroup>;
  readonly organizationGroupId: Scalars['ID']['output'];
};

/** A person's standing in the scheduling system. */
export type AgentRole =
  /** An administrator. */
  | 'admin'
  /** An agent. */
  | 'agent';

/** A span of time in which an agent was in one state on one platform, such as available for calls. */
export type AgentState = {
  readonly __typename?: 'AgentState';
  /** E-mail address of the agent as the state carries it, which costs no look-up. */
  readonly agentEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** As in `Person.agentId`; null where the id on the platform belongs to no agent. */
  readonly agentId?: Maybe<Scalars['ID']['output']>;
  /** Name of the agent as the state carries it, which costs no look-up. */
  readonly agentName?: Maybe<Scalars['String']['output']>;
  /** Id of the agent on the platform. */
  readonly agentPlatformId?: Maybe<Scalars['String']['output']>;
  /** Of a state that still runs, the moment up to which it is known to have lasted: this moves on with every reading. */
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Id by which edits name the state; null where the scheduling system does not tell it. */
  readonly externalId?: Maybe<Scalars['ID']['output']>;
  readonly modifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null where the id on the platform belongs to no agent. */
  readonly person?: Maybe<Person>;
  /** Source of the state, such as `zendesk_talk`; `api` for states that were posted. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** In the words of the platform. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Ticket that the agent worked on; null where there was none. */
  readonly ticketId?: Maybe<Scalars['String']['output']>;
  readonly ticketStatus?: Maybe<Scalars['String']['output']>;
};

/** A page of states of agents. */
export type AgentStateConnection = {
  readonly __typename?: 'AgentStateConnection';
  readonly edges: ReadonlyArray<AgentStateEdge>;
  readonly nodes: ReadonlyArray<AgentState>;
  readonly pageInfo: PageInfo;
  /** States in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A state of an agent and its place in the list. */
export type AgentStateEdge = {
  readonly __typename?: 'AgentStateEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AgentState;
};

/** A change to the states of an agent that was made by hand or over the API, after the fact. */
export type AgentStateEdit = {
  readonly __typename?: 'AgentStateEdit';
  readonly action?: Maybe<AgentStateEditAction>;
  /** Null for a state that was deleted. */
  readonly after?: Maybe<AgentStateVersion>;
  /** E-mail address of the agent as the change carries it, which costs no look-up. */
  readonly agentEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** As in `Person.agentId`. */
  readonly agentId?: Maybe<Scalars['ID']['output']>;
  /** Name of the agent as the change carries it, which costs no look-up. */
  readonly agentName?: Maybe<Scalars['String']['output']>;
  /** Null for a state that was inserted. */
  readonly before?: Maybe<AgentStateVersion>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The person who made it; null for one over the API, and for a person who is gone. */
  readonly editedBy?: Maybe<Person>;
  /** Id of the state that was changed. */
  readonly externalId?: Maybe<Scalars['ID']['output']>;
  /** Whether it came over the API; no person is named as its author then. */
  readonly isApiEdit?: Maybe<Scalars['Boolean']['output']>;
  readonly person?: Maybe<Person>;
  readonly platform?: Maybe<Scalars['String']['output']>;
};

/** The kind of a change to the states of an agent. */
export type AgentStateEditAction =
  /** A state was removed. */
  | 'delete'
  /** A state was added. */
  | 'insert'
  /** A state was replaced. */
  | 'update';

/** A page of changes to states of agents. */
export type AgentStateEditConnection = {
  readonly __typename?: 'AgentStateEditConnection';
  readonly edges: ReadonlyArray<AgentStateEditEdge>;
  readonly nodes: ReadonlyArray<AgentStateEdit>;
  readonly pageInfo: PageInfo;
  /** Changes in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A change to the states of an agent and its place in the list. */
export type AgentStateEditEdge = {
  readonly __typename?: 'AgentStateEditEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AgentStateEdit;
};

/** One change to the states of an agent. */
export type AgentStateEditInput =
  /** The state to remove. */
  { readonly delete: DeleteAgentStateInput; readonly insert?: never; readonly update?: never; }
  |  /** The state to add. */
  { readonly delete?: never; readonly insert: InsertAgentStateInput; readonly update?: never; }
  |  /** The state to replace. */
  { readonly delete?: never; readonly insert?: never; readonly update: UpdateAgentStateInput; };

/** A state of an agent as it was before or after a change. */
export type AgentStateVersion = {
  readonly __typename?: 'AgentStateVersion';
  /** Whether the version was in use. */
  readonly active?: Maybe<Scalars['Boolean']['output']>;
  readonly agentPlatformId?: Maybe<Scalars['String']['output']>;
  /** Further facts of the platform. */
  readonly attributes?: Maybe<Scalars['JSONObject']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the state still ran. */
  readonly isCurrent?: Maybe<Scalars['Boolean']['output']>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** In the words of the platform. */
  readonly state?: Maybe<Scalars['String']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** States of agents to list: those of one person, or of all agents for whom the other conditions hold. */
export type AgentStatesFilter = {
  /** Agents on this channel; BACK_OFFICE is none of agents. */
  readonly channel?: InputMaybe<Channel>;
  /** Not together with a channel, queue, site, team or skill; a person who is not an agent has no states. */
  readonly person?: InputMaybe<PersonLookup>;
  /** Sources of the states, such as `zendesk_talk`; an empty list matches nothing. */
  readonly platforms?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly queue?: InputMaybe<Scalars['ID']['input']>;
  readonly site?: InputMaybe<Scalars['ID']['input']>;
  readonly skill?: InputMaybe<Scalars['ID']['input']>;
  readonly team?: InputMaybe<Scalars['ID']['input']>;
};

/** Access to the API of the chat system. */
export type ApiParamsInput = {
  /** Rights that it gives, in the chat system's own words. */
  readonly scopes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The shift pattern that people are on now. */
export type AssignShiftPatternPayload = {
  readonly __typename?: 'AssignShiftPatternPayload';
  readonly shiftPattern?: Maybe<ShiftPattern>;
  readonly shiftPatternId: Scalars['ID']['output'];
};

/** An id on a platform, and the agent whose it is. */
export type AssociatePlatformIdInput = {
  /** Id of the agent on the platform. */
  readonly agentPlatformId: Scalars['String']['input'];
  /** Must be an agent. */
  readonly person: PersonLookup;
};

/** The id on a platform, and whose it is from now on. */
export type AssociatePlatformIdPayload = {
  readonly __typename?: 'AssociatePlatformIdPayload';
  readonly agentPlatformId: Scalars['String']['output'];
  readonly person?: Maybe<Person>;
};

/** The payer of an organization, and its plan. */
export type BillingInfo = {
  readonly __typename?: 'BillingInfo';
  /** Organization that pays. */
  readonly billReceiver?: Maybe<Scalars['String']['output']>;
  /** Organization that sends the invoice. */
  readonly billSender?: Maybe<Scalars['String']['output']>;
  readonly currentPlan?: Maybe<Scalars['String']['output']>;
  /** Days until an invoice is due. */
  readonly daysUntilDue?: Maybe<Scalars['Float']['output']>;
  /** Passed on as it is; the chat system's documents contradict each other on its sense. */
  readonly enableAmp?: Maybe<Scalars['Boolean']['output']>;
  /** Passed on as it is; the chat system's documents contradict each other on its sense. */
  readonly enableMecs?: Maybe<Scalars['Boolean']['output']>;
  /** Passed on as it is; the chat system's documents contradict each other on its sense. */
  readonly enableSepaDebitCosts?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the payment provider is used for real. */
  readonly liveMode?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the organization is to be moved to live mode. */
  readonly moveToLive?: Maybe<Scalars['Boolean']['output']>;
  readonly trialEndsOn?: Maybe<Scalars['DateTime']['output']>;
  /** Version of the billing scheme. */
  readonly version?: Maybe<Scalars['Float']['output']>;
};

/** A program that takes part in conversations as a user does; an instance of it turns it on for an organization. */
export type Bot = Node & {
  readonly __typename?: 'Bot';
  readonly audience?: Maybe<BotAudience>;
  /** Its picture, 45 pixels wide and high. */
  readonly avatar?: Maybe<Scalars['URL']['output']>;
  /** Commands that users are offered. */
  readonly commands?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly createdBy?: Maybe<User>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Instances of the bot, over all organizations, in the order of the chat system. */
  readonly instances?: Maybe<BotInstanceConnection>;
  /** Free-form values, which may hold credentials: null unless `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that owns it. */
  readonly organization?: Maybe<Organization>;
  /** Roles that it acts in, in the chat system's own words, such as `bot` or `agent`. */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly status?: Maybe<BotStatus>;
  /** Labels by which it is shared. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The user who changed it last. */
  readonly updatedBy?: Maybe<User>;
};


/** A program that takes part in conversations as a user does; an instance of it turns it on for an organization. */
export type BotInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The organizations that a bot is shared with. */
export type BotAudience =
  /** All organizations. */
  | 'global'
  /** The organizations of a group; the chat system does not say which. */
  | 'group'
  /** Only the one that owns it. */
  | 'owner';

/** A page of bots. */
export type BotConnection = {
  readonly __typename?: 'BotConnection';
  readonly edges: ReadonlyArray<BotEdge>;
  readonly nodes: ReadonlyArray<Bot>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A bot and its place in the list. */
export type BotEdge = {
  readonly __typename?: 'BotEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Bot;
};

/** A bot at work for one organization, with a name and values of its own. */
export type BotInstance = Node & {
  readonly __typename?: 'BotInstance';
  /** Its own picture; the bot's is shown where it is null. */
  readonly avatar?: Maybe<Scalars['URL']['output']>;
  readonly bot?: Maybe<Bot>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly createdBy?: Maybe<User>;
  /** In place of the bot's description. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether it is at work. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Free-form values, which may hold credentials: null unless `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  /** In place of the bot's name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that it works for. */
  readonly organization?: Maybe<Organization>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The user who changed it last. */
  readonly updatedBy?: Maybe<User>;
};

/** A page of instances of bots. */
export type BotInstanceConnection = {
  readonly __typename?: 'BotInstanceConnection';
  readonly edges: ReadonlyArray<BotInstanceEdge>;
  readonly nodes: ReadonlyArray<BotInstance>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An instance of a bot and its place in the list. */
export type BotInstanceEdge = {
  readonly __typename?: 'BotInstanceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: BotInstance;
};

/** Fields that instances of bots can be sorted by. */
export type BotInstanceSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** Which instances of bots to list; all conditions must hold. */
export type BotInstancesFilter = {
  readonly bot?: InputMaybe<Scalars['ID']['input']>;
  /** The organization that they work for. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
};

/** Order of instances of bots. */
export type BotInstancesSort = {
  readonly direction?: SortDirection;
  readonly field: BotInstanceSortField;
};

/** Fields that bots can be sorted by. */
export type BotSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** The state of a bot. */
export type BotStatus =
  /** In use. */
  | 'active'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'archived'
  /** Turned off. */
  | 'inactive';

/** Which bots to list; all conditions must hold. */
export type BotsFilter = {
  readonly audience?: InputMaybe<BotAudience>;
  /** The organization that owns them. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
  /** Archived bots are listed only when asked for. */
  readonly status?: InputMaybe<BotStatus>;
};

/** Order of bots. */
export type BotsSort = {
  readonly direction?: SortDirection;
  readonly field: BotSortField;
};

/** The fate of activities that overlap new ones created together. */
export type BulkActivityConflictPolicy =
  /** All new ones are refused with `CONFLICT`, also when they overlap one another. Best effort: the schedule is read just before, and may change in between. */
  | 'REFUSE'
  /** They are deleted. */
  | 'REPLACE';

/** The end of a request for time off. */
export type CancelTimeOffRequestInput = {
  /** The person who cancels it. */
  readonly canceledBy: PersonLookup;
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** The request that was canceled. */
export type CancelTimeOffRequestPayload = {
  readonly __typename?: 'CancelTimeOffRequestPayload';
  readonly timeOffRequest?: Maybe<TimeOffRequest>;
  readonly timeOffRequestId: Scalars['ID']['output'];
};

/** A subject that a conversation can have, in one of the ten slots of an organization. */
export type Category = Node & {
  readonly __typename?: 'Category';
  /** Forms that may be filled in, less those that do not exist. One that the gateway may not read is left out, with an error. */
  readonly forms?: Maybe<ReadonlyArray<Form>>;
  readonly id: Scalars['ID']['output'];
  /** Place among the ten slots, from 0; null when no slot holds it any more. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  /** The organization that it is a category of. */
  readonly organization?: Maybe<Organization>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A category for a slot of an organization that is updated. */
export type CategoryInput = {
  /** Forms that may be filled in. */
  readonly forms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name: Scalars['String']['input'];
  /** Id of the category that stays in the slot; a new category has none. */
  readonly sourceId?: InputMaybe<Scalars['ID']['input']>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A way in which customers reach the support staff. */
export type Channel =
  /** Work behind the scenes, without a customer on the line. */
  | 'back_office'
  /** Chats. */
  | 'chat'
  /** E-mails. */
  | 'email'
  /** Telephone calls. */
  | 'phone'
  /** Text messages. */
  | 'sms'
  /** Messages over social networks. */
  | 'social';

/** The program or person that sends the operation, as its key or token shows. */
export type Client = {
  readonly __typename?: 'Client';
  readonly limits: ClientLimits;
  /** Its name in the gateway's log, metrics and audit; `anonymous` where clients do not say who they are. */
  readonly name: Scalars['String']['output'];
  /** Its rights, in the order of the alphabet; those to write are left out while the gateway is read-only. */
  readonly scopes: ReadonlyArray<Scalars['Scope']['output']>;
};

/** Limits that are the client's own; null where those of all clients hold. */
export type ClientLimits = {
  readonly __typename?: 'ClientLimits';
  /** Calls a second to each system, by its name in lower case. */
  readonly callsPerSecond?: Maybe<Scalars['JSONObject']['output']>;
  /** Requests with files under way at once. */
  readonly filesAtOnce?: Maybe<Scalars['Int']['output']>;
  /** Operations a second. */
  readonly operationsPerSecond?: Maybe<Scalars['Float']['output']>;
};

/** Names the company of a ticket, by exactly one key. */
export type CompanyLookup =
  /** Of an account. */
  { readonly id: Scalars['ID']['input']; readonly sourceSpecificId?: never; }
  |  /** An external id linked to the account. */
  { readonly id?: never; readonly sourceSpecificId: Scalars['String']['input']; };

/** A person at a company in the CRM. */
export type Contact = Node & {
  readonly __typename?: 'Contact';
  /** The company that the contact belongs to. */
  readonly account?: Maybe<Account>;
  /** Custom properties by name. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /** Period that `contractValue` is for. */
  readonly contractType?: Maybe<ContractType>;
  /** Value for one contract period. */
  readonly contractValue?: Maybe<Scalars['Float']['output']>;
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Reference in the caller's own tool. */
  readonly idInTool?: Maybe<Scalars['String']['output']>;
  readonly imageUrl?: Maybe<Scalars['URL']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** Phone numbers. */
  readonly phone?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly renewalDate?: Maybe<Scalars['Date']['output']>;
  readonly role?: Maybe<Scalars['String']['output']>;
  /** The CRM's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** Ids of this contact in other systems. */
  readonly sourceSpecificIds?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly stage?: Maybe<Label>;
  /** Labels of type `ACCOUNT_TAG`; those that no longer exist are left out. */
  readonly tags?: Maybe<ReadonlyArray<Label>>;
  readonly tier?: Maybe<Label>;
  readonly trialExpirationDate?: Maybe<Scalars['Date']['output']>;
  /** Usage of this contact, newest first. */
  readonly usageLogs?: Maybe<UsageLogConnection>;
  /** The contact's chat user; null when none or several match. */
  readonly user?: Maybe<User>;
  /** Every chat user with the contact's e-mail address. */
  readonly userLinks?: Maybe<ReadonlyArray<UserLink>>;
};


/** A person at a company in the CRM. */
export type ContactUsageLogsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of contacts. */
export type ContactConnection = {
  readonly __typename?: 'ContactConnection';
  readonly edges: ReadonlyArray<ContactEdge>;
  readonly nodes: ReadonlyArray<Contact>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A contact and its place in the list. */
export type ContactEdge = {
  readonly __typename?: 'ContactEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Contact;
};

/** A contact that a chat user may be. */
export type ContactLink = {
  readonly __typename?: 'ContactLink';
  readonly contact: Contact;
  readonly reason: LinkReason;
};

/** Names one contact, by exactly one key. */
export type ContactLookup =
  { readonly email: Scalars['EmailAddress']['input']; readonly id?: never; readonly sourceSpecificId?: never; }
  |  { readonly email?: never; readonly id: Scalars['ID']['input']; readonly sourceSpecificId?: never; }
  |  /** An external id linked to the contact. */
  { readonly email?: never; readonly id?: never; readonly sourceSpecificId: Scalars['String']['input']; };

/** Fields that contacts can be sorted by; contacts without a value come last in either direction. */
export type ContactSortField =
  /** The value for one contract period, whichever period that is. */
  | 'CONTRACT_VALUE'
  /** The e-mail address. */
  | 'EMAIL'
  /** The name, upper and lower case and accents aside. */
  | 'NAME'
  /** The day on which the contract is renewed. */
  | 'RENEWAL_DATE'
  /** The day on which the trial ends. */
  | 'TRIAL_EXPIRATION_DATE';

/** Which contacts to list; all conditions must hold. */
export type ContactsFilter = {
  /** A label of type `STAGE`. */
  readonly stage?: InputMaybe<Scalars['ID']['input']>;
  /** A label of type `ACCOUNT_TAG`, among others or alone. */
  readonly tag?: InputMaybe<Scalars['ID']['input']>;
  /** A label of type `TIER`. */
  readonly tier?: InputMaybe<Scalars['ID']['input']>;
};

/** Order of contacts; those with equal values stay in the order of the list. */
export type ContactsSort = {
  readonly direction?: SortDirection;
  readonly field: ContactSortField;
};

/** Period that a contract's value is for. */
export type ContractType =
  /** One month. */
  | 'Month'
  /** One year. */
  | 'Year';

/** A unit of work, such as a call or a chat, as another system knows it. */
export type ConversationInput = {
  /** The agent that it is assigned to, by the id in that system. */
  readonly assigneeImportedId?: InputMaybe<Scalars['String']['input']>;
  /** Any but SMS. */
  readonly channel: Channel;
  /** The moment at which it began. */
  readonly createdAt: Scalars['DateTime']['input'];
  /** Time of an agent's first answer. */
  readonly firstRespondedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its id in that system: one that is there already is overwritten. */
  readonly importedId: Scalars['String']['input'];
  readonly queueId?: InputMaybe<Scalars['ID']['input']>;
  /** The moment at which it was solved or closed. */
  readonly solvedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How far it has come. */
  readonly status: ConversationStatus;
  /** Keywords that it carries. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The state of a conversation. */
export type ConversationStatus =
  /** Given up by the customer. */
  | 'abandoned'
  /** Not solved yet. */
  | 'open'
  /** Not solved yet, and set aside for now. */
  | 'pending'
  /** Solved or closed. */
  | 'solved';

/** An account to create. */
export type CreateAccountInput = {
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  /** A label of type `COMPANY_TYPE`; companies only. */
  readonly companyTypeId?: InputMaybe<Scalars['ID']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  /** A domain for a company, an e-mail address for a customer. */
  readonly domain: Scalars['String']['input'];
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Name of the company or customer. */
  readonly name: Scalars['String']['input'];
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  /** Seats that the company has; companies only. */
  readonly numberOfSeats?: InputMaybe<Scalars['Int']['input']>;
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  /** Role of the customer; customers only. */
  readonly role?: InputMaybe<Scalars['String']['input']>;
  /** External ids to link; they then find the account, too. */
  readonly sourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A label of type `STAGE`. */
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  /** Labels of type `ACCOUNT_TAG`. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** A label of type `TIER`. */
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
  /** The kind of customer. */
  readonly type: AccountType;
};

/** The account that was created. */
export type CreateAccountPayload = {
  readonly __typename?: 'CreateAccountPayload';
  readonly account?: Maybe<Account>;
  readonly accountId: Scalars['ID']['output'];
};

/** Activities to create all or none. */
export type CreateActivitiesInput = {
  /** The activities, of which there is at least one. */
  readonly activities: ReadonlyArray<NewActivityInput>;
  readonly onConflict: BulkActivityConflictPolicy;
  /** The master schedule unless given. */
  readonly scheduleId?: InputMaybe<Scalars['ID']['input']>;
};

/** The activities that were created. */
export type CreateActivitiesPayload = {
  readonly __typename?: 'CreateActivitiesPayload';
  /** In the order of the input. */
  readonly activities?: Maybe<ReadonlyArray<Activity>>;
  /** In the order of the input. */
  readonly activityIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** An activity to create. */
export type CreateActivityInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly onConflict: ActivityConflictPolicy;
  /** Must be an agent. */
  readonly person: PersonLookup;
  /** The master schedule unless given. */
  readonly scheduleId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the type of activity. */
  readonly typeId: Scalars['ID']['input'];
  readonly window: TimeWindow;
};

/** The activity that was created. */
export type CreateActivityPayload = {
  readonly __typename?: 'CreateActivityPayload';
  readonly activity?: Maybe<Activity>;
  readonly activityId: Scalars['ID']['output'];
};

/** An activity type to create. */
export type CreateActivityTypeInput = {
  /** A hex code such as `#5B3CC4`. */
  readonly backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** At least one if it is productive. */
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  /** A hex code such as `#FFFFFF`. */
  readonly fontColor?: InputMaybe<Scalars['String']['input']>;
  /** Id in the system that the type is imported from. */
  readonly importedId?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  /** Whether it counts as work on a channel; excludes `timeOff`. */
  readonly productive?: InputMaybe<Scalars['Boolean']['input']>;
  /** A short form of the name, for narrow places. */
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
  /** Whether it counts as time off; excludes `productive`. */
  readonly timeOff?: InputMaybe<Scalars['Boolean']['input']>;
  /** Required of time off, and of nothing else. */
  readonly timeOffUnit?: InputMaybe<TimeOffUnit>;
};

/** The activity type that was created. */
export type CreateActivityTypePayload = {
  readonly __typename?: 'CreateActivityTypePayload';
  readonly activityType?: Maybe<ActivityType>;
  readonly activityTypeId: Scalars['ID']['output'];
};

/** Custom properties to add to an account or contact. */
export type CreateAdditionalPropertiesInput = {
  readonly of: AccountOrContactLookup;
  /** Values by name; none of the names may be there yet. */
  readonly properties: Scalars['JSONObject']['input'];
};

/** The account or contact whose custom properties were added to. */
export type CreateAdditionalPropertiesPayload = {
  readonly __typename?: 'CreateAdditionalPropertiesPayload';
  /** All custom properties as they stand now. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /** Global id of the account or contact that the properties belong to. */
  readonly ownerId: Scalars['ID']['output'];
};

/** Billing of a new organization. */
export type CreateBillingInfoInput = {
  readonly billReceiver: Scalars['String']['input'];
  readonly billSender: Scalars['String']['input'];
  readonly currentPlan: Scalars['String']['input'];
  readonly daysUntilDue?: InputMaybe<Scalars['Float']['input']>;
  readonly enableAmp?: InputMaybe<Scalars['Boolean']['input']>;
  readonly enableMecs?: InputMaybe<Scalars['Boolean']['input']>;
  readonly enableSepaDebitCosts?: InputMaybe<Scalars['Boolean']['input']>;
  readonly liveMode?: InputMaybe<Scalars['Boolean']['input']>;
  /** Free-form values; never given back. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly moveToLive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Other id at the payment provider; never given back. */
  readonly resultProductId?: InputMaybe<Scalars['String']['input']>;
  /** Id at the payment provider; never given back. */
  readonly stripeCustomerId: Scalars['String']['input'];
  readonly trialEndsOn?: InputMaybe<Scalars['DateTime']['input']>;
  readonly version?: InputMaybe<Scalars['Float']['input']>;
};

/** A bot to create. */
export type CreateBotInput = {
  /** `OWNER` unless given. */
  readonly audience?: InputMaybe<BotAudience>;
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  readonly commands?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Free-form values; given back only where `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name: Scalars['String']['input'];
  /** The gateway's own organization unless given. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** `bot` alone unless given. */
  readonly roles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** `ACTIVE` unless given. */
  readonly status?: InputMaybe<BotStatus>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** An instance of a bot to create. */
export type CreateBotInstanceInput = {
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  /** Id of the bot that it turns on. */
  readonly botId: Scalars['ID']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** True unless given. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Free-form values; given back only where `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  /** In place of the bot's name. */
  readonly name: Scalars['String']['input'];
  /** The gateway's own organization unless given. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** The instance of a bot that was created. */
export type CreateBotInstancePayload = {
  readonly __typename?: 'CreateBotInstancePayload';
  readonly botInstance?: Maybe<BotInstance>;
  readonly botInstanceId: Scalars['ID']['output'];
};

/** The bot that was created. */
export type CreateBotPayload = {
  readonly __typename?: 'CreateBotPayload';
  readonly bot?: Maybe<Bot>;
  readonly botId: Scalars['ID']['output'];
};

/** A category for a slot of a new organization. */
export type CreateCategoryInput = {
  /** Forms that may be filled in. */
  readonly forms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name: Scalars['String']['input'];
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A contact to create. */
export type CreateContactInput = {
  /** The company that the contact belongs to. */
  readonly account: AccountLookup;
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  readonly email: Scalars['EmailAddress']['input'];
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name: Scalars['String']['input'];
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
  /** External ids to link; they then find the contact, too. */
  readonly sourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  /** Labels of type `ACCOUNT_TAG`. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
};

/** The contact that was created. */
export type CreateContactPayload = {
  readonly __typename?: 'CreateContactPayload';
  readonly contact?: Maybe<Contact>;
  readonly contactId: Scalars['ID']['output'];
};

/** Forecast totals to create all or none. */
export type CreateForecastTotalsInput = {
  /** The forecast totals, of which there is at least one; no two of one channel, queue and unit may overlap. */
  readonly forecastTotals: ReadonlyArray<NewForecastTotalInput>;
  readonly onConflict: ForecastTotalConflictPolicy;
};

/** The forecast totals that were created. */
export type CreateForecastTotalsPayload = {
  readonly __typename?: 'CreateForecastTotalsPayload';
  /** In the order of the input. */
  readonly forecastTotalIds: ReadonlyArray<Scalars['ID']['output']>;
  /** In the order of the input. */
  readonly forecastTotals?: Maybe<ReadonlyArray<ForecastTotal>>;
};

/** A field to create. */
export type CreateFormFieldInput = {
  readonly entity?: InputMaybe<Scalars['String']['input']>;
  readonly label?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly options?: InputMaybe<ReadonlyArray<FormFieldOptionInput>>;
  /** Regular expression of JavaScript; passed on as it is. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
  /** `TEXT` unless given. */
  readonly type?: InputMaybe<FormFieldType>;
};

/** The field that was created. */
export type CreateFormFieldPayload = {
  readonly __typename?: 'CreateFormFieldPayload';
  readonly formField?: Maybe<FormField>;
  readonly formFieldId: Scalars['ID']['output'];
};

/** A form to create. */
export type CreateFormInput = {
  /** All fields, in order. */
  readonly fields?: InputMaybe<ReadonlyArray<CreateFormFieldInput>>;
  readonly labels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Free-form values. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name: Scalars['String']['input'];
  readonly notifyEmails?: InputMaybe<ReadonlyArray<Scalars['EmailAddress']['input']>>;
  /** The gateway's own organization unless given. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  readonly pointsByAgent?: InputMaybe<Scalars['Float']['input']>;
  readonly pointsByBot?: InputMaybe<Scalars['Float']['input']>;
  readonly profileFields?: InputMaybe<ReadonlyArray<FormProfileField>>;
  /** `ACTIVE` unless given. */
  readonly status?: InputMaybe<FormStatus>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The form that this one is a copy of; nothing is taken over from it. */
  readonly templateId?: InputMaybe<Scalars['ID']['input']>;
  /** `TOPIC` unless given. */
  readonly type?: InputMaybe<FormType>;
};

/** The form that was created. */
export type CreateFormPayload = {
  readonly __typename?: 'CreateFormPayload';
  readonly form?: Maybe<Form>;
  readonly formId: Scalars['ID']['output'];
};

/** A ticket to create. */
export type CreateInteractionInput = {
  /** Custom properties of the ticket by name. */
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The company of the person who asks. */
  readonly company?: InputMaybe<CompanyLookup>;
  /** Of one more image, which the CRM fetches. */
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  /** JPEG or PNG, at most 4 MB each; at most 10 files in a request. */
  readonly images?: InputMaybe<ReadonlyArray<Scalars['Upload']['input']>>;
  /** When it was asked, if that was before now. */
  readonly originalTimestamp?: InputMaybe<Scalars['DateTime']['input']>;
  /** The message. */
  readonly query: Scalars['String']['input'];
  /**
   * The name that replies find the ticket by, and that keeps it from being created twice; made up when left out. A write
   * whose outcome was not told can be sent again with the same one.
   */
  readonly sourceSpecificId?: InputMaybe<Scalars['String']['input']>;
  /** Taken from the first line of `query` when left out. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** The person who asks. */
  readonly user?: InputMaybe<InteractionUserInput>;
};

/**
 * The ticket that was created. It has no `id` here, since the CRM tells none, and cannot be read: replies find it by
 * `sourceSpecificId`.
 */
export type CreateInteractionPayload = {
  readonly __typename?: 'CreateInteractionPayload';
  readonly sourceSpecificId: Scalars['String']['output'];
  /**
   * Its name among people, such as `ASM-123`; null when the answer that told it was lost, and all that is known is that there
   * is a ticket with this source specific id.
   */
  readonly ticketNumber?: Maybe<Scalars['String']['output']>;
};

/** A label to create. */
export type CreateLabelInput = {
  /** A hex code, `#RRGGBB` or `#RGB`; stored as `#RRGGBB`. */
  readonly color: Scalars['String']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  /** The use that the label is made for. */
  readonly type: LabelType;
};

/** The label that was created. */
export type CreateLabelPayload = {
  readonly __typename?: 'CreateLabelPayload';
  readonly label?: Maybe<Label>;
  readonly labelId: Scalars['ID']['output'];
};

/** A group of organizations to create. */
export type CreateOrganizationGroupInput = {
  /** Ids of the members; more can be added. */
  readonly memberIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name: Scalars['String']['input'];
  /** The gateway's own organization unless given. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** The group that was created. */
export type CreateOrganizationGroupPayload = {
  readonly __typename?: 'CreateOrganizationGroupPayload';
  readonly organizationGroup?: Maybe<OrganizationGroup>;
  readonly organizationGroupId: Scalars['ID']['output'];
};

/** An organization to create. */
export type CreateOrganizationInput = {
  readonly aliases?: InputMaybe<ReadonlyArray<OrganizationAliasInput>>;
  /** The payer and the plan. */
  readonly billingInfo: CreateBillingInfoInput;
  /** Up to ten; null leaves a slot empty. */
  readonly categories?: InputMaybe<ReadonlyArray<InputMaybe<CreateCategoryInput>>>;
  readonly commands?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  /** When records are purged. */
  readonly dataRetention?: InputMaybe<DataRetentionInput>;
  /** Role of users who register themselves; the chat system's default is `GUEST`. */
  readonly defaultRole?: InputMaybe<SelfRegistrationRole>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  readonly domainPrefix?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly emailAs?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly locale?: InputMaybe<Locale>;
  readonly logo?: InputMaybe<Scalars['URL']['input']>;
  /** Free-form values. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name: Scalars['String']['input'];
  readonly parent?: InputMaybe<OrganizationLookup>;
  readonly partners?: InputMaybe<ReadonlyArray<OrganizationPartnerInput>>;
  readonly profileFields?: InputMaybe<ReadonlyArray<ProfileFieldInput>>;
  readonly settings?: InputMaybe<OrganizationSettingsInput>;
  /** `ACTIVE` unless given. */
  readonly status?: InputMaybe<OrganizationStatus>;
  readonly stopwords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly timezone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly url?: InputMaybe<Scalars['URL']['input']>;
  readonly whitelist?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The organization that was created. */
export type CreateOrganizationPayload = {
  readonly __typename?: 'CreateOrganizationPayload';
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** People to create in one go. */
export type CreatePeopleInput = {
  /** The people, of whom there is at least one. */
  readonly people: ReadonlyArray<CreatePersonInput>;
};

/** The people that were created. */
export type CreatePeoplePayload = {
  readonly __typename?: 'CreatePeoplePayload';
  /** In the order of the input. */
  readonly people?: Maybe<ReadonlyArray<Person>>;
  /** In the order of the input. */
  readonly personIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** A person to create. */
export type CreatePersonInput = {
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  readonly email: Scalars['EmailAddress']['input'];
  readonly endDate?: InputMaybe<Scalars['DateTime']['input']>;
  readonly firstName: Scalars['String']['input'];
  readonly importedId?: InputMaybe<Scalars['String']['input']>;
  readonly lastName: Scalars['String']['input'];
  /** Ids on other platforms by platform name. */
  readonly platforms?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly queues?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sites outside of which the person sees nothing. */
  readonly restrictedSites?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly roleId: Scalars['ID']['input'];
  /** Whether an invitation is mailed. */
  readonly sendInviteEmail?: InputMaybe<Scalars['Boolean']['input']>;
  readonly siteId?: InputMaybe<Scalars['ID']['input']>;
  readonly skills?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether the person can be scheduled. */
  readonly staffable: Scalars['Boolean']['input'];
  /** The moment at which the person starts to work. */
  readonly startDate?: InputMaybe<Scalars['DateTime']['input']>;
  readonly teams?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly timezone: Scalars['TimeZone']['input'];
};

/** The person that was created. */
export type CreatePersonPayload = {
  readonly __typename?: 'CreatePersonPayload';
  readonly person?: Maybe<Person>;
  readonly personId: Scalars['ID']['output'];
};

/** Grades to hand over. */
export type CreateQaScoresInput = {
  /** The grades, as far as they fit a request: it holds some 3 500 that say all they may. */
  readonly qaScores: ReadonlyArray<QaScoreInput>;
};

/** How far the grades were taken. */
export type CreateQaScoresPayload = {
  readonly __typename?: 'CreateQaScoresPayload';
  /** Inputs that are taken. */
  readonly appliedCount: Scalars['Int']['output'];
  /** Whether all of them are taken. */
  readonly complete: Scalars['Boolean']['output'];
  /** The calls that it took, each of at most 1 000 inputs, in their order. */
  readonly parts?: Maybe<ReadonlyArray<WritePart>>;
};

/** Several queues to create. */
export type CreateQueuesInput = {
  /** The queues, of which there is at least one. */
  readonly queues: ReadonlyArray<NewQueueInput>;
};

/** The queues that were created. */
export type CreateQueuesPayload = {
  readonly __typename?: 'CreateQueuesPayload';
  /** In the order of the input. */
  readonly queueIds: ReadonlyArray<Scalars['ID']['output']>;
  /** In the order of the input. */
  readonly queues?: Maybe<ReadonlyArray<Queue>>;
};

/** A service to create. */
export type CreateServiceInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** When the service is disabled; after `startDate`. */
  readonly endDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** Free-form values; given back only where `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name: Scalars['String']['input'];
  /** The gateway's own organization unless given. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The connection parameters, which decide the type. */
  readonly params: ServiceParamsInput;
  readonly smoochAppId?: InputMaybe<Scalars['String']['input']>;
  readonly smoochId?: InputMaybe<Scalars['String']['input']>;
  /** When the service becomes active. */
  readonly startDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** `QUEUED` unless given. */
  readonly status?: InputMaybe<ServiceStatus>;
  readonly touchpoints?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Follows from `params`; given, it must agree with them. */
  readonly type?: InputMaybe<ServiceType>;
};

/** The service that was created. */
export type CreateServicePayload = {
  readonly __typename?: 'CreateServicePayload';
  readonly service?: Maybe<Service>;
  readonly serviceId: Scalars['ID']['output'];
};

/** A shift pattern to create. */
export type CreateShiftPatternInput = {
  /** The person who is named as its author. */
  readonly author: PersonLookup;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Time of a shift that is no work, such as breaks. */
  readonly excludedDurationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** No other pattern may have it. */
  readonly name: Scalars['String']['input'];
  /** At least one; none may overlap another. */
  readonly shifts: ReadonlyArray<ShiftInput>;
  readonly timezone: Scalars['TimeZone']['input'];
};

/** The shift pattern that was created. */
export type CreateShiftPatternPayload = {
  readonly __typename?: 'CreateShiftPatternPayload';
  readonly shiftPattern?: Maybe<ShiftPattern>;
  readonly shiftPatternId: Scalars['ID']['output'];
};

/** Several sites to create. */
export type CreateSitesInput = {
  /** The sites, of which there is at least one. */
  readonly sites: ReadonlyArray<NewSiteInput>;
};

/** The sites that were created. */
export type CreateSitesPayload = {
  readonly __typename?: 'CreateSitesPayload';
  /** In the order of the input. */
  readonly siteIds: ReadonlyArray<Scalars['ID']['output']>;
  /** In the order of the input. */
  readonly sites?: Maybe<ReadonlyArray<Site>>;
};

/** Several skills to create. */
export type CreateSkillsInput = {
  /** The skills, of which there is at least one. */
  readonly skills: ReadonlyArray<NewSkillInput>;
};

/** The skills that were created. */
export type CreateSkillsPayload = {
  readonly __typename?: 'CreateSkillsPayload';
  /** In the order of the input. */
  readonly skillIds: ReadonlyArray<Scalars['ID']['output']>;
  /** In the order of the input. */
  readonly skills?: Maybe<ReadonlyArray<Skill>>;
};

/** Several teams to create. */
export type CreateTeamsInput = {
  /** The teams, of which there is at least one. */
  readonly teams: ReadonlyArray<NewTeamInput>;
};

/** The teams that were created. */
export type CreateTeamsPayload = {
  readonly __typename?: 'CreateTeamsPayload';
  /** In the order of the input. */
  readonly teamIds: ReadonlyArray<Scalars['ID']['output']>;
  /** In the order of the input. */
  readonly teams?: Maybe<ReadonlyArray<Team>>;
};

/** A request for time off to make. */
export type CreateTimeOffRequestInput = {
  /** The reason, for those who decide. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Whether the request can be edited; accounts may have a rule of their own in its place. */
  readonly editable?: InputMaybe<Scalars['Boolean']['input']>;
  /** The person who asks for it. */
  readonly person: PersonLookup;
  /** People who are told of it. */
  readonly receivers?: InputMaybe<ReadonlyArray<PersonLookup>>;
  /** A type of activity that is time off. */
  readonly typeId: Scalars['ID']['input'];
  readonly window: TimeWindow;
};

/** The request that was made; it is pending. */
export type CreateTimeOffRequestPayload = {
  readonly __typename?: 'CreateTimeOffRequestPayload';
  readonly timeOffRequest?: Maybe<TimeOffRequest>;
  readonly timeOffRequestId: Scalars['ID']['output'];
};

/** A chat user to create. */
export type CreateUserInput = {
  readonly additionalName?: InputMaybe<Scalars['String']['input']>;
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly email: Scalars['EmailAddress']['input'];
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Free-form values. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The gateway's own organization unless given. */
  readonly organization?: InputMaybe<OrganizationLookup>;
  /** Never given back. Without it the user is invited. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Role in the organization; `AGENT` unless given. */
  readonly role?: InputMaybe<UserRoleInput>;
  readonly settings?: InputMaybe<UserSettingsInput>;
  /** `QUEUED` unless given. */
  readonly status?: InputMaybe<UserStatus>;
};

/** The chat user that was created. */
export type CreateUserPayload = {
  readonly __typename?: 'CreateUserPayload';
  readonly user?: Maybe<User>;
  readonly userId: Scalars['ID']['output'];
};

/** A customer as all systems know it, whichever of its records it was asked for by. A system that fails empties its own fields. */
export type Customer360 = {
  readonly __typename?: 'Customer360';
  /** The customer's account; null when there is none, or several match. */
  readonly account?: Maybe<Account>;
  /** The account's contacts, each of whom leads to chat users by `userLinks`; null where there is no account. */
  readonly contacts?: Maybe<ContactConnection>;
  /** Why the two are taken for the same company; null where one is missing, or they are not linked. */
  readonly linkReason?: Maybe<LinkReason>;
  /** The customer's chat organization; null when there is none, or several match. */
  readonly organization?: Maybe<Organization>;
  /** The support staff behind the organization's users, as in `Account.servedBy`; null where there is no organization. */
  readonly people?: Maybe<ServingPersonConnection>;
  /**
   * The organization's users, each of whom leads to contacts and people by `contactLinks` and `personLinks`; null where there is no
   * organization.
   */
  readonly users?: Maybe<UserConnection>;
};


/** A customer as all systems know it, whichever of its records it was asked for by. A system that fails empties its own fields. */
export type Customer360ContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A customer as all systems know it, whichever of its records it was asked for by. A system that fails empties its own fields. */
export type Customer360PeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A customer as all systems know it, whichever of its records it was asked for by. A system that fails empties its own fields. */
export type Customer360UsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Names one customer, by exactly one key. */
export type CustomerLookup =
  /** Of a company: the domain of its account, else the host of its organization's website. */
  { readonly domain: Scalars['String']['input']; readonly email?: never; readonly id?: never; }
  |  /**
   * Of a contact, of a customer who stands alone, or of a chat user. Where it is of none of them, the company at its host is meant,
   * unless that gives addresses to the public.
   */
  { readonly domain?: never; readonly email: Scalars['EmailAddress']['input']; readonly id?: never; }
  |  /** Global id of an account, a contact, an organization or a chat user. */
  { readonly domain?: never; readonly email?: never; readonly id: Scalars['ID']['input']; };

/** When records are purged. */
export type DataRetention = {
  readonly __typename?: 'DataRetention';
  /** In units of `unit`. */
  readonly length?: Maybe<Scalars['Float']['output']>;
  readonly unit?: Maybe<RetentionUnit>;
};

/** When records are purged. */
export type DataRetentionInput = {
  /** In units of `unit`. */
  readonly length?: InputMaybe<Scalars['Float']['input']>;
  /** Unit of `length`. */
  readonly unit?: InputMaybe<RetentionUnit>;
};

/** A day of the week. */
export type DayOfWeek =
  | 5
  | 1
  | 6
  | 0
  | 4
  | 2
  | 3;

/** Answer to the deletion of an account. */
export type DeleteAccountPayload = {
  readonly __typename?: 'DeleteAccountPayload';
  /** Id of the account that is gone. */
  readonly deletedAccountId: Scalars['ID']['output'];
};

/** A span to clear in the schedules of people. */
export type DeleteActivitiesInput = {
  /** The people, each of whom must be an agent. */
  readonly people: ReadonlyArray<PersonLookup>;
  /** The master schedule unless given. */
  readonly scheduleId?: InputMaybe<Scalars['ID']['input']>;
  /** Activities that reach beyond its edges are cut there. */
  readonly window: TimeWindow;
};

/** Whose schedules were cleared. */
export type DeleteActivitiesPayload = {
  readonly __typename?: 'DeleteActivitiesPayload';
  /** Agents whose schedule was cleared, as in `Person.agentId`. */
  readonly agentIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** The activity type that was deleted. */
export type DeleteActivityTypePayload = {
  readonly __typename?: 'DeleteActivityTypePayload';
  readonly deletedActivityTypeId: Scalars['ID']['output'];
};

/** Custom properties to take from an account or contact. */
export type DeleteAdditionalPropertiesInput = {
  /** Names of what is to go. */
  readonly names: ReadonlyArray<Scalars['String']['input']>;
  readonly of: AccountOrContactLookup;
};

/** The account or contact that custom properties were taken from. */
export type DeleteAdditionalPropertiesPayload = {
  readonly __typename?: 'DeleteAdditionalPropertiesPayload';
  /** All custom properties that are left. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /** Global id of the account or contact that the properties belong to. */
  readonly ownerId: Scalars['ID']['output'];
};

/** A state to delete after the fact. */
export type DeleteAgentStateInput = {
  /** Id of the agent on the platform. */
  readonly agentPlatformId: Scalars['String']['input'];
  /** `AgentState.externalId`. */
  readonly externalId: Scalars['ID']['input'];
  /** Source of the state, such as `zendesk_talk`. */
  readonly platform: Scalars['String']['input'];
};

/** The instance of a bot that was deleted. */
export type DeleteBotInstancePayload = {
  readonly __typename?: 'DeleteBotInstancePayload';
  readonly deletedBotInstanceId: Scalars['ID']['output'];
};

/** The bot that was archived. */
export type DeleteBotPayload = {
  readonly __typename?: 'DeleteBotPayload';
  /** The bot as it is kept; null when it is not kept. */
  readonly bot?: Maybe<Bot>;
  readonly deletedBotId: Scalars['ID']['output'];
};

/** Answer to the deletion of a contact. */
export type DeleteContactPayload = {
  readonly __typename?: 'DeleteContactPayload';
  /** Id of the contact that is gone. */
  readonly deletedContactId: Scalars['ID']['output'];
};

/** The forecast total that was deleted. */
export type DeleteForecastTotalPayload = {
  readonly __typename?: 'DeleteForecastTotalPayload';
  readonly deletedForecastTotalId: Scalars['ID']['output'];
};

/** The field that was deleted. */
export type DeleteFormFieldPayload = {
  readonly __typename?: 'DeleteFormFieldPayload';
  readonly deletedFormFieldId: Scalars['ID']['output'];
  /** The form, with the fields that are left. */
  readonly form?: Maybe<Form>;
  readonly formId: Scalars['ID']['output'];
};

/** The form that was deleted. */
export type DeleteFormPayload = {
  readonly __typename?: 'DeleteFormPayload';
  readonly deletedFormId: Scalars['ID']['output'];
};

/** Answer to the deletion of a label. */
export type DeleteLabelPayload = {
  readonly __typename?: 'DeleteLabelPayload';
  /** Id of the label that is gone. */
  readonly deletedLabelId: Scalars['ID']['output'];
};

/** The group that was deleted. */
export type DeleteOrganizationGroupPayload = {
  readonly __typename?: 'DeleteOrganizationGroupPayload';
  readonly deletedOrganizationGroupId: Scalars['ID']['output'];
};

/** The organization whose logo was removed. */
export type DeleteOrganizationLogoPayload = {
  readonly __typename?: 'DeleteOrganizationLogoPayload';
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** The organization that was archived. */
export type DeleteOrganizationPayload = {
  readonly __typename?: 'DeleteOrganizationPayload';
  readonly deletedOrganizationId: Scalars['ID']['output'];
  /** The organization as it is kept; null when it is not kept. */
  readonly organization?: Maybe<Organization>;
};

/** The person that was removed. */
export type DeletePersonPayload = {
  readonly __typename?: 'DeletePersonPayload';
  readonly deletedPersonId: Scalars['ID']['output'];
  /** The person as it is kept; null after a hard deletion. */
  readonly person?: Maybe<Person>;
};

/** The queues that were deleted. */
export type DeleteQueuesPayload = {
  readonly __typename?: 'DeleteQueuesPayload';
  readonly deletedQueueIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** The service that was archived. */
export type DeleteServicePayload = {
  readonly __typename?: 'DeleteServicePayload';
  readonly deletedServiceId: Scalars['ID']['output'];
  /** The service as it is kept; null when it is not kept. */
  readonly service?: Maybe<Service>;
};

/** The shift pattern that was deleted. */
export type DeleteShiftPatternPayload = {
  readonly __typename?: 'DeleteShiftPatternPayload';
  readonly deletedShiftPatternId: Scalars['ID']['output'];
};

/** The sites that were deleted. */
export type DeleteSitesPayload = {
  readonly __typename?: 'DeleteSitesPayload';
  readonly deletedSiteIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** The skills that were deleted. */
export type DeleteSkillsPayload = {
  readonly __typename?: 'DeleteSkillsPayload';
  readonly deletedSkillIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** The teams that were deleted. */
export type DeleteTeamsPayload = {
  readonly __typename?: 'DeleteTeamsPayload';
  readonly deletedTeamIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** Answer to the deletion of a usage log. */
export type DeleteUsageLogPayload = {
  readonly __typename?: 'DeleteUsageLogPayload';
  /** Id of the usage log that is gone. */
  readonly deletedUsageLogId: Scalars['ID']['output'];
};

/** The chat user whose picture was removed. */
export type DeleteUserAvatarPayload = {
  readonly __typename?: 'DeleteUserAvatarPayload';
  readonly user?: Maybe<User>;
  readonly userId: Scalars['ID']['output'];
};

/** The chat user that was archived. */
export type DeleteUserPayload = {
  readonly __typename?: 'DeleteUserPayload';
  readonly deletedUserId: Scalars['ID']['output'];
  /** The user as it is kept; null when it is not kept. */
  readonly user?: Maybe<User>;
};

/** Changes to states of agents, sent in one call and made in their order. */
export type EditAgentStatesInput = {
  /** The changes, of which there is at least one. */
  readonly edits: ReadonlyArray<AgentStateEditInput>;
};

/** The states that were changed. */
export type EditAgentStatesPayload = {
  readonly __typename?: 'EditAgentStatesPayload';
  /** `AgentState.externalId` of each, in the order of the input. */
  readonly deletedExternalIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Number of states that were inserted; the scheduling system does not tell their ids. */
  readonly insertedCount?: Maybe<Scalars['Int']['output']>;
  /** `AgentState.externalId` of each, in the order of the input. */
  readonly updatedExternalIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** The end of a state, without another one that begins. */
export type EndAgentStateInput = {
  /** Id of the agent on the platform. */
  readonly agentPlatformId: Scalars['String']['input'];
  /** The moment at which the state ends. */
  readonly time: Scalars['DateTime']['input'];
};

/** The agent whose state was ended. */
export type EndAgentStatePayload = {
  readonly __typename?: 'EndAgentStatePayload';
  readonly agentPlatformId: Scalars['String']['output'];
};

/** A change to an activity on a schedule: made by hand, by a template, by time off that was approved, or over the API. */
export type EventChange = {
  readonly __typename?: 'EventChange';
  /** Global id of the activity, which may be gone; activities that recur share one. */
  readonly activityId?: Maybe<Scalars['ID']['output']>;
  /** Null for an activity that was deleted. */
  readonly after?: Maybe<ActivityVersion>;
  /** E-mail address of the agent as the change carries it, which costs no look-up. */
  readonly agentEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** As in `Person.agentId`. */
  readonly agentId?: Maybe<Scalars['ID']['output']>;
  /** Name of the agent as the change carries it, which costs no look-up. */
  readonly agentName?: Maybe<Scalars['String']['output']>;
  /** Null for an activity that was created. */
  readonly before?: Maybe<ActivityVersion>;
  /** In the words of the scheduling system. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Global id; there is no way to fetch one change by it. */
  readonly id: Scalars['ID']['output'];
  readonly modifiedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly modifiedBy?: Maybe<EventChangeAuthor>;
  readonly person?: Maybe<Person>;
  readonly type?: Maybe<EventChangeType>;
};

/** The author of a change to a schedule; all is null for the scheduling system itself. */
export type EventChangeAuthor = {
  readonly __typename?: 'EventChangeAuthor';
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly person?: Maybe<Person>;
};

/** A page of changes to schedules. */
export type EventChangeConnection = {
  readonly __typename?: 'EventChangeConnection';
  readonly edges: ReadonlyArray<EventChangeEdge>;
  readonly nodes: ReadonlyArray<EventChange>;
  readonly pageInfo: PageInfo;
  /** Changes in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A change to a schedule and its place in the list. */
export type EventChangeEdge = {
  readonly __typename?: 'EventChangeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: EventChange;
};

/** The kind of a change to a schedule. */
export type EventChangeType =
  /** The activity was made. */
  | 'create'
  /** The activity was deleted. */
  | 'delete'
  /** The activity was changed. */
  | 'modify';

/** Changes to schedules to list; all conditions must hold. */
export type EventChangesFilter = {
  /** The person whose schedule was changed; one who is not an agent has none. */
  readonly person?: InputMaybe<PersonLookup>;
  /** The master schedule unless given. */
  readonly schedule?: InputMaybe<Scalars['ID']['input']>;
};

/** Contacts that are expected on a channel in an interval. */
export type Forecast = {
  readonly __typename?: 'Forecast';
  readonly channel?: Maybe<Channel>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** The queue that it is for; null where it is for none in particular. */
  readonly queue?: Maybe<Queue>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Expected contacts. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A page of forecasts, by start and then by queue. */
export type ForecastConnection = {
  readonly __typename?: 'ForecastConnection';
  readonly edges: ReadonlyArray<ForecastEdge>;
  readonly nodes: ReadonlyArray<Forecast>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A forecast and its place in the list. */
export type ForecastEdge = {
  readonly __typename?: 'ForecastEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Forecast;
};

/** A volume that was planned for a span of any length, which the scheduling system spreads over its intervals. */
export type ForecastTotal = Node & {
  readonly __typename?: 'ForecastTotal';
  readonly channel?: Maybe<Channel>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The queue that it is for; null where it is for none in particular. */
  readonly queue?: Maybe<Queue>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** The whole volume of the span. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  readonly valueType?: Maybe<ForecastValueType>;
};

/** The fate of a total that has the same start and end, channel, queue and unit as a new one. Any other overlap is always refused. */
export type ForecastTotalConflictPolicy =
  /** It is replaced. */
  | 'OVERWRITE'
  /** It stays, and all new ones are refused with `CONFLICT`. */
  | 'REFUSE';

/** A page of forecast totals, by start and then by id. */
export type ForecastTotalConnection = {
  readonly __typename?: 'ForecastTotalConnection';
  readonly edges: ReadonlyArray<ForecastTotalEdge>;
  readonly nodes: ReadonlyArray<ForecastTotal>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A forecast total and its place in the list. */
export type ForecastTotalEdge = {
  readonly __typename?: 'ForecastTotalEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ForecastTotal;
};

/** The unit in which a volume is counted; others than CONTACTS are of use for e-mail. */
export type ForecastValueType =
  /** The other units taken together, in the way of the scheduling system. */
  | 'combined'
  /** Contacts of customers. */
  | 'contacts'
  /** Messages. */
  | 'messages'
  /** Contacts that are opened again. */
  | 'reopened';

/** A metric as it was forecast and as it came to be; either may be null, as the actual value is of what has yet to come. */
export type ForecastedActual = {
  readonly __typename?: 'ForecastedActual';
  readonly actual?: Maybe<Scalars['Float']['output']>;
  readonly forecasted?: Maybe<Scalars['Float']['output']>;
};

/** Metrics of an interval, forecast beside actual. Those that the channel does not have, or the account does not track, are null. */
export type ForecastedVsActual = {
  readonly __typename?: 'ForecastedVsActual';
  /** Of asynchronous channels that are forecast by messages. */
  readonly casesAnswered?: Maybe<ForecastedActual>;
  /** Of asynchronous channels. */
  readonly casesOpened?: Maybe<ForecastedActual>;
  /** Of asynchronous channels. */
  readonly casesReopened?: Maybe<ForecastedActual>;
  /** Of asynchronous channels. */
  readonly casesSolved?: Maybe<ForecastedActual>;
  readonly channel?: Maybe<Channel>;
  /** Of realtime channels. */
  readonly contactsAbandoned?: Maybe<ForecastedActual>;
  /** Of realtime channels. */
  readonly contactsReceived?: Maybe<ForecastedActual>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Average; never forecast. */
  readonly firstResponseTimeSeconds?: Maybe<ForecastedActual>;
  /** Average, of realtime channels. */
  readonly handleTimeSeconds?: Maybe<ForecastedActual>;
  /** Of asynchronous channels that are forecast by messages. */
  readonly messagesReceived?: Maybe<ForecastedActual>;
  /** Part of the time in which agents were busy, from 0 to 1; only forecast, of realtime channels. */
  readonly occupancy?: Maybe<ForecastedActual>;
  /** Average, of asynchronous channels. */
  readonly productivity?: Maybe<ForecastedActual>;
  /** The queue that it is for; null where it is for none in particular. */
  readonly queue?: Maybe<Queue>;
  /** Tickets that were given to others, where the account tracks the life of tickets. */
  readonly reassignedAway?: Maybe<ForecastedActual>;
  /** Part of contacts that were answered in time, from 0 to 1. */
  readonly serviceLevel?: Maybe<ForecastedActual>;
  /** Contacts that were answered in time. */
  readonly serviceLevelMet?: Maybe<ForecastedActual>;
  /** Contacts that were not answered in time. */
  readonly serviceLevelMissed?: Maybe<ForecastedActual>;
  /** Agents on schedule beyond those required; below 0 where some are missing. */
  readonly staffingNet?: Maybe<Scalars['Float']['output']>;
  /** Agents that the forecast asks for, beside those that were needed where that is known; may be fractions. */
  readonly staffingRequired?: Maybe<ForecastedActual>;
  /** Agents on schedule; may be a fraction. */
  readonly staffingScheduled?: Maybe<Scalars['Float']['output']>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Tickets that went to others, where the account tracks the life of tickets. */
  readonly transferredAway?: Maybe<ForecastedActual>;
};

/** A page of metrics, in the order of the scheduling system. */
export type ForecastedVsActualConnection = {
  readonly __typename?: 'ForecastedVsActualConnection';
  readonly edges: ReadonlyArray<ForecastedVsActualEdge>;
  readonly nodes: ReadonlyArray<ForecastedVsActual>;
  readonly pageInfo: PageInfo;
  /** Entries in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Metrics of an interval and their place in the list. */
export type ForecastedVsActualEdge = {
  readonly __typename?: 'ForecastedVsActualEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ForecastedVsActual;
};

/** Questions that a conversation gathers the answers to. */
export type Form = Node & {
  readonly __typename?: 'Form';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fields in order. */
  readonly fields?: Maybe<ReadonlyArray<FormField>>;
  readonly id: Scalars['ID']['output'];
  /** Copied to conversations and results. */
  readonly labels?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Free-form values. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Addresses that results are sent to. */
  readonly notifyEmails?: Maybe<ReadonlyArray<Scalars['EmailAddress']['output']>>;
  /** The organization that owns it. */
  readonly organization?: Maybe<Organization>;
  /** Points for a result that an agent hands in. */
  readonly pointsByAgent?: Maybe<Scalars['Float']['output']>;
  /** Points for a result that a bot hands in. */
  readonly pointsByBot?: Maybe<Scalars['Float']['output']>;
  /** Details of the contact that results include, beside the answers. */
  readonly profileFields?: Maybe<ReadonlyArray<FormProfileField>>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly status?: Maybe<FormStatus>;
  /** Organizations below the form's own see it when they have one of these tags. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The form that this one was copied from. */
  readonly template?: Maybe<Form>;
  readonly type?: Maybe<FormType>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of forms. */
export type FormConnection = {
  readonly __typename?: 'FormConnection';
  readonly edges: ReadonlyArray<FormEdge>;
  readonly nodes: ReadonlyArray<Form>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A form and its place in the list. */
export type FormEdge = {
  readonly __typename?: 'FormEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Form;
};

/** A question of a form. */
export type FormField = Node & {
  readonly __typename?: 'FormField';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The kind of thing that the answer names, such as `Date`. */
  readonly entity?: Maybe<Scalars['String']['output']>;
  /** The form that the field is part of. */
  readonly form?: Maybe<Form>;
  /**
   * Holds the ids of the form and of the field. A form that does not tell the ids of its fields costs one more read, which
   * tells `sourceId`, `createdAt` and `updatedAt` as well; a field that has no id there is left out.
   */
  readonly id: Scalars['ID']['output'];
  /** Text beside the control. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** Short name that the answer is stored under. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Choices, of a `SELECT` above all. */
  readonly options?: Maybe<ReadonlyArray<FormFieldOption>>;
  /** Regular expression of JavaScript for the answer, as stored. */
  readonly pattern?: Maybe<Scalars['String']['output']>;
  /** Whether there must be an answer. */
  readonly required?: Maybe<Scalars['Boolean']['output']>;
  /** The chat system's own id; null where there is none. */
  readonly sourceId?: Maybe<Scalars['ID']['output']>;
  readonly type?: Maybe<FormFieldType>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A choice. */
export type FormFieldOption = {
  readonly __typename?: 'FormFieldOption';
  readonly key?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A choice to offer. */
export type FormFieldOptionInput = {
  /** Short name of the choice. */
  readonly key: Scalars['String']['input'];
  /** Text of the choice. */
  readonly value: Scalars['String']['input'];
};

/** The kind of control that a field is shown as: an input of HTML, `select` or `textarea`. */
export type FormFieldType =
  /** A button. */
  | 'button'
  /** A box to tick. */
  | 'checkbox'
  /** A picker of colours. */
  | 'color'
  /** A day. */
  | 'date'
  /** A day and a time, without a zone. */
  | 'datetime-local'
  /** An e-mail address. */
  | 'email'
  /** A file to choose. */
  | 'file'
  /** Nothing that is shown. */
  | 'hidden'
  /** A button with a picture. */
  | 'image'
  /** A month of a year. */
  | 'month'
  /** A number. */
  | 'number'
  /** A text that is not shown. */
  | 'password'
  /** One of several buttons. */
  | 'radio'
  /** A slider. */
  | 'range'
  /** A button that empties the form. */
  | 'reset'
  /** A search text. */
  | 'search'
  /** A choice of `options`. */
  | 'select'
  /** A button that hands the form in. */
  | 'submit'
  /** A telephone number. */
  | 'tel'
  /** One line of text. */
  | 'text'
  /** Several lines of text. */
  | 'textarea'
  /** A time of the day. */
  | 'time'
  /** An address on the web. */
  | 'url'
  /** A week of a year. */
  | 'week';

/** A detail of the contact that results of a form include. */
export type FormProfileField =
  /** Name between the given name and the family name. */
  | 'additionalName'
  /** Country. */
  | 'addressCountry'
  /** City or town. */
  | 'addressLocality'
  /** Region. */
  | 'addressRegion'
  /** E-mail address. */
  | 'email'
  | 'familyName'
  /** Gender. */
  | 'gender'
  | 'givenName'
  /** Title before the name. */
  | 'honorificPrefix'
  /** Title behind the name. */
  | 'honorificSuffix'
  /** Initials. */
  | 'initials'
  /** Postal code. */
  | 'postalCode'
  /** Street. */
  | 'streetAddress'
  /** Number in the street. */
  | 'streetNumber'
  /** Telephone number. */
  | 'telephone'
  /** Organization that the contact represents. */
  | 'worksFor';

/** Fields that forms can be sorted by. */
export type FormSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** The state of a form. */
export type FormStatus =
  /** In use. */
  | 'active'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'archived';

/** When a form is offered in a conversation. */
export type FormType =
  /** It is there throughout. */
  | 'static'
  /** An agent picks it. */
  | 'topic';

/** Which forms to list; all conditions must hold. */
export type FormsFilter = {
  /** Exact name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The organization that owns them. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
  /** Archived forms are listed only when asked for. */
  readonly status?: InputMaybe<FormStatus>;
  readonly tag?: InputMaybe<Scalars['String']['input']>;
  /** Forms that were copied from this one. */
  readonly template?: InputMaybe<Scalars['ID']['input']>;
  readonly type?: InputMaybe<FormType>;
};

/** Order of forms. */
export type FormsSort = {
  readonly direction?: SortDirection;
  readonly field: FormSortField;
};

/** An agent of Google's Business Messages. */
export type GbmParamsInput = {
  /** Last day of the week on which chats are answered. */
  readonly endDay?: InputMaybe<ServiceDay>;
  /** When chats are no longer answered: `17:30`. */
  readonly endTime?: InputMaybe<Scalars['String']['input']>;
  /** Id of a location in the knowledge base: 24 hexadecimal digits. */
  readonly location: Scalars['ID']['input'];
  /** The privacy policy of the brand. */
  readonly privacy?: InputMaybe<Scalars['URL']['input']>;
  /** First day of the week on which chats are answered. */
  readonly startDay?: InputMaybe<ServiceDay>;
  /** When chats begin to be answered: `09:00`. */
  readonly startTime?: InputMaybe<Scalars['String']['input']>;
  /** A question that starts a conversation. */
  readonly starter: Scalars['String']['input'];
  /** Requests the next step of the setup; the chat system looks at it on updates alone. */
  readonly step?: InputMaybe<GbmStep>;
  /** Text that greets a customer. */
  readonly welcomeMessage: Scalars['String']['input'];
};

/** A step in setting up Google's Business Messages. */
export type GbmStep =
  /** Launch of the agent. */
  | 'launchAgent'
  /** Launch of the location. */
  | 'launchLocation'
  /** Verification of the agent. */
  | 'verifyAgent'
  /** Verification of the location. */
  | 'verifyLocation';

/** A state to insert after the fact. */
export type InsertAgentStateInput = {
  /** Id of the agent on the platform. */
  readonly agentPlatformId: Scalars['String']['input'];
  readonly platform: Scalars['String']['input'];
  readonly state: Scalars['String']['input'];
  readonly window: TimeWindow;
};

/** Names one ticket, by exactly one key. Tickets cannot be read. */
export type InteractionLookup =
  /** A ULID. */
  { readonly id: Scalars['ID']['input']; readonly sourceSpecificId?: never; }
  |  /** The `sourceSpecificId` that `createInteraction` answered. */
  { readonly id?: never; readonly sourceSpecificId: Scalars['String']['input']; };

/** The person who asks: a contact or customer, found by any of the keys, of which at least one is needed. One that is unknown is created. */
export type InteractionUserInput = {
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Of a contact or an account. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** An external id linked to the contact or account. */
  readonly sourceSpecificId?: InputMaybe<Scalars['String']['input']>;
  /** User name of the person. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
};

/** The app at Intercom, and the user there who holds all chats. */
export type IntercomParamsInput = {
  /** Access token of the app. */
  readonly accessToken: Scalars['String']['input'];
  /** Id of the app. */
  readonly appId: Scalars['String']['input'];
  /** The user at Intercom. */
  readonly assigneeId: Scalars['String']['input'];
};

/** A coloured mark that accounts and contacts carry. */
export type Label = Node & {
  readonly __typename?: 'Label';
  /** Accounts that carry the label, as tier, stage, company type or tag: companies first, each kind by name. */
  readonly accounts?: Maybe<AccountConnection>;
  /** `#RRGGBB`. */
  readonly color?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The CRM's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly type?: Maybe<LabelType>;
};


/** A coloured mark that accounts and contacts carry. */
export type LabelAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The use that a label is made for. */
export type LabelType =
  /** A tag, of which a customer may carry several. */
  | 'AccountTag'
  /** A kind of company. */
  | 'CompanyType'
  /** A stage that customers are in. */
  | 'Stage'
  /** A tier of customers. */
  | 'Tier';

/** Why two records of different systems are taken for the same. */
export type LinkReason =
  /** Both have the same e-mail address, upper and lower case aside, and whether its host is in Unicode or in punycode. */
  | 'EMAIL'
  /** The account's domain is that of the organization's e-mail address. */
  | 'EMAIL_DOMAIN'
  /** The person's platform or imported id is the user's id. */
  | 'PLATFORM_ID'
  /** One record names the other's id as an external id. */
  | 'SOURCE_ID'
  /** The account's domain is the host of the organization's website. */
  | 'WEBSITE';

/** A language of the chat system. */
export type Locale =
  /** German. */
  | 'de'
  /** English. */
  | 'en'
  /** French. */
  | 'fr'
  /** Dutch. */
  | 'nl';

/** Usage to log. */
export type LogUsageInput = {
  /** Category that logs are grouped by. */
  readonly attribute: Scalars['String']['input'];
  /** Description of the event in words. */
  readonly content: Scalars['String']['input'];
  /** Free-form values. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Whose usage it is; the organization's when left out. */
  readonly of?: InputMaybe<AccountOrContactLookup>;
  /** When it happened. */
  readonly timestamp: Scalars['DateTime']['input'];
  /** The kind of event. */
  readonly type: UsageLogTypeInput;
  /** Required for metrics; a number, whose unit `content` or `metadata` can tell. */
  readonly value?: InputMaybe<Scalars['Float']['input']>;
};

/** The usage log that was created. */
export type LogUsagePayload = {
  readonly __typename?: 'LogUsagePayload';
  readonly usageLog?: Maybe<UsageLog>;
  readonly usageLogId: Scalars['ID']['output'];
};

/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Adds a category behind the last slot in use. `CONFLICT` when ten slots are in use, emptied ones included: those are
   * filled by `setCategorySlot`.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly addCategory?: Maybe<AddCategoryPayload>;
  /** Adds organizations to a group; those that are members already stay. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly addOrganizationGroupMembers?: Maybe<AddOrganizationGroupMembersPayload>;
  /**
   * Puts people on a shift pattern, each of whom must be an agent; they leave the one that they are on.
   * May fail with `CONFLICT`, `FORBIDDEN` or `NOT_FOUND`.
   */
  readonly assignShiftPattern?: Maybe<AssignShiftPatternPayload>;
  /**
   * Says whose an id on a platform is, for all of its states, old ones included; another agent's id becomes this one's.
   * May fail with `CONFLICT` or `NOT_FOUND`.
   */
  readonly associatePlatformId?: Maybe<AssociatePlatformIdPayload>;
  /** Cancels a request for time off; what was approved leaves the schedule. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly cancelTimeOffRequest?: Maybe<CancelTimeOffRequestPayload>;
  /** Creates an account. May fail with `CONFLICT` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createAccount?: Maybe<CreateAccountPayload>;
  /**
   * Creates several activities, all or none; what they overlap is deleted or stands in their way, as `onConflict` says.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createActivities?: Maybe<CreateActivitiesPayload>;
  /**
   * Creates an activity of one agent; what it overlaps stays, is deleted, or stands in its way, as `onConflict` says.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createActivity?: Maybe<CreateActivityPayload>;
  /** Creates an activity type. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createActivityType?: Maybe<CreateActivityTypePayload>;
  /**
   * Adds custom properties; `CONFLICT` when one of the names is there already. Whether the others are added then is not
   * known, so read them back.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createAdditionalProperties?: Maybe<CreateAdditionalPropertiesPayload>;
  /** Creates a bot. Its secret can be set only by an update. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createBot?: Maybe<CreateBotPayload>;
  /** Turns a bot on for an organization. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createBotInstance?: Maybe<CreateBotInstancePayload>;
  /** Creates a contact. May fail with `CONFLICT` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createContact?: Maybe<CreateContactPayload>;
  /**
   * Plans volumes for spans of time, all or none; what has the same span is replaced or stands in their way, as `onConflict` says.
   * May fail with `CONFLICT` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createForecastTotals?: Maybe<CreateForecastTotalsPayload>;
  /** Creates a form, with its fields. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createForm?: Maybe<CreateFormPayload>;
  /** Adds a field at the end of a form. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createFormField?: Maybe<CreateFormFieldPayload>;
  /** Creates a ticket from a question. May fail with `CONFLICT` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createInteraction?: Maybe<CreateInteractionPayload>;
  /** Creates a label. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createLabel?: Maybe<CreateLabelPayload>;
  /** Creates a chat organization. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createOrganization?: Maybe<CreateOrganizationPayload>;
  /** Creates a group of organizations. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createOrganizationGroup?: Maybe<CreateOrganizationGroupPayload>;
  /** Creates several people in one go. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createPeople?: Maybe<CreatePeoplePayload>;
  /** Creates a person and mails an invitation if that is asked for. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createPerson?: Maybe<CreatePersonPayload>;
  /** Hands over grades of agents' work, which are shown in reports and cannot be read. They are sent by the thousand, and the payload tells of each thousand; no thousand is sent twice, since that would make its grades twice. */
  readonly createQaScores?: Maybe<CreateQaScoresPayload>;
  /**
   * Creates several queues in one go. Each is for all channels of the account.
   * May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createQueues?: Maybe<CreateQueuesPayload>;
  /**
   * Creates a service. The URL of a webhook must answer with status 200, which the chat system tries first.
   * May fail with `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createService?: Maybe<CreateServicePayload>;
  /** Creates a shift pattern that no agent is on. May fail with `CONFLICT`, `FORBIDDEN`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createShiftPattern?: Maybe<CreateShiftPatternPayload>;
  /** Creates several sites in one go. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createSites?: Maybe<CreateSitesPayload>;
  /** Creates several skills in one go. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createSkills?: Maybe<CreateSkillsPayload>;
  /** Creates several teams in one go. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createTeams?: Maybe<CreateTeamsPayload>;
  /**
   * Asks for time off; others decide on it in the scheduling system.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly createTimeOffRequest?: Maybe<CreateTimeOffRequestPayload>;
  /** Creates a chat user; without a password it is invited. May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly createUser?: Maybe<CreateUserPayload>;
  /** Deletes the account named by `by`. May fail with `NOT_FOUND`. */
  readonly deleteAccount?: Maybe<DeleteAccountPayload>;
  /** Clears a window in the schedules of people; cannot be undone. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly deleteActivities?: Maybe<DeleteActivitiesPayload>;
  /** Deletes an activity type; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteActivityType?: Maybe<DeleteActivityTypePayload>;
  /** Deletes custom properties by name. May fail with `NOT_FOUND`. */
  readonly deleteAdditionalProperties?: Maybe<DeleteAdditionalPropertiesPayload>;
  /** Archives a bot. One that the gateway itself acts as is refused with `FORBIDDEN`. May fail with `FORBIDDEN` or `NOT_FOUND`. */
  readonly deleteBot?: Maybe<DeleteBotPayload>;
  /** Deletes an instance of a bot for good. May fail with `NOT_FOUND`. */
  readonly deleteBotInstance?: Maybe<DeleteBotInstancePayload>;
  /** Deletes the contact named by `by`. May fail with `NOT_FOUND`. */
  readonly deleteContact?: Maybe<DeleteContactPayload>;
  /** Deletes a forecast total; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteForecastTotal?: Maybe<DeleteForecastTotalPayload>;
  /**
   * Deletes a form for good, with its fields; the status `ARCHIVED` keeps it. Categories may go on pointing at a form that
   * was deleted.
   * May fail with `NOT_FOUND`.
   */
  readonly deleteForm?: Maybe<DeleteFormPayload>;
  /** Deletes one field of a form, in the same way as `updateFormField` changes one. May fail with `NOT_FOUND`. */
  readonly deleteFormField?: Maybe<DeleteFormFieldPayload>;
  /** Deletes a label: fields that name it are null from then on, and lists leave it out. May fail with `NOT_FOUND`. */
  readonly deleteLabel?: Maybe<DeleteLabelPayload>;
  /**
   * Archives a chat organization. Reserved to a gateway that acts for the master organization; its own organization is
   * refused with `FORBIDDEN`.
   * May fail with `FORBIDDEN` or `NOT_FOUND`.
   */
  readonly deleteOrganization?: Maybe<DeleteOrganizationPayload>;
  /** Deletes a group for good; its members stay. May fail with `NOT_FOUND`. */
  readonly deleteOrganizationGroup?: Maybe<DeleteOrganizationGroupPayload>;
  /** Removes the logo of an organization. May fail with `NOT_FOUND`. */
  readonly deleteOrganizationLogo?: Maybe<DeleteOrganizationLogoPayload>;
  /**
   * Removes a person: kept for their history by default, for good with all that belongs to them under `HARD`.
   * May fail with `NOT_FOUND`.
   */
  readonly deletePerson?: Maybe<DeletePersonPayload>;
  /** Deletes several queues in one go; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteQueues?: Maybe<DeleteQueuesPayload>;
  /** Archives a service. May fail with `NOT_FOUND`. */
  readonly deleteService?: Maybe<DeleteServicePayload>;
  /** Deletes a shift pattern; agents who were on it are on none. Cannot be undone. May fail with `FORBIDDEN` or `NOT_FOUND`. */
  readonly deleteShiftPattern?: Maybe<DeleteShiftPatternPayload>;
  /** Deletes several sites in one go; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteSites?: Maybe<DeleteSitesPayload>;
  /** Deletes several skills in one go; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteSkills?: Maybe<DeleteSkillsPayload>;
  /** Deletes several teams in one go; cannot be undone. May fail with `NOT_FOUND`. */
  readonly deleteTeams?: Maybe<DeleteTeamsPayload>;
  /** Deletes a usage log. May fail with `NOT_FOUND`. */
  readonly deleteUsageLog?: Maybe<DeleteUsageLogPayload>;
  /** Archives a user. The gateway's own user is refused with `FORBIDDEN`. May fail with `FORBIDDEN` or `NOT_FOUND`. */
  readonly deleteUser?: Maybe<DeleteUserPayload>;
  /** Removes the picture of a user. May fail with `NOT_FOUND`. */
  readonly deleteUserAvatar?: Maybe<DeleteUserAvatarPayload>;
  /**
   * Inserts, changes and deletes states after the fact, in one call. It is not known whether the others are made when one cannot be.
   * May fail with `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly editAgentStates?: Maybe<EditAgentStatesPayload>;
  /** Ends the last state that was posted for an agent. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly endAgentState?: Maybe<EndAgentStatePayload>;
  /**
   * Logs usage of an account, of a contact, or of the organization. Sent twice, it counts twice.
   * May fail with `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly logUsage?: Maybe<LogUsagePayload>;
  /**
   * Tells the state that an agent is in on the platform `api`; it holds until the next one is told, or `endAgentState` ends it.
   * May fail with `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly postAgentState?: Maybe<PostAgentStatePayload>;
  /**
   * Takes a category away; its slot stays empty, so that no other one moves. Its id is taken in either form. `CONFLICT` when
   * another edit of it was applied while this one was on its way.
   * May fail with `CONFLICT` or `NOT_FOUND`.
   */
  readonly removeCategory?: Maybe<RemoveCategoryPayload>;
  /** Removes an organization from a group. May fail with `NOT_FOUND`. */
  readonly removeOrganizationGroupMember?: Maybe<RemoveOrganizationGroupMemberPayload>;
  /**
   * Takes a user out of the members of an organization; the one that it belongs to stays the same. The gateway's own user
   * is not taken out of its own organization (`FORBIDDEN`).
   * May fail with `FORBIDDEN` or `NOT_FOUND`.
   */
  readonly removeUserFromOrganization?: Maybe<RemoveUserFromOrganizationPayload>;
  /** Writes a reply to a ticket; at most 60 a minute, of all clients together. May fail with `UPSTREAM_OUTCOME_UNKNOWN`. */
  readonly replyToInteraction?: Maybe<ReplyToInteractionPayload>;
  /**
   * Changes the category in a slot, or puts one into an empty slot; every other slot stays as it is. `expectedCategoryId`
   * names the category that the client saw there, and is null or left out for an empty slot. A category keeps its id when it is
   * renamed, so give `expectedName`, too. If something else is there, or another edit of the slot was applied while this one was
   * on its way, nothing is written and the answer is `CONFLICT`.
   * May fail with `CONFLICT` or `NOT_FOUND`.
   */
  readonly setCategorySlot?: Maybe<SetCategorySlotPayload>;
  /** Sets requirements of intervals, whether or not they were set before. They are sent one by one as fast as the rate limit of the scheduling system allows; those that do not fit the time of the operation are named and may be sent again. */
  readonly setRequirements?: Maybe<SetRequirementsPayload>;
  /** Starts a report, or joins an equal one that is in progress, and does not wait for it. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly startReport?: Maybe<StartReportPayload>;
  /**
   * Takes people off whatever shift patterns they are on, each of whom must be an agent.
   * May fail with `CONFLICT`, `FORBIDDEN` or `NOT_FOUND`.
   */
  readonly unassignShiftPattern?: Maybe<UnassignShiftPatternPayload>;
  /** Changes the account named by `by`. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly updateAccount?: Maybe<UpdateAccountPayload>;
  /** Sets custom properties by name and leaves all others as they are. May fail with `NOT_FOUND`. */
  readonly updateAdditionalProperties?: Maybe<UpdateAdditionalPropertiesPayload>;
  /** Changes a bot. One that the gateway itself acts as must stay active. May fail with `FORBIDDEN` or `NOT_FOUND`. */
  readonly updateBot?: Maybe<UpdateBotPayload>;
  /** Changes an instance of a bot; `enabled: false` turns it off and keeps it. May fail with `NOT_FOUND`. */
  readonly updateBotInstance?: Maybe<UpdateBotInstancePayload>;
  /**
   * Changes a category, which keeps its slot. Its id is taken in either form. `CONFLICT` when another edit of it was applied
   * while this one was on its way.
   * May fail with `CONFLICT` or `NOT_FOUND`.
   */
  readonly updateCategory?: Maybe<UpdateCategoryPayload>;
  /** Changes the contact named by `by`. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly updateContact?: Maybe<UpdateContactPayload>;
  /** Changes a form. May fail with `NOT_FOUND`. */
  readonly updateForm?: Maybe<UpdateFormPayload>;
  /**
   * Changes one field of a form. All fields of the form are read and written back with the change, since the chat system
   * documents no other way; a change that another client of it makes in between is lost.
   * May fail with `NOT_FOUND`.
   */
  readonly updateFormField?: Maybe<UpdateFormFieldPayload>;
  /** Changes a label. May fail with `NOT_FOUND`. */
  readonly updateLabel?: Maybe<UpdateLabelPayload>;
  /** Changes a chat organization. May fail with `CONFLICT` or `NOT_FOUND`. */
  readonly updateOrganization?: Maybe<UpdateOrganizationPayload>;
  /** Changes a group of organizations. May fail with `NOT_FOUND`. */
  readonly updateOrganizationGroup?: Maybe<UpdateOrganizationGroupPayload>;
  /** Changes a person; what is left out stays. May fail with `NOT_FOUND`. */
  readonly updatePerson?: Maybe<UpdatePersonPayload>;
  /** Changes a queue; what is left out stays. May fail with `NOT_FOUND`. */
  readonly updateQueue?: Maybe<UpdateQueuePayload>;
  /** Changes a service. May fail with `NOT_FOUND`. */
  readonly updateService?: Maybe<UpdateServicePayload>;
  /** Changes a shift pattern; what is left out stays. May fail with `CONFLICT`, `FORBIDDEN` or `NOT_FOUND`. */
  readonly updateShiftPattern?: Maybe<UpdateShiftPatternPayload>;
  /** Changes a site; what is left out stays. May fail with `NOT_FOUND`. */
  readonly updateSite?: Maybe<UpdateSitePayload>;
  /** Changes a skill; what is left out stays. May fail with `NOT_FOUND`. */
  readonly updateSkill?: Maybe<UpdateSkillPayload>;
  /** Changes a team; what is left out stays. May fail with `NOT_FOUND`. */
  readonly updateTeam?: Maybe<UpdateTeamPayload>;
  /** Changes a usage log; it stays with its owner. `metadata` is replaced as a whole. May fail with `NOT_FOUND`. */
  readonly updateUsageLog?: Maybe<UpdateUsageLogPayload>;
  /**
   * Changes a chat user. The gateway's own user must stay active and keep its e-mail address, password, role and organization.
   * May fail with `FORBIDDEN` or `NOT_FOUND`.
   */
  readonly updateUser?: Maybe<UpdateUserPayload>;
  /** Replaces the logo of an organization; the chat system resizes and crops it. May fail with `NOT_FOUND`. */
  readonly uploadOrganizationLogo?: Maybe<UploadOrganizationLogoPayload>;
  /** Replaces the picture of a user; the chat system resizes and crops it. May fail with `NOT_FOUND`. */
  readonly uploadUserAvatar?: Maybe<UploadUserAvatarPayload>;
  /**
   * Updates the account named by `by`, or creates it when there is none. Give `type`, `name` and `domain`, so that it can
   * be created; without `by` it always is. An upsert by source specific id also links that id.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly upsertAccount?: Maybe<UpsertAccountPayload>;
  /**
   * Updates the contact named by `by`, or creates it when there is none. Give `name`, `email` and `account`, so that it
   * can be created; without `by` it always is. An upsert by source specific id also links that id.
   * May fail with `CONFLICT`, `NOT_FOUND` or `UPSTREAM_OUTCOME_UNKNOWN`.
   */
  readonly upsertContact?: Maybe<UpsertContactPayload>;
  /** Hands over conversations, from which forecasts are made; they cannot be read. They are sent by the thousand, and the payload tells of each thousand. */
  readonly upsertConversations?: Maybe<UpsertConversationsPayload>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationAddCategoryArgs = {
  input: AddCategoryInput;
  organizationId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationAddOrganizationGroupMembersArgs = {
  id: Scalars['ID']['input'];
  memberIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationAssignShiftPatternArgs = {
  id: Scalars['ID']['input'];
  people: ReadonlyArray<PersonLookup>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationAssociatePlatformIdArgs = {
  input: AssociatePlatformIdInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCancelTimeOffRequestArgs = {
  id: Scalars['ID']['input'];
  input: CancelTimeOffRequestInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateActivitiesArgs = {
  input: CreateActivitiesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateActivityArgs = {
  input: CreateActivityInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateActivityTypeArgs = {
  input: CreateActivityTypeInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateAdditionalPropertiesArgs = {
  input: CreateAdditionalPropertiesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateBotArgs = {
  input: CreateBotInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateBotInstanceArgs = {
  input: CreateBotInstanceInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateContactArgs = {
  input: CreateContactInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateForecastTotalsArgs = {
  input: CreateForecastTotalsInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateFormArgs = {
  input: CreateFormInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateFormFieldArgs = {
  formId: Scalars['ID']['input'];
  input: CreateFormFieldInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateInteractionArgs = {
  input: CreateInteractionInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateLabelArgs = {
  input: CreateLabelInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateOrganizationGroupArgs = {
  input: CreateOrganizationGroupInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreatePeopleArgs = {
  input: CreatePeopleInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreatePersonArgs = {
  input: CreatePersonInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateQaScoresArgs = {
  input: CreateQaScoresInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateQueuesArgs = {
  input: CreateQueuesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateServiceArgs = {
  input: CreateServiceInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateShiftPatternArgs = {
  input: CreateShiftPatternInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateSitesArgs = {
  input: CreateSitesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateSkillsArgs = {
  input: CreateSkillsInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateTeamsArgs = {
  input: CreateTeamsInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateTimeOffRequestArgs = {
  input: CreateTimeOffRequestInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationCreateUserArgs = {
  input: CreateUserInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteAccountArgs = {
  by: AccountLookup;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteActivitiesArgs = {
  input: DeleteActivitiesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteActivityTypeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteAdditionalPropertiesArgs = {
  input: DeleteAdditionalPropertiesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteBotArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteBotInstanceArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteContactArgs = {
  by: ContactLookup;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteForecastTotalArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteFormArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteFormFieldArgs = {
  formId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteLabelArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteOrganizationGroupArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteOrganizationLogoArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeletePersonArgs = {
  deletion?: PersonDeletion;
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteQueuesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteServiceArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteShiftPatternArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteSitesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteSkillsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteTeamsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteUsageLogArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteUserArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationDeleteUserAvatarArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationEditAgentStatesArgs = {
  input: EditAgentStatesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationEndAgentStateArgs = {
  input: EndAgentStateInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationLogUsageArgs = {
  input: LogUsageInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationPostAgentStateArgs = {
  input: PostAgentStateInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationRemoveCategoryArgs = {
  id: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationRemoveOrganizationGroupMemberArgs = {
  id: Scalars['ID']['input'];
  memberId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationRemoveUserFromOrganizationArgs = {
  id: Scalars['ID']['input'];
  organizationId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationReplyToInteractionArgs = {
  input: ReplyToInteractionInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationSetCategorySlotArgs = {
  expectedCategoryId?: InputMaybe<Scalars['ID']['input']>;
  expectedName?: InputMaybe<Scalars['String']['input']>;
  index: Scalars['Int']['input'];
  input?: InputMaybe<SetCategorySlotInput>;
  organizationId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationSetRequirementsArgs = {
  input: SetRequirementsInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationStartReportArgs = {
  input: StartReportInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUnassignShiftPatternArgs = {
  people: ReadonlyArray<PersonLookup>;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateAccountArgs = {
  by: AccountLookup;
  input: UpdateAccountInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateAdditionalPropertiesArgs = {
  input: UpdateAdditionalPropertiesInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateBotArgs = {
  id: Scalars['ID']['input'];
  input: UpdateBotInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateBotInstanceArgs = {
  id: Scalars['ID']['input'];
  input: UpdateBotInstanceInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateCategoryArgs = {
  id: Scalars['ID']['input'];
  input: UpdateCategoryInput;
  organizationId: Scalars['ID']['input'];
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateContactArgs = {
  by: ContactLookup;
  input: UpdateContactInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateFormArgs = {
  id: Scalars['ID']['input'];
  input: UpdateFormInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateFormFieldArgs = {
  formId: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  input: UpdateFormFieldInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateLabelArgs = {
  id: Scalars['ID']['input'];
  input: UpdateLabelInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateOrganizationArgs = {
  id: Scalars['ID']['input'];
  input: UpdateOrganizationInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateOrganizationGroupArgs = {
  id: Scalars['ID']['input'];
  input: UpdateOrganizationGroupInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdatePersonArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePersonInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateQueueArgs = {
  id: Scalars['ID']['input'];
  input: UpdateQueueInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateServiceArgs = {
  id: Scalars['ID']['input'];
  input: UpdateServiceInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateShiftPatternArgs = {
  id: Scalars['ID']['input'];
  input: UpdateShiftPatternInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateSiteArgs = {
  id: Scalars['ID']['input'];
  input: UpdateSiteInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateSkillArgs = {
  id: Scalars['ID']['input'];
  input: UpdateSkillInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateTeamArgs = {
  id: Scalars['ID']['input'];
  input: UpdateTeamInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateUsageLogArgs = {
  id: Scalars['ID']['input'];
  input: UpdateUsageLogInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpdateUserArgs = {
  id: Scalars['ID']['input'];
  input: UpdateUserInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUploadOrganizationLogoArgs = {
  id: Scalars['ID']['input'];
  input: UploadOrganizationLogoInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUploadUserAvatarArgs = {
  id: Scalars['ID']['input'];
  input: UploadUserAvatarInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpsertAccountArgs = {
  by?: InputMaybe<AccountLookup>;
  input: UpsertAccountInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpsertContactArgs = {
  by?: InputMaybe<ContactLookup>;
  input: UpsertContactInput;
};


/**
 * Everything that can be changed. A write has succeeded once its payload carries an id; objects in payloads are read afterwards.
 * Each field names the codes of its own failures. Any may also fail with `BAD_USER_INPUT`, with `FORBIDDEN` for want of a scope, and with the codes of
 * systems that do not answer as they should; after `UPSTREAM_OUTCOME_UNKNOWN` the error's `reconcile` shows whether it happened.
 */
export type MutationUpsertConversationsArgs = {
  input: UpsertConversationsInput;
};

/** One of several activities to create. */
export type NewActivityInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Must be an agent. */
  readonly person: PersonLookup;
  /** Id of the type of activity. */
  readonly typeId: Scalars['ID']['input'];
  readonly window: TimeWindow;
};

/** A forecast total to create. */
export type NewForecastTotalInput = {
  /** PHONE, EMAIL or CHAT. */
  readonly channel: Channel;
  /** No queue in particular unless given. */
  readonly queueId?: InputMaybe<Scalars['ID']['input']>;
  /** Not below 0. */
  readonly value: Scalars['Float']['input'];
  /** The unit that `value` is counted in. */
  readonly valueType?: InputMaybe<ForecastValueType>;
  readonly window: TimeWindow;
};

/** A queue to create. */
export type NewQueueInput = {
  readonly name: Scalars['String']['input'];
  /** The queue above it; none unless given. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A site to create. */
export type NewSiteInput = {
  readonly name: Scalars['String']['input'];
  /** The site above it; none unless given. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A skill to create. */
export type NewSkillInput = {
  readonly name: Scalars['String']['input'];
  /** The skill above it; none unless given. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** A team to create. */
export type NewTeamInput = {
  readonly name: Scalars['String']['input'];
  /** The team above it; none unless given. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** An object that can be fetched again by its id. */
export type Node = {
  /** Global id, readable and stable: `gid://<system>/<Type>/<source id>`. */
  readonly id: Scalars['ID']['output'];
};

/** A company on whose behalf chats are held. */
export type Organization = Node & {
  readonly __typename?: 'Organization';
  /** The account whose own `organization` is this one; null when none or several are. */
  readonly account?: Maybe<Account>;
  /** Every account that has this organization among its `organizationLinks`. */
  readonly accountLinks?: Maybe<ReadonlyArray<AccountLink>>;
  /** Names and pictures shown instead of those of users. */
  readonly aliases?: Maybe<ReadonlyArray<OrganizationAlias>>;
  readonly billingInfo?: Maybe<BillingInfo>;
  /** Bots at work for this organization, whichever organization owns them. */
  readonly botInstances?: Maybe<ReadonlyArray<BotInstance>>;
  /** Bots that this organization owns, archived ones left out. */
  readonly bots?: Maybe<ReadonlyArray<Bot>>;
  /** The ten slots in order; null is an empty slot. */
  readonly categories?: Maybe<ReadonlyArray<Maybe<Category>>>;
  /** Organizations whose parent this is, archived ones left out; in the order of the chat system. */
  readonly children?: Maybe<OrganizationConnection>;
  /** Commands for bots. */
  readonly commands?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly dataRetention?: Maybe<DataRetention>;
  readonly defaultRole?: Maybe<SelfRegistrationRole>;
  /** Name that is shown; the name where none is stored. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** White-label domain. */
  readonly domain?: Maybe<Scalars['String']['output']>;
  /** White-label subdomain. */
  readonly domainPrefix?: Maybe<Scalars['String']['output']>;
  /** Where users get help. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Sender of result mails. */
  readonly emailAs?: Maybe<Scalars['EmailAddress']['output']>;
  /** Forms that this organization owns, archived ones left out. */
  readonly forms?: Maybe<ReadonlyArray<Form>>;
  /**
   * Groups that the organization is a member of. Those that it owns are listed by
   * `organizationGroups(filter: { organization: … })`.
   */
  readonly groups?: Maybe<ReadonlyArray<OrganizationGroup>>;
  readonly id: Scalars['ID']['output'];
  readonly industry?: Maybe<Scalars['String']['output']>;
  readonly locale?: Maybe<Locale>;
  readonly logo?: Maybe<Scalars['URL']['output']>;
  /** Free-form values. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<Organization>;
  readonly partners?: Maybe<ReadonlyArray<OrganizationPartner>>;
  /** Details of the profile of a contact that the organization uses, with its labels. */
  readonly profileFields?: Maybe<ReadonlyArray<ProfileField>>;
  /** Services that this organization owns, archived ones left out. */
  readonly services?: Maybe<ReadonlyArray<Service>>;
  readonly settings?: Maybe<OrganizationSettings>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly status?: Maybe<OrganizationStatus>;
  /** Words that messages must not contain. */
  readonly stopwords?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly timezone?: Maybe<Scalars['TimeZone']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The company's website. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /** Users who belong to this organization, in the order of the chat system; a page may hold fewer than asked for. */
  readonly users?: Maybe<UserConnection>;
  /** Addresses and domains that may register themselves. */
  readonly whitelist?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Workflows that run for the organization, those of organizations above it included. */
  readonly workflows?: Maybe<ReadonlyArray<Workflow>>;
};


/** A company on whose behalf chats are held. */
export type OrganizationChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A company on whose behalf chats are held. */
export type OrganizationUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A name and picture shown instead of a user's. */
export type OrganizationAlias = {
  readonly __typename?: 'OrganizationAlias';
  readonly avatar?: Maybe<Scalars['URL']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** A name and picture to show instead of a user's. */
export type OrganizationAliasInput = {
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** A page of organizations. */
export type OrganizationConnection = {
  readonly __typename?: 'OrganizationConnection';
  readonly edges: ReadonlyArray<OrganizationEdge>;
  readonly nodes: ReadonlyArray<Organization>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An organization and its place in the list. */
export type OrganizationEdge = {
  readonly __typename?: 'OrganizationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Organization;
};

/** A group of organizations, which works like a tag: an organization may be a member of several. */
export type OrganizationGroup = Node & {
  readonly __typename?: 'OrganizationGroup';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Organizations in the group, in its order, less those that do not exist; a page may hold fewer than asked for. */
  readonly members?: Maybe<OrganizationConnection>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that owns it; it need not be a member. */
  readonly organization?: Maybe<Organization>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A group of organizations, which works like a tag: an organization may be a member of several. */
export type OrganizationGroupMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of groups of organizations. */
export type OrganizationGroupConnection = {
  readonly __typename?: 'OrganizationGroupConnection';
  readonly edges: ReadonlyArray<OrganizationGroupEdge>;
  readonly nodes: ReadonlyArray<OrganizationGroup>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A group of organizations and its place in the list. */
export type OrganizationGroupEdge = {
  readonly __typename?: 'OrganizationGroupEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: OrganizationGroup;
};

/** Fields that groups of organizations can be sorted by. */
export type OrganizationGroupSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** Which groups of organizations to list; all conditions must hold. */
export type OrganizationGroupsFilter = {
  /** An organization that is a member of them. */
  readonly member?: InputMaybe<Scalars['ID']['input']>;
  /** The organization that owns them. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
};

/** Order of groups of organizations. */
export type OrganizationGroupsSort = {
  readonly direction?: SortDirection;
  readonly field: OrganizationGroupSortField;
};

/** A chat organization that an account may be the same company as. */
export type OrganizationLink = {
  readonly __typename?: 'OrganizationLink';
  readonly organization: Organization;
  readonly reason: LinkReason;
};

/** Names one organization, by exactly one key. */
export type OrganizationLookup =
  /** Host of its website. Names none when several listed organizations share it. */
  { readonly domain: Scalars['String']['input']; readonly id?: never; }
  |  { readonly domain?: never; readonly id: Scalars['ID']['input']; };

/** An organization that the gateway's own user is a member of. */
export type OrganizationMembership = {
  readonly __typename?: 'OrganizationMembership';
  readonly organization?: Maybe<Organization>;
  readonly role?: Maybe<UserRole>;
  /** Whether it is the one that the user works in at the moment. */
  readonly selected?: Maybe<Scalars['Boolean']['output']>;
};

/** Another organization that may see conversations. */
export type OrganizationPartner = {
  readonly __typename?: 'OrganizationPartner';
  readonly organization?: Maybe<Organization>;
  readonly permission?: Maybe<Scalars['String']['output']>;
};

/** Another organization that may see conversations. */
export type OrganizationPartnerInput = {
  /** The partner. */
  readonly organization: OrganizationLookup;
  readonly permission: Scalars['String']['input'];
};

/** How an organization routes and notifies. */
export type OrganizationSettings = {
  readonly __typename?: 'OrganizationSettings';
  /** Whether admins get mails. */
  readonly enableMail?: Maybe<Scalars['Boolean']['output']>;
  readonly routeOnReply?: Maybe<RouteOnReply>;
};

/** How an organization routes and notifies. */
export type OrganizationSettingsInput = {
  /** Whether admins get mails; the chat system's default is true. */
  readonly enableMail?: InputMaybe<Scalars['Boolean']['input']>;
  /** Handling of a visitor who comes back; the chat system's default is `ACCEPT`. */
  readonly routeOnReply?: InputMaybe<RouteOnReply>;
};

/** Fields that organizations can be sorted by. */
export type OrganizationSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** The state of a chat organization. */
export type OrganizationStatus =
  /** In use. */
  | 'active'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'archived'
  /** About to be archived: listed only when asked for, still found by id. */
  | 'pendingArchive'
  /** Not active yet. */
  | 'queued';

/** Which organizations to list; all conditions must hold. */
export type OrganizationsFilter = {
  /** Exact name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
  /** Archived organizations are listed only when asked for. */
  readonly status?: InputMaybe<OrganizationStatus>;
  readonly tag?: InputMaybe<Scalars['String']['input']>;
};

/** Order of organizations. */
export type OrganizationsSort = {
  readonly direction?: SortDirection;
  readonly field: OrganizationSortField;
};

/** Where a page stands in its list; it takes no scope beside those of the list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor to pass as `after` for the next page; an empty one is the first page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows come before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Which people to list; all conditions must hold. */
export type PeopleFilter = {
  /** People on any of these channels. */
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  /** Whether removed people are listed, too. */
  readonly includeDeleted?: InputMaybe<Scalars['Boolean']['input']>;
  readonly queue?: InputMaybe<Scalars['ID']['input']>;
  /** People who may see only what belongs to this site. */
  readonly restrictedSite?: InputMaybe<Scalars['ID']['input']>;
  readonly role?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Part of a first name, last name or e-mail address, as the scheduling system compares them.
   * @deprecated Use the argument `search` of `people`, which minds neither accents nor the order of words.
   */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly site?: InputMaybe<Scalars['ID']['input']>;
  readonly skill?: InputMaybe<Scalars['ID']['input']>;
  readonly team?: InputMaybe<Scalars['ID']['input']>;
};

/** Order of people. */
export type PeopleSort = {
  readonly direction?: SortDirection;
  readonly field: PersonSortField;
};

/** A member of the support staff. */
export type Person = Node & {
  readonly __typename?: 'Person';
  /** Activities of the person in a window, by start; empty for people who are not agents. */
  readonly activities?: Maybe<ActivityConnection>;
  /** Id under which activities are kept; absent for people who are not agents. */
  readonly agentId?: Maybe<Scalars['ID']['output']>;
  readonly agentRole?: Maybe<AgentRole>;
  readonly channels?: Maybe<ReadonlyArray<Channel>>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The activity of the person that is under way on the master schedule, of several the one that began last; null for none, and
   * for people who are not agents.
   */
  readonly currentActivity?: Maybe<Activity>;
  /**
   * The state of the person at the moment, on the platform of the highest priority that has one. A state that was
   * posted counts until it was ended; any other until half a minute after its end, unless another one has begun: while it runs, its
   * end is told with a delay.
   */
  readonly currentState?: Maybe<AgentState>;
  /** Whether the person was removed and is kept for its history. */
  readonly deleted?: Maybe<Scalars['Boolean']['output']>;
  /** First and last name; null where the person has neither. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** From then on the person cannot be scheduled. */
  readonly endDate?: Maybe<Scalars['DateTime']['output']>;
  /** Changes to the person's master schedule that were made in a window, by the moment at which they were made. */
  readonly eventChanges?: Maybe<EventChangeConnection>;
  readonly firstName?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Id in the system that the person was imported from. */
  readonly importedId?: Maybe<Scalars['String']['output']>;
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /**
   * Whether the person is at work on a channel: an activity of a type that is `productive` is under way. Breaks, meetings, time off
   * and activities whose type is gone are no shift. False for people who are not agents. Goes by the master schedule.
   */
  readonly onShift?: Maybe<Scalars['Boolean']['output']>;
  /** Ids on other platforms by platform name. */
  readonly platforms?: Maybe<Scalars['JSONObject']['output']>;
  readonly queues?: Maybe<ReadonlyArray<Queue>>;
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** The working hours that the person is on; null for people who are on none, or are not agents. */
  readonly shiftPattern?: Maybe<ShiftPattern>;
  readonly site?: Maybe<Site>;
  readonly skills?: Maybe<ReadonlyArray<Skill>>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** Whether the person can be scheduled. */
  readonly staffable?: Maybe<Scalars['Boolean']['output']>;
  readonly startDate?: Maybe<Scalars['DateTime']['output']>;
  /** States of the person on all platforms in a window, by start; empty for people who are not agents. */
  readonly states?: Maybe<AgentStateConnection>;
  readonly teams?: Maybe<ReadonlyArray<Team>>;
  /** Requests for time off that overlap a window, by start. */
  readonly timeOffRequests?: Maybe<TimeOffRequestConnection>;
  readonly timezone?: Maybe<Scalars['TimeZone']['output']>;
  /** The person's chat user; null when none or several match. */
  readonly user?: Maybe<User>;
  /** Every chat user that matches in the best way that any does. */
  readonly userLinks?: Maybe<ReadonlyArray<UserLink>>;
};


/** A member of the support staff. */
export type PersonActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** A member of the support staff. */
export type PersonCurrentActivityArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A member of the support staff. */
export type PersonEventChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** A member of the support staff. */
export type PersonOnShiftArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A member of the support staff. */
export type PersonStatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** A member of the support staff. */
export type PersonTimeOffRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<TimeOffStatus>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  window: TimeWindow;
};

/** A page of people. */
export type PersonConnection = {
  readonly __typename?: 'PersonConnection';
  readonly edges: ReadonlyArray<PersonEdge>;
  readonly nodes: ReadonlyArray<Person>;
  readonly pageInfo: PageInfo;
  /** People in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** How thoroughly a person is removed. */
export type PersonDeletion =
  /** Removed with all that belongs to it; cannot be undone. */
  | 'HARD'
  /** Marked as deleted and kept for its history. */
  | 'SOFT';

/** A person and their place in the list. */
export type PersonEdge = {
  readonly __typename?: 'PersonEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Person;
};

/** A member of the support staff that a chat user may be. */
export type PersonLink = {
  readonly __typename?: 'PersonLink';
  readonly person: Person;
  readonly reason: LinkReason;
};

/** Names one person, by exactly one key. */
export type PersonLookup =
  /** Id under which activities are kept. */
  { readonly agentId: Scalars['ID']['input']; readonly email?: never; readonly id?: never; readonly importedId?: never; }
  |  { readonly agentId?: never; readonly email: Scalars['EmailAddress']['input']; readonly id?: never; readonly importedId?: never; }
  |  { readonly agentId?: never; readonly email?: never; readonly id: Scalars['ID']['input']; readonly importedId?: never; }
  |  /** Id in the system that the person was imported from. */
  { readonly agentId?: never; readonly email?: never; readonly id?: never; readonly importedId: Scalars['String']['input']; };

/** Fields that people can be sorted by. */
export type PersonSortField =
  | 'first_name'
  | 'last_name'
  /** The role. */
  | 'role';

/** A state that begins. */
export type PostAgentStateInput = {
  /** Id of the agent on the platform; `associatePlatformId` says whose it is. */
  readonly agentPlatformId: Scalars['String']['input'];
  /** In words of your own, such as `available`. */
  readonly state: Scalars['String']['input'];
  /** The moment from which on the agent is in the state. */
  readonly time: Scalars['DateTime']['input'];
};

/** The state that was posted. */
export type PostAgentStatePayload = {
  readonly __typename?: 'PostAgentStatePayload';
  readonly agentPlatformId: Scalars['String']['output'];
};

/** A detail of the profile of a contact. */
export type ProfileField = {
  readonly __typename?: 'ProfileField';
  /** All that is stored of the field, with what is not documented. */
  readonly definition?: Maybe<Scalars['JSONObject']['output']>;
  /** Whether the label is used; it is where this is null. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** Null where it is no text. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** As a profile calls it, such as `givenName`; a part of the address as `address.postalCode`. */
  readonly name: Scalars['String']['output'];
  /** Choices; only the gender has them. */
  readonly options?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A detail of the profile of a contact to label; what is left out of one that is stored stays. */
export type ProfileFieldInput = {
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Needed by a field that is new. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** As a profile calls it, such as `givenName`; a part of the address as `address.postalCode`. */
  readonly name: Scalars['String']['input'];
  /** Choices; only the gender has them. Null removes them. */
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A grade of an agent's work on one ticket. */
export type QaScoreInput = {
  /** Address of the agent, by which the scheduling system knows them. */
  readonly agentEmail: Scalars['EmailAddress']['input'];
  /** Name of the agent. */
  readonly agentName?: InputMaybe<Scalars['String']['input']>;
  /** Id of the agent where the ticket is kept. */
  readonly agentPlatformId?: InputMaybe<Scalars['String']['input']>;
  /** Now unless given. */
  readonly gradedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The person or tool that gave the grade. */
  readonly grader?: InputMaybe<Scalars['String']['input']>;
  /** Id of the ticket where it is kept. */
  readonly importedId: Scalars['String']['input'];
  /** The greatest possible score; 100 unless given. */
  readonly maxScore?: InputMaybe<Scalars['Float']['input']>;
  /** From 0 to the greatest possible. */
  readonly score: Scalars['Float']['input'];
  /** The moment at which the ticket was made. */
  readonly ticketCreatedAt: Scalars['DateTime']['input'];
};

/** Everything that can be read. */
export type Query = {
  readonly __typename?: 'Query';
  /** One account; null when it does not exist. */
  readonly account?: Maybe<Account>;
  /**
   * Accounts: companies first, each kind by name, unless sorted. What searches, filters, sorts or counts from the end reads
   * the whole list once and keeps it.
   */
  readonly accounts?: Maybe<AccountConnection>;
  /** Activities that overlap a window, by start. */
  readonly activities?: Maybe<ActivityConnection>;
  /** One activity type; null when it does not exist. */
  readonly activityType?: Maybe<ActivityType>;
  /** All activity types. */
  readonly activityTypes?: Maybe<ReadonlyArray<ActivityType>>;
  /** Custom properties of one account or contact by name; null when there is no such object. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /**
   * How well agents kept to their schedules. The report is started, or joined where an equal one is in progress or was so within
   * the last minute, and waited for within the time of the operation; if that is not enough, its status is `IN_PROGRESS`, and
   * `report` shows it later. The window is a multiple of 15 minutes at both ends.
   */
  readonly adherenceReport?: Maybe<Report>;
  /** Changes to states that were made in a window, in the order of the scheduling system. */
  readonly agentStateEdits?: Maybe<AgentStateEditConnection>;
  /** How long agents took for solved tickets; started, joined and waited for as `adherenceReport` is. */
  readonly agentStateHandleTimesReport?: Maybe<Report>;
  /** States that overlap a window, in the order of the scheduling system, with those of several platforms side by side. */
  readonly agentStates?: Maybe<AgentStateConnection>;
  /** How many tickets agents dealt with; started, joined and waited for as `adherenceReport` is. */
  readonly agentTicketStatsReport?: Maybe<Report>;
  /** One bot; null when it does not exist. */
  readonly bot?: Maybe<Bot>;
  /** One instance of a bot; null when it does not exist. */
  readonly botInstance?: Maybe<BotInstance>;
  /** Instances of bots, as the chat system lists them. */
  readonly botInstances?: Maybe<BotInstanceConnection>;
  /** Bots, as the chat system lists them. */
  readonly bots?: Maybe<BotConnection>;
  /** One category of an organization, by the category's id in either form; null when it does not exist. */
  readonly category?: Maybe<Category>;
  /**
   * One timeline for each agent in a window: where states of several platforms overlap, those of a lower priority are cut.
   * Platforms that have no place in the priority come last, by their names.
   */
  readonly condensedStates?: Maybe<AgentStateConnection>;
  /** One contact; null when it does not exist. */
  readonly contact?: Maybe<Contact>;
  /**
   * Contacts of all companies, or of the one named, in the order of the CRM, which it does not document, unless sorted. What
   * searches, filters, sorts or counts from the end reads the whole list once and keeps it.
   */
  readonly contacts?: Maybe<ContactConnection>;
  /**
   * One customer over all systems; its fields are null where nothing is known of it. The id of a record that the client may not read
   * is refused with `FORBIDDEN`.
   */
  readonly customer360?: Maybe<Customer360>;
  /** Changes to a schedule that were made in a window, whenever the activities are; in the order of the scheduling system. */
  readonly eventChanges?: Maybe<EventChangeConnection>;
  /** One forecast total; null when it does not exist. */
  readonly forecastTotal?: Maybe<ForecastTotal>;
  /** Forecast totals that overlap a window, of all channels, queues and units unless one is named; the channel is PHONE, EMAIL or CHAT. */
  readonly forecastTotals?: Maybe<ForecastTotalConnection>;
  /** Forecast beside actual metrics of one channel, interval by interval; those of all queues unless one is named. */
  readonly forecastedVsActuals?: Maybe<ForecastedVsActualConnection>;
  /** Expected contacts in a window on one channel, which is PHONE, EMAIL or CHAT; those of all queues unless one is named. */
  readonly forecasts?: Maybe<ForecastConnection>;
  /** One form; null when it does not exist. */
  readonly form?: Maybe<Form>;
  /** One field of a form; null when it does not exist. */
  readonly formField?: Maybe<FormField>;
  /** Forms, as the chat system lists them. */
  readonly forms?: Maybe<FormConnection>;
  /** One label; null when it does not exist. */
  readonly label?: Maybe<Label>;
  /** All labels, or those of one type. */
  readonly labels?: Maybe<ReadonlyArray<Label>>;
  /** The client that sends the operation; whom the gateway itself acts as in the chat system is `viewer`. */
  readonly me?: Maybe<Client>;
  /** Any object by its global id; null when it does not exist. */
  readonly node?: Maybe<Node>;
  /** Many objects by global id, in the order asked; null where one does not exist. */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** One organization; null when it does not exist. */
  readonly organization?: Maybe<Organization>;
  /** One group of organizations; null when it does not exist. */
  readonly organizationGroup?: Maybe<OrganizationGroup>;
  /** Groups of organizations, as the chat system lists them. */
  readonly organizationGroups?: Maybe<OrganizationGroupConnection>;
  /** Chat organizations but archived ones, in the order of the chat system, which it does not document, unless sorted. What searches or counts from the end reads all that the filter leaves once and keeps it. */
  readonly organizations?: Maybe<OrganizationConnection>;
  /**
   * People, those who were removed only if asked for; in the order of the scheduling system, which it does not document,
   * unless sorted. What searches or counts from the end reads all that filter and sort leave once and keeps it.
   */
  readonly people?: Maybe<PersonConnection>;
  /** One person; null when there is none, or several whom the key names equally well. */
  readonly person?: Maybe<Person>;
  /** One queue; null when it does not exist. */
  readonly queue?: Maybe<Queue>;
  /** All queues, those below others included. */
  readonly queues?: Maybe<ReadonlyArray<Queue>>;
  /** One report; null when it does not exist. */
  readonly report?: Maybe<Report>;
  /** One requirement type; null when it does not exist. */
  readonly requirementType?: Maybe<RequirementType>;
  /** All requirement types. */
  readonly requirementTypes?: Maybe<ReadonlyArray<RequirementType>>;
  /** Requirements in a window, of all types unless some are named. A call upstream is made for each 31 days of it. */
  readonly requirements?: Maybe<RequirementConnection>;
  /** One role; null when it does not exist. */
  readonly role?: Maybe<Role>;
  /** All roles. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** One service; null when it does not exist. */
  readonly service?: Maybe<Service>;
  /** Services, as the chat system lists them. Rows that it lists without an id are left out, with an error. */
  readonly services?: Maybe<ServiceConnection>;
  /** One shift pattern; null when it does not exist. */
  readonly shiftPattern?: Maybe<ShiftPattern>;
  /** All shift patterns. They are open only to accounts that were invited to their beta. */
  readonly shiftPatterns?: Maybe<ReadonlyArray<ShiftPattern>>;
  /** One site; null when it does not exist. */
  readonly site?: Maybe<Site>;
  /** All sites, those below others included. */
  readonly sites?: Maybe<ReadonlyArray<Site>>;
  /** One skill; null when it does not exist. */
  readonly skill?: Maybe<Skill>;
  /** All skills, those below others included. */
  readonly skills?: Maybe<ReadonlyArray<Skill>>;
  /** One team; null when it does not exist. */
  readonly team?: Maybe<Team>;
  /** All teams, those below others included. */
  readonly teams?: Maybe<ReadonlyArray<Team>>;
  /** Requests for time off: all in the order of the scheduling system, or those that overlap a window, by start. */
  readonly timeOffRequests?: Maybe<TimeOffRequestConnection>;
  /** Changes to requests for time off, in the order of the scheduling system; that a request was made is none of them. */
  readonly timeOffUpdates?: Maybe<TimeOffUpdateConnection>;
  /** One usage log; null when it does not exist. */
  readonly usageLog?: Maybe<UsageLog>;
  /**
   * Usage of the whole organization, or of the account or contact that `of` names, newest first; null when that does not
   * exist.
   */
  readonly usageLogs?: Maybe<UsageLogConnection>;
  /** One chat user; null when it does not exist. By e-mail address, upper and lower case aside, only users that are listed. */
  readonly user?: Maybe<User>;
  /**
   * Chat users but archived ones, in the order of the chat system, which it does not document, unless sorted. What searches
   * or counts from the end reads all that the filter leaves once and keeps it.
   */
  readonly users?: Maybe<UserConnection>;
  /** The gateway's own chat user, the same for all clients; `me` is the client. */
  readonly viewer?: Maybe<User>;
  /** Organizations that the gateway's own chat user is a member of. */
  readonly viewerOrganizations?: Maybe<ReadonlyArray<OrganizationMembership>>;
};


/** Everything that can be read. */
export type QueryAccountArgs = {
  by: AccountLookup;
};


/** Everything that can be read. */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<AccountsSort>;
};


/** Everything that can be read. */
export type QueryActivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActivitiesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryActivityTypeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryAdditionalPropertiesArgs = {
  of: AccountOrContactLookup;
};


/** Everything that can be read. */
export type QueryAdherenceReportArgs = {
  channel: Channel;
  filter?: InputMaybe<ReportFilter>;
  interval: ReportInterval;
  person?: InputMaybe<PersonLookup>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryAgentStateEditsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryAgentStateHandleTimesReportArgs = {
  channel: Channel;
  filter?: InputMaybe<ReportFilter>;
  interval: ReportInterval;
  person?: InputMaybe<PersonLookup>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryAgentStatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgentStatesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryAgentTicketStatsReportArgs = {
  channel: Channel;
  filter?: InputMaybe<ReportFilter>;
  interval: ReportInterval;
  person?: InputMaybe<PersonLookup>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryBotArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryBotInstanceArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryBotInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BotInstancesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<BotInstancesSort>;
};


/** Everything that can be read. */
export type QueryBotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BotsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<BotsSort>;
};


/** Everything that can be read. */
export type QueryCategoryArgs = {
  id: Scalars['ID']['input'];
  organization: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryCondensedStatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgentStatesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  priority?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryContactArgs = {
  by: ContactLookup;
};


/** Everything that can be read. */
export type QueryContactsArgs = {
  account?: InputMaybe<AccountLookup>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContactsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<ContactsSort>;
};


/** Everything that can be read. */
export type QueryCustomer360Args = {
  by: CustomerLookup;
};


/** Everything that can be read. */
export type QueryEventChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventChangesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryForecastTotalArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryForecastTotalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<Channel>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  valueType?: InputMaybe<ForecastValueType>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryForecastedVsActualsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  channel: Channel;
  first?: InputMaybe<Scalars['Int']['input']>;
  intervalMinutes: Scalars['Int']['input'];
  queue?: InputMaybe<Scalars['ID']['input']>;
  schedule?: InputMaybe<Scalars['ID']['input']>;
  site?: InputMaybe<Scalars['ID']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryForecastsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  channel: Channel;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  queue?: InputMaybe<Scalars['ID']['input']>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryFormArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryFormFieldArgs = {
  form: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryFormsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FormsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<FormsSort>;
};


/** Everything that can be read. */
export type QueryLabelArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryLabelsArgs = {
  type?: InputMaybe<LabelType>;
};


/** Everything that can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be read. */
export type QueryOrganizationArgs = {
  by: OrganizationLookup;
};


/** Everything that can be read. */
export type QueryOrganizationGroupArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryOrganizationGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationGroupsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<OrganizationGroupsSort>;
};


/** Everything that can be read. */
export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<OrganizationsSort>;
};


/** Everything that can be read. */
export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PeopleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<PeopleSort>;
};


/** Everything that can be read. */
export type QueryPersonArgs = {
  by: PersonLookup;
};


/** Everything that can be read. */
export type QueryQueueArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryReportArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryRequirementTypeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryRequirementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  types?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  window: TimeWindow;
};


/** Everything that can be read. */
export type QueryRoleArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServicesFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ServicesSort>;
};


/** Everything that can be read. */
export type QueryShiftPatternArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QuerySiteArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QuerySkillArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryTeamArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryTimeOffRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<TimeOffStatus>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
  window?: InputMaybe<TimeWindow>;
};


/** Everything that can be read. */
export type QueryTimeOffUpdatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<TimeOffUpdateType>;
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. */
export type QueryUsageLogArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryUsageLogsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  of?: InputMaybe<AccountOrContactLookup>;
};


/** Everything that can be read. */
export type QueryUserArgs = {
  by: UserLookup;
};


/** Everything that can be read. */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UsersFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<UsersSort>;
};

/** A line of work that people are assigned to. */
export type Queue = Node & {
  readonly __typename?: 'Queue';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<Queue>;
  /** People who work on the queue itself, not on one below it, less those who were removed; in the order of the scheduling system. */
  readonly people?: Maybe<PersonConnection>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A line of work that people are assigned to. */
export type QueuePeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The category that was removed. */
export type RemoveCategoryPayload = {
  readonly __typename?: 'RemoveCategoryPayload';
  readonly deletedCategoryId: Scalars['ID']['output'];
  /** The organization, in which the slot is empty now. */
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** The group that a member was removed from. */
export type RemoveOrganizationGroupMemberPayload = {
  readonly __typename?: 'RemoveOrganizationGroupMemberPayload';
  /** The group as it is read after the removal. */
  readonly organizationGroup?: Maybe<OrganizationGroup>;
  readonly organizationGroupId: Scalars['ID']['output'];
};

/** The chat user that left an organization. */
export type RemoveUserFromOrganizationPayload = {
  readonly __typename?: 'RemoveUserFromOrganizationPayload';
  readonly user?: Maybe<User>;
  readonly userId: Scalars['ID']['output'];
};

/** A field as it is to be stored, whole. */
export type ReplaceFormFieldInput = {
  readonly entity?: InputMaybe<Scalars['String']['input']>;
  /** Of a field that stays; a new one has none. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly label?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly options?: InputMaybe<ReadonlyArray<FormFieldOptionInput>>;
  /** Regular expression of JavaScript; passed on as it is. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
  /** `TEXT` unless given. */
  readonly type?: InputMaybe<FormFieldType>;
};

/** A reply to a ticket. */
export type ReplyToInteractionInput = {
  readonly content: Scalars['String']['input'];
  /** Of any type, at most 32 MB each; at most 10 files in a request. */
  readonly files?: InputMaybe<ReadonlyArray<Scalars['Upload']['input']>>;
  /** Of images, which the CRM fetches. */
  readonly imageUrls?: InputMaybe<ReadonlyArray<Scalars['URL']['input']>>;
  /** The ticket to reply to. */
  readonly interaction: InteractionLookup;
  /** When it was written, if that was before now. */
  readonly originalTimestamp?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of the reply. One that is taken is refused for tickets that came in over Slack, and for no others. */
  readonly sourceSpecificId?: InputMaybe<Scalars['String']['input']>;
  /** The writer of the reply. */
  readonly user: ReplyUserInput;
};

/** The reply that was written. */
export type ReplyToInteractionPayload = {
  readonly __typename?: 'ReplyToInteractionPayload';
  /** The CRM's own id of the reply in the ticket's history; nothing can be read by it. */
  readonly replyId: Scalars['ID']['output'];
};

/** The writer of a reply; `id` or `email` is needed. */
export type ReplyUserInput = {
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Of a contact or an account. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Not enough alone. */
  readonly sourceSpecificId?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Measurements of agents in a window of time, made by jobs of the scheduling system. A window of 31 days or more takes several
 * jobs: metrics that stand for the whole window then stand for the part of each job.
 */
export type Report = Node & {
  readonly __typename?: 'Report';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Metrics, job by job; null until the report is complete. A page holds those of one job. */
  readonly metrics?: Maybe<ReportMetricConnection>;
  /** The scheduling system's own id; of several jobs, their ids with dots between them. */
  readonly sourceId: Scalars['ID']['output'];
  /** Of several jobs, that of the first one that is not complete. */
  readonly status?: Maybe<ReportStatus>;
};


/**
 * Measurements of agents in a window of time, made by jobs of the scheduling system. A window of 31 days or more takes several
 * jobs: metrics that stand for the whole window then stand for the part of each job.
 */
export type ReportMetricsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  type?: InputMaybe<ReportMetricType>;
};

/** Which agents a report is about; all conditions must hold. */
export type ReportFilter = {
  readonly site?: InputMaybe<Scalars['ID']['input']>;
  readonly skill?: InputMaybe<Scalars['ID']['input']>;
  readonly team?: InputMaybe<Scalars['ID']['input']>;
};

/** The length of the parts that a report measures beside its whole window. */
export type ReportInterval =
  /** For windows of more than a day. */
  | '24h'
  /** For windows of up to a day, and not for adherence. */
  | '30m'
  /** For windows of up to a day. */
  | '1h'
  /** For windows of more than a day. */
  | '1w';

/** One value that was measured of one agent. */
export type ReportMetric = {
  readonly __typename?: 'ReportMetric';
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Each type of report has names of its own, such as `adherence_percentage`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly person?: Maybe<Person>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  readonly type?: Maybe<ReportMetricType>;
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A page of metrics. */
export type ReportMetricConnection = {
  readonly __typename?: 'ReportMetricConnection';
  readonly edges: ReadonlyArray<ReportMetricEdge>;
  readonly nodes: ReadonlyArray<ReportMetric>;
  readonly pageInfo: PageInfo;
  /** Metrics in the whole list; null for a report that several jobs made. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A metric and its place in the list. */
export type ReportMetricEdge = {
  readonly __typename?: 'ReportMetricEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ReportMetric;
};

/** The time that a metric stands for. */
export type ReportMetricType =
  /** The whole window. */
  | 'full_interval'
  /** One part of the window, as long as the interval of the report. */
  | 'interval';

/** How far the making of a report has come. */
export type ReportStatus =
  /** It is made, and its metrics can be read. */
  | 'complete'
  /** It failed; another report may be started. */
  | 'error'
  /** It is being made. */
  | 'in_progress';

/** The measurements that a report holds. */
export type ReportType =
  /** How well agents kept to their schedules. */
  | 'adherence'
  /** How long agents took for solved tickets, going by their states; not every ticket system tells. */
  | 'agent_state_handle_times'
  /** How many tickets agents dealt with. */
  | 'agent_ticket_stats';

/** Agents that are required, and scheduled, in an interval. */
export type Requirement = {
  readonly __typename?: 'Requirement';
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** May be a fraction. */
  readonly required?: Maybe<Scalars['Float']['output']>;
  /** May be a fraction. */
  readonly scheduled?: Maybe<Scalars['Float']['output']>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  readonly type?: Maybe<RequirementType>;
};

/** A page of requirements, by start and then by type. */
export type RequirementConnection = {
  readonly __typename?: 'RequirementConnection';
  readonly edges: ReadonlyArray<RequirementEdge>;
  readonly nodes: ReadonlyArray<Requirement>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A requirement and its place in the list. */
export type RequirementEdge = {
  readonly __typename?: 'RequirementEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Requirement;
};

/** A requirement to set for one interval. */
export type RequirementInput = {
  /** May be a fraction; not below 0. */
  readonly required: Scalars['Float']['input'];
  /** Id of the requirement type. */
  readonly typeId: Scalars['ID']['input'];
  /** One interval, as long as the account is configured for, such as 15 or 60 minutes; it begins at a multiple of its length. */
  readonly window: TimeWindow;
};

/** A need for agents that has a name: agents at activities of some types, or on a channel and perhaps one of its queues. */
export type RequirementType = Node & {
  readonly __typename?: 'RequirementType';
  /** Activities of these types count as scheduled; none where a channel decides. */
  readonly activityTypes?: Maybe<ReadonlyArray<ActivityType>>;
  /** Activities of agents on this channel count as scheduled; null where activity types decide. */
  readonly channel?: Maybe<Channel>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Narrows the channel to one queue. */
  readonly queue?: Maybe<Queue>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
};

/** Unit of a retention time. */
export type RetentionUnit =
  /** Months. */
  | 'month'
  /** Years. */
  | 'year';

/** A set of rights that people have in the scheduling system. */
export type Role = Node & {
  readonly __typename?: 'Role';
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  /** People who have the role, less those who were removed; in the order of the scheduling system. */
  readonly people?: Maybe<PersonConnection>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
};


/** A set of rights that people have in the scheduling system. */
export type RolePeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The handling of a visitor who comes back. */
export type RouteOnReply =
  /** `accept`, the default of the chat system, whose documents give the name alone. */
  | 'accept'
  /** `assign`, of which the chat system's documents give the name alone. */
  | 'assign'
  /** `route`, of which the chat system's documents give the name alone. */
  | 'route';

/** Role of users who register themselves. */
export type SelfRegistrationRole =
  /** An agent, who chats with customers. */
  | 'agent'
  /** A guest, the default of the chat system. */
  | 'guest';

/**
 * A connection of the chat system to the outside: a website widget, a messaging provider, a webhook. Its parameters hold
 * credentials, so they can be written and never read.
 */
export type Service = Node & {
  readonly __typename?: 'Service';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** When an active service is disabled. */
  readonly endDate?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Free-form values, which may hold credentials: null unless `WEB1ON1_SHOW_BOT_AND_SERVICE_META` is true. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that owns it. */
  readonly organization?: Maybe<Organization>;
  /** Id of the app at Smooch. */
  readonly smoochAppId?: Maybe<Scalars['String']['output']>;
  /** Id of the service at Smooch. */
  readonly smoochId?: Maybe<Scalars['String']['output']>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** When a disabled service becomes active. */
  readonly startDate?: Maybe<Scalars['DateTime']['output']>;
  readonly status?: Maybe<ServiceStatus>;
  /** Channels on which customers are reached, such as `web` or `whatsapp`. */
  readonly touchpoints?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly type?: Maybe<ServiceType>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of services. */
export type ServiceConnection = {
  readonly __typename?: 'ServiceConnection';
  readonly edges: ReadonlyArray<ServiceEdge>;
  readonly nodes: ReadonlyArray<Service>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A day of the week, as the opening times of a service have it. */
export type ServiceDay =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** A service and its place in the list. */
export type ServiceEdge = {
  readonly __typename?: 'ServiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Service;
};

/**
 * The connection parameters of a service, as its type wants them: exactly one member, which decides the type. They are
 * never given back.
 */
export type ServiceParamsInput =
  /** Of a service of type `API`. */
  { readonly api: ApiParamsInput; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Of a service of type `GBM`. */
  { readonly api?: never; readonly gbm: GbmParamsInput; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Of a service of type `INTERCOM`. */
  { readonly api?: never; readonly gbm?: never; readonly intercom: IntercomParamsInput; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Passed on as it is; the chat system documents no names. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun: Scalars['JSONObject']['input']; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Passed on as it is; the chat system documents no names. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger: Scalars['JSONObject']['input']; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Of a service of type `SMARTSUPP`. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp: SmartSuppParamsInput; readonly smooch?: never; readonly twilio?: never; readonly webhook?: never; }
  |  /** Of a service of type `SMOOCH`. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch: SmoochParamsInput; readonly twilio?: never; readonly webhook?: never; }
  |  /** Passed on as it is; the chat system documents no names. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio: Scalars['JSONObject']['input']; readonly webhook?: never; }
  |  /** Of a service of type `WEBHOOK`. */
  { readonly api?: never; readonly gbm?: never; readonly intercom?: never; readonly mailgun?: never; readonly messenger?: never; readonly smartsupp?: never; readonly smooch?: never; readonly twilio?: never; readonly webhook: WebhookParamsInput; };

/** Fields that services can be sorted by. */
export type ServiceSortField =
  | 'createdAt'
  | 'name'
  | 'updatedAt';

/** The state of a service. */
export type ServiceStatus =
  /** In use. */
  | 'active'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'archived'
  /** Turned off, until its `startDate` if that is ahead. */
  | 'disabled'
  /** About to be archived: listed only when asked for, still found by id. */
  | 'pendingArchive'
  /** Not active yet. */
  | 'queued';

/** The provider or channel that a service connects; it decides which parameters the service has. */
export type ServiceType =
  /** The API of the chat system. */
  | 'api'
  /** Google's Business Messages. */
  | 'gbm'
  /** Intercom. */
  | 'intercom'
  /** Mailgun. */
  | 'mailgun'
  /** Messenger. */
  | 'messenger'
  /** SmartSupp, over XMPP. */
  | 'smartsupp'
  /** Smooch. */
  | 'smooch'
  /** Twilio. */
  | 'twilio'
  /** An address that events are sent to. */
  | 'webhook';

/** Which services to list; all conditions must hold. */
export type ServicesFilter = {
  /** The organization that owns them. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
  /** Archived services are listed only when asked for. */
  readonly status?: InputMaybe<ServiceStatus>;
  readonly type?: InputMaybe<ServiceType>;
};

/** Order of services. */
export type ServicesSort = {
  readonly direction?: SortDirection;
  readonly field: ServiceSortField;
};

/** A page of people who serve an account, in the order of its users. */
export type ServingPersonConnection = {
  readonly __typename?: 'ServingPersonConnection';
  readonly edges: ReadonlyArray<ServingPersonEdge>;
  readonly nodes: ReadonlyArray<Person>;
  readonly pageInfo: PageInfo;
  /** People in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A person who serves an account, and their place in the list. */
export type ServingPersonEdge = {
  readonly __typename?: 'ServingPersonEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Person;
  /** Users of the account's organization who are the person. */
  readonly userLinks: ReadonlyArray<UserLink>;
};

/** The content of a slot; what is left out of the category that is there stays, a list replaces the stored one. */
export type SetCategorySlotInput = {
  /** Forms that may be filled in. */
  readonly forms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name: Scalars['String']['input'];
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The organization whose slot was set. */
export type SetCategorySlotPayload = {
  readonly __typename?: 'SetCategorySlotPayload';
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** Requirements to set, each by a call of its own. */
export type SetRequirementsInput = {
  /** The requirements: all of one length, and no two of one type and interval. */
  readonly requirements: ReadonlyArray<RequirementInput>;
};

/** How far the requirements were set. */
export type SetRequirementsPayload = {
  readonly __typename?: 'SetRequirementsPayload';
  /** Inputs that are set. */
  readonly appliedCount: Scalars['Int']['output'];
  /** Whether all of them are set. */
  readonly complete: Scalars['Boolean']['output'];
  /** Each input, in their order. */
  readonly parts?: Maybe<ReadonlyArray<WritePart>>;
};

/** Working hours that recur every week; they may end on the next day. */
export type Shift = {
  readonly __typename?: 'Shift';
  readonly endTime?: Maybe<ShiftTime>;
  readonly startTime?: Maybe<ShiftTime>;
};

/** Working hours of at most 20 hours; they may end on the next day. */
export type ShiftInput = {
  /** When it ends. */
  readonly endTime: ShiftTimeInput;
  /** When it begins. */
  readonly startTime: ShiftTimeInput;
};

/** A weekly plan of working hours; an agent is on one at most. */
export type ShiftPattern = Node & {
  readonly __typename?: 'ShiftPattern';
  /** How many agents are on it. */
  readonly assignedCount?: Maybe<Scalars['Int']['output']>;
  /** Address of the person who created it, or changed it last. */
  readonly authorEmail?: Maybe<Scalars['EmailAddress']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Time of a shift that is no work, such as breaks. */
  readonly excludedDurationSeconds?: Maybe<Scalars['Int']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  /** People who are on it; agents behind whom there is no person are left out, though `totalCount` counts them. */
  readonly people?: Maybe<PersonConnection>;
  readonly shifts?: Maybe<ReadonlyArray<Shift>>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  /** The zone of the times of its shifts. */
  readonly timezone?: Maybe<Scalars['TimeZone']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A weekly plan of working hours; an agent is on one at most. */
export type ShiftPatternPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A time in the week, on the clock of the pattern's time zone. */
export type ShiftTime = {
  readonly __typename?: 'ShiftTime';
  readonly dayOfWeek?: Maybe<DayOfWeek>;
  /** From 0 to 24. */
  readonly hour?: Maybe<Scalars['Int']['output']>;
  readonly minute?: Maybe<Scalars['Int']['output']>;
};

/** A time in the week, on the clock of the pattern's time zone. */
export type ShiftTimeInput = {
  /** Day of the week. */
  readonly dayOfWeek: DayOfWeek;
  /** From 1 to 23: no document says how the hour after midnight is written. */
  readonly hour: Scalars['Int']['input'];
  /** From 0 to 59. */
  readonly minute?: Scalars['Int']['input'];
};

/** A place that people work at. */
export type Site = Node & {
  readonly __typename?: 'Site';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<Site>;
  /** People who work at the site itself, not at one below it, less those who were removed; in the order of the scheduling system. */
  readonly people?: Maybe<PersonConnection>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A place that people work at. */
export type SitePeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that people can do. */
export type Skill = Node & {
  readonly __typename?: 'Skill';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<Skill>;
  /** People who have the skill itself, not one below it, less those who were removed; in the order of the scheduling system. */
  readonly people?: Maybe<PersonConnection>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** Something that people can do. */
export type SkillPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The XMPP connection to SmartSupp. */
export type SmartSuppParamsInput = {
  /** The XMPP host without a scheme, such as `s1.smartsupp.com`. */
  readonly host: Scalars['String']['input'];
  /** The XMPP account, such as `uid3710@s1.smartsupp.com`. */
  readonly jid: Scalars['String']['input'];
  /** Password of the XMPP account. */
  readonly password: Scalars['String']['input'];
  /** The chat system's default is 5222. */
  readonly port?: InputMaybe<Scalars['Port']['input']>;
};

/** The app at Smooch with its key. */
export type SmoochParamsInput = {
  /** Further settings in the provider's own words. */
  readonly advanced?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Id of the app. */
  readonly appId: Scalars['String']['input'];
  /** Id of the app's key. */
  readonly keyId?: InputMaybe<Scalars['String']['input']>;
  /** Secret of the app's key. */
  readonly secret?: InputMaybe<Scalars['String']['input']>;
};

/** Order of a sorted list. */
export type SortDirection =
  /** Least first: from A to Z, from old to new. */
  | 'ASCENDING'
  /** Greatest first: from Z to A, from new to old. */
  | 'DESCENDING';

/** A report to start. */
export type StartReportInput = {
  /** The channel that it is about. */
  readonly channel: Channel;
  /** Conditions that its agents meet; all agents unless given. */
  readonly filter?: InputMaybe<ReportFilter>;
  /** Length of the parts that it measures. */
  readonly interval: ReportInterval;
  /** Must be an agent; excludes `filter`. */
  readonly person?: InputMaybe<PersonLookup>;
  /** Id of the only queue that it is about; all queues unless given. */
  readonly queueId?: InputMaybe<Scalars['ID']['input']>;
  /** The measurements that it holds. */
  readonly type: ReportType;
  /** Span of time to measure, a multiple of 15 minutes at both ends. */
  readonly window: TimeWindow;
};

/** The report that was started. */
export type StartReportPayload = {
  readonly __typename?: 'StartReportPayload';
  readonly report?: Maybe<Report>;
  readonly reportId: Scalars['ID']['output'];
};

/** A group of people. */
export type Team = Node & {
  readonly __typename?: 'Team';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly parent?: Maybe<Team>;
  /** People of the team itself, not of one below it, less those who were removed; in the order of the scheduling system. */
  readonly people?: Maybe<PersonConnection>;
  /** The scheduling system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A group of people. */
export type TeamPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A person's request for time off. Once it is approved, the schedule has it as an activity, too. */
export type TimeOffRequest = {
  readonly __typename?: 'TimeOffRequest';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly endTime?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; there is no way to fetch one request by it. */
  readonly id: Scalars['ID']['output'];
  readonly person?: Maybe<Person>;
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  readonly status?: Maybe<TimeOffStatus>;
  readonly type?: Maybe<ActivityType>;
  /** All changes so far; null where they did not come along, as with a request that is reached from one of them. */
  readonly updates?: Maybe<ReadonlyArray<TimeOffUpdate>>;
};

/** A page of requests for time off. */
export type TimeOffRequestConnection = {
  readonly __typename?: 'TimeOffRequestConnection';
  readonly edges: ReadonlyArray<TimeOffRequestEdge>;
  readonly nodes: ReadonlyArray<TimeOffRequest>;
  readonly pageInfo: PageInfo;
  /** Requests in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A request for time off and its place in the list. */
export type TimeOffRequestEdge = {
  readonly __typename?: 'TimeOffRequestEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TimeOffRequest;
};

/** The state of a request for time off. */
export type TimeOffStatus =
  /** It was granted. */
  | 'approved'
  /** It was taken back. */
  | 'canceled'
  /** It was refused. */
  | 'denied'
  /** It waits for a decision. */
  | 'pending';

/** In what units time off of a type is taken. */
export type TimeOffUnit =
  /** Days. */
  | 'days'
  /** Hours. */
  | 'hours';

/** A change to a request for time off. */
export type TimeOffUpdate = {
  readonly __typename?: 'TimeOffUpdate';
  readonly comment?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Global id; there is no way to fetch one update by it. */
  readonly id: Scalars['ID']['output'];
  /** Null where it did not come along. */
  readonly request?: Maybe<TimeOffRequest>;
  readonly type?: Maybe<TimeOffUpdateType>;
};

/** A page of changes to requests for time off. */
export type TimeOffUpdateConnection = {
  readonly __typename?: 'TimeOffUpdateConnection';
  readonly edges: ReadonlyArray<TimeOffUpdateEdge>;
  readonly nodes: ReadonlyArray<TimeOffUpdate>;
  readonly pageInfo: PageInfo;
  /** Changes in the whole list. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A change to a request for time off and its place in the list. */
export type TimeOffUpdateEdge = {
  readonly __typename?: 'TimeOffUpdateEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TimeOffUpdate;
};

/** A kind of change to a request for time off. */
export type TimeOffUpdateType =
  /** The request was granted. */
  | 'approve'
  /** The request was taken back. */
  | 'cancel'
  /** The request was refused. */
  | 'deny'
  /** The request was changed. */
  | 'edit';

/** A span of time: from `start`, up to but not including `end`. */
export type TimeWindow = {
  /** The first moment after it; later than `start`. */
  readonly end: Scalars['DateTime']['input'];
  /** The first moment of it. */
  readonly start: Scalars['DateTime']['input'];
};

/** Those who are on no shift pattern now. */
export type UnassignShiftPatternPayload = {
  readonly __typename?: 'UnassignShiftPatternPayload';
  /** Agents, as in `Person.agentId`. */
  readonly agentIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** Changes to an account; what is left out stays as it is. */
export type UpdateAccountInput = {
  readonly addSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Merged into the stored properties by name. */
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly companyTypeId?: InputMaybe<Scalars['ID']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  readonly numberOfSeats?: InputMaybe<Scalars['Int']['input']>;
  /** Replaces all phone numbers. */
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
  /** The kind of customer. */
  readonly type?: InputMaybe<AccountType>;
};

/** The account that was changed. */
export type UpdateAccountPayload = {
  readonly __typename?: 'UpdateAccountPayload';
  readonly account?: Maybe<Account>;
  readonly accountId: Scalars['ID']['output'];
};

/** Custom properties to set on an account or contact. */
export type UpdateAdditionalPropertiesInput = {
  readonly of: AccountOrContactLookup;
  /** Values by name, merged into the stored ones: a name that is there gets its new value, others are added. */
  readonly properties: Scalars['JSONObject']['input'];
};

/** The account or contact whose custom properties were set. */
export type UpdateAdditionalPropertiesPayload = {
  readonly __typename?: 'UpdateAdditionalPropertiesPayload';
  /** All custom properties as they stand now. */
  readonly additionalProperties?: Maybe<Scalars['JSONObject']['output']>;
  /** Global id of the account or contact that the properties belong to. */
  readonly ownerId: Scalars['ID']['output'];
};

/** A state to change after the fact: all of its fields are replaced. */
export type UpdateAgentStateInput = {
  /** Id of the agent on the platform. */
  readonly agentPlatformId: Scalars['String']['input'];
  /** `AgentState.externalId`. */
  readonly externalId: Scalars['ID']['input'];
  readonly platform: Scalars['String']['input'];
  readonly state: Scalars['String']['input'];
  readonly window: TimeWindow;
};

/** Changes to the billing of an organization; what is left out stays. */
export type UpdateBillingInfoInput = {
  readonly billReceiver?: InputMaybe<Scalars['String']['input']>;
  readonly billSender?: InputMaybe<Scalars['String']['input']>;
  readonly currentPlan?: InputMaybe<Scalars['String']['input']>;
  readonly daysUntilDue?: InputMaybe<Scalars['Float']['input']>;
  readonly enableAmp?: InputMaybe<Scalars['Boolean']['input']>;
  readonly enableMecs?: InputMaybe<Scalars['Boolean']['input']>;
  readonly enableSepaDebitCosts?: InputMaybe<Scalars['Boolean']['input']>;
  readonly liveMode?: InputMaybe<Scalars['Boolean']['input']>;
  /** Free-form values, merged into the stored ones by name, deeply; never given back. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly moveToLive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Never given back. */
  readonly resultProductId?: InputMaybe<Scalars['String']['input']>;
  /** Never given back. */
  readonly stripeCustomerId?: InputMaybe<Scalars['String']['input']>;
  readonly trialEndsOn?: InputMaybe<Scalars['DateTime']['input']>;
  readonly version?: InputMaybe<Scalars['Float']['input']>;
};

/** Changes to a bot; what is left out stays, a list replaces the stored one. */
export type UpdateBotInput = {
  /** The organizations that it is shared with. */
  readonly audience?: InputMaybe<BotAudience>;
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  readonly commands?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The new owner. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  readonly roles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The bot proves itself with it; never given back. */
  readonly secret?: InputMaybe<Scalars['String']['input']>;
  readonly status?: InputMaybe<BotStatus>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Changes to an instance of a bot; what is left out stays. */
export type UpdateBotInstanceInput = {
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  /** Id of the bot that it turns on from now on. */
  readonly botId?: InputMaybe<Scalars['ID']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The organization that it is to work for. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** The instance of a bot that was changed. */
export type UpdateBotInstancePayload = {
  readonly __typename?: 'UpdateBotInstancePayload';
  readonly botInstance?: Maybe<BotInstance>;
  readonly botInstanceId: Scalars['ID']['output'];
};

/** The bot that was changed. */
export type UpdateBotPayload = {
  readonly __typename?: 'UpdateBotPayload';
  readonly bot?: Maybe<Bot>;
  readonly botId: Scalars['ID']['output'];
};

/** Changes to a category; what is left out stays, a list replaces the stored one. */
export type UpdateCategoryInput = {
  /** Forms that may be filled in. */
  readonly forms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The category that was changed. */
export type UpdateCategoryPayload = {
  readonly __typename?: 'UpdateCategoryPayload';
  readonly category?: Maybe<Category>;
  readonly categoryId: Scalars['ID']['output'];
};

/** Changes to a contact; what is left out stays as it is. */
export type UpdateContactInput = {
  /** The company that the contact belongs to from now on. */
  readonly account?: InputMaybe<AccountLookup>;
  readonly addSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Merged into the stored properties by name. */
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all phone numbers. */
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
};

/** The contact that was changed. */
export type UpdateContactPayload = {
  readonly __typename?: 'UpdateContactPayload';
  readonly contact?: Maybe<Contact>;
  readonly contactId: Scalars['ID']['output'];
};

/** Changes to a field; what is left out stays, a list replaces the stored one. */
export type UpdateFormFieldInput = {
  readonly entity?: InputMaybe<Scalars['String']['input']>;
  readonly label?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly options?: InputMaybe<ReadonlyArray<FormFieldOptionInput>>;
  /** Regular expression of JavaScript; passed on as it is. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
  readonly required?: InputMaybe<Scalars['Boolean']['input']>;
  readonly type?: InputMaybe<FormFieldType>;
};

/** The field that was changed. */
export type UpdateFormFieldPayload = {
  readonly __typename?: 'UpdateFormFieldPayload';
  readonly formField?: Maybe<FormField>;
  readonly formFieldId: Scalars['ID']['output'];
};

/** Changes to a form; what is left out stays, a list replaces the stored one. */
export type UpdateFormInput = {
  /** All fields, in order; those that it leaves out are deleted. `updateFormField` changes one and leaves the others alone. */
  readonly fields?: InputMaybe<ReadonlyArray<ReplaceFormFieldInput>>;
  readonly labels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly notifyEmails?: InputMaybe<ReadonlyArray<Scalars['EmailAddress']['input']>>;
  /** The new owner. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  readonly pointsByAgent?: InputMaybe<Scalars['Float']['input']>;
  readonly pointsByBot?: InputMaybe<Scalars['Float']['input']>;
  readonly profileFields?: InputMaybe<ReadonlyArray<FormProfileField>>;
  readonly status?: InputMaybe<FormStatus>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly templateId?: InputMaybe<Scalars['ID']['input']>;
  readonly type?: InputMaybe<FormType>;
};

/** The form that was changed. */
export type UpdateFormPayload = {
  readonly __typename?: 'UpdateFormPayload';
  readonly form?: Maybe<Form>;
  readonly formId: Scalars['ID']['output'];
};

/** Changes to a label; what is left out stays as it is. */
export type UpdateLabelInput = {
  /** A hex code, `#RRGGBB` or `#RGB`; stored as `#RRGGBB`. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The use that the label is made for. */
  readonly type?: InputMaybe<LabelType>;
};

/** The label that was changed. */
export type UpdateLabelPayload = {
  readonly __typename?: 'UpdateLabelPayload';
  readonly label?: Maybe<Label>;
  readonly labelId: Scalars['ID']['output'];
};

/** Changes to a group of organizations; what is left out stays. */
export type UpdateOrganizationGroupInput = {
  /**
   * All members; those that it leaves out are removed. To add or remove some, use `addOrganizationGroupMembers` and
   * `removeOrganizationGroupMember`.
   */
  readonly memberIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The new owner. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** The group that was changed. */
export type UpdateOrganizationGroupPayload = {
  readonly __typename?: 'UpdateOrganizationGroupPayload';
  readonly organizationGroup?: Maybe<OrganizationGroup>;
  readonly organizationGroupId: Scalars['ID']['output'];
};

/** Changes to an organization; what is left out stays, a list replaces the stored one. */
export type UpdateOrganizationInput = {
  readonly aliases?: InputMaybe<ReadonlyArray<OrganizationAliasInput>>;
  /** Merged into what is stored. */
  readonly billingInfo?: InputMaybe<UpdateBillingInfoInput>;
  /**
   * Every stored slot in order; null empties one. A category that stays, by its `sourceId`, keeps what is left out. `CONFLICT`
   * when a `sourceId` is not stored, or another edit of a slot was applied while this one was on its way.
   */
  readonly categories?: InputMaybe<ReadonlyArray<InputMaybe<CategoryInput>>>;
  readonly commands?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Merged into what is stored. */
  readonly dataRetention?: InputMaybe<DataRetentionInput>;
  readonly defaultRole?: InputMaybe<SelfRegistrationRole>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  readonly domainPrefix?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly emailAs?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly locale?: InputMaybe<Locale>;
  readonly logo?: InputMaybe<Scalars['URL']['input']>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly partners?: InputMaybe<ReadonlyArray<OrganizationPartnerInput>>;
  /** Merged into the stored fields by name; a field that is not named stays. */
  readonly profileFields?: InputMaybe<ReadonlyArray<ProfileFieldInput>>;
  /** Names of fields to remove. */
  readonly removeProfileFields?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Merged into the stored settings. */
  readonly settings?: InputMaybe<OrganizationSettingsInput>;
  readonly status?: InputMaybe<OrganizationStatus>;
  readonly stopwords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly timezone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly url?: InputMaybe<Scalars['URL']['input']>;
  readonly whitelist?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The organization that was changed. */
export type UpdateOrganizationPayload = {
  readonly __typename?: 'UpdateOrganizationPayload';
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** Changes to a person: what is left out stays; null or an empty list clears; a list replaces. */
export type UpdatePersonInput = {
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly endDate?: InputMaybe<Scalars['DateTime']['input']>;
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  readonly importedId?: InputMaybe<Scalars['String']['input']>;
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all platform ids. */
  readonly platforms?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly queues?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly restrictedSites?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly roleId?: InputMaybe<Scalars['ID']['input']>;
  readonly siteId?: InputMaybe<Scalars['ID']['input']>;
  readonly skills?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly staffable?: InputMaybe<Scalars['Boolean']['input']>;
  /** The moment at which the person starts to work. */
  readonly startDate?: InputMaybe<Scalars['DateTime']['input']>;
  readonly teams?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly timezone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The person that was changed. */
export type UpdatePersonPayload = {
  readonly __typename?: 'UpdatePersonPayload';
  readonly person?: Maybe<Person>;
  readonly personId: Scalars['ID']['output'];
};

/** Changes to a queue: what is left out stays. */
export type UpdateQueueInput = {
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The queue above it, which can be neither the queue itself nor one below it; null for none. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The queue that was changed. */
export type UpdateQueuePayload = {
  readonly __typename?: 'UpdateQueuePayload';
  readonly queue?: Maybe<Queue>;
  readonly queueId: Scalars['ID']['output'];
};

/** Changes to a service; what is left out stays, a list replaces the stored one. */
export type UpdateServiceInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** When the service is disabled; after `startDate`. */
  readonly endDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The new owner. */
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The complete parameters, since the chat system replaces all that are stored: every field of the member must be given, with
   * null for none, and a member that is passed on as it is must hold something.
   */
  readonly params?: InputMaybe<ServiceParamsInput>;
  readonly smoochAppId?: InputMaybe<Scalars['String']['input']>;
  readonly smoochId?: InputMaybe<Scalars['String']['input']>;
  /** When the service becomes active. */
  readonly startDate?: InputMaybe<Scalars['DateTime']['input']>;
  readonly status?: InputMaybe<ServiceStatus>;
  readonly touchpoints?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Changes only together with `params`, with which it must agree. */
  readonly type?: InputMaybe<ServiceType>;
};

/** The service that was changed. */
export type UpdateServicePayload = {
  readonly __typename?: 'UpdateServicePayload';
  readonly service?: Maybe<Service>;
  readonly serviceId: Scalars['ID']['output'];
};

/** Changes to a shift pattern: what is left out stays; null clears. */
export type UpdateShiftPatternInput = {
  /** The person who is named as its author from now on. */
  readonly author: PersonLookup;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Time of a shift that is no work, such as breaks. */
  readonly excludedDurationSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** No other pattern may have it. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** At least one; they replace all that it has, and none may overlap another. */
  readonly shifts?: InputMaybe<ReadonlyArray<ShiftInput>>;
  readonly timezone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The shift pattern that was changed. */
export type UpdateShiftPatternPayload = {
  readonly __typename?: 'UpdateShiftPatternPayload';
  readonly shiftPattern?: Maybe<ShiftPattern>;
  readonly shiftPatternId: Scalars['ID']['output'];
};

/** Changes to a site: what is left out stays. */
export type UpdateSiteInput = {
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The site above it, which can be neither the site itself nor one below it; null for none. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The site that was changed. */
export type UpdateSitePayload = {
  readonly __typename?: 'UpdateSitePayload';
  readonly site?: Maybe<Site>;
  readonly siteId: Scalars['ID']['output'];
};

/** Changes to a skill: what is left out stays. */
export type UpdateSkillInput = {
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The skill above it, which can be neither the skill itself nor one below it; null for none. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The skill that was changed. */
export type UpdateSkillPayload = {
  readonly __typename?: 'UpdateSkillPayload';
  readonly skill?: Maybe<Skill>;
  readonly skillId: Scalars['ID']['output'];
};

/** Changes to a team: what is left out stays. */
export type UpdateTeamInput = {
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The team above it, which can be neither the team itself nor one below it; null for none. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The team that was changed. */
export type UpdateTeamPayload = {
  readonly __typename?: 'UpdateTeamPayload';
  readonly team?: Maybe<Team>;
  readonly teamId: Scalars['ID']['output'];
};

/** Changes to a usage log; what is left out stays as it is. */
export type UpdateUsageLogInput = {
  readonly attribute?: InputMaybe<Scalars['String']['input']>;
  readonly content?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the stored map as a whole: names that are not given are gone. Null empties it. */
  readonly metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** When it happened. */
  readonly timestamp?: InputMaybe<Scalars['DateTime']['input']>;
  /** A metric needs `value` beside it. */
  readonly type?: InputMaybe<UsageLogTypeInput>;
  /** Null clears it, with `type: ACTION` only. */
  readonly value?: InputMaybe<Scalars['Float']['input']>;
};

/** The usage log that was changed. */
export type UpdateUsageLogPayload = {
  readonly __typename?: 'UpdateUsageLogPayload';
  readonly usageLog?: Maybe<UsageLog>;
  readonly usageLogId: Scalars['ID']['output'];
};

/** Changes to a chat user; what is left out stays. */
export type UpdateUserInput = {
  readonly additionalName?: InputMaybe<Scalars['String']['input']>;
  readonly avatar?: InputMaybe<Scalars['URL']['input']>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The organization that the user belongs to from now on. */
  readonly organization?: InputMaybe<OrganizationLookup>;
  /** Never given back. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Role in the organization. */
  readonly role?: InputMaybe<UserRoleInput>;
  /** Merged into the stored preferences; null resets one. */
  readonly settings?: InputMaybe<UserSettingsInput>;
  readonly status?: InputMaybe<UserStatus>;
};

/** The chat user that was changed. */
export type UpdateUserPayload = {
  readonly __typename?: 'UpdateUserPayload';
  readonly user?: Maybe<User>;
  readonly userId: Scalars['ID']['output'];
};

/** The logo of an organization. */
export type UploadOrganizationLogoInput = {
  /** A JPEG, GIF or PNG image of at most 8 MB: a square of 200 pixels or more. */
  readonly file: Scalars['Upload']['input'];
};

/** The organization whose logo was replaced. */
export type UploadOrganizationLogoPayload = {
  readonly __typename?: 'UploadOrganizationLogoPayload';
  readonly organization?: Maybe<Organization>;
  readonly organizationId: Scalars['ID']['output'];
};

/** The picture of a chat user. */
export type UploadUserAvatarInput = {
  /** A JPEG, PNG, GIF, WebP, BMP, AVIF, HEIC or HEIF image of at most 8 MB; no SVG, which can hold scripts. */
  readonly file: Scalars['Upload']['input'];
};

/** The chat user whose picture was replaced. */
export type UploadUserAvatarPayload = {
  readonly __typename?: 'UploadUserAvatarPayload';
  readonly user?: Maybe<User>;
  readonly userId: Scalars['ID']['output'];
};

/** Values for an account that is found with `by`, or created. */
export type UpsertAccountInput = {
  readonly addSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Merged into the stored properties by name. */
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly companyTypeId?: InputMaybe<Scalars['ID']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  readonly numberOfSeats?: InputMaybe<Scalars['Int']['input']>;
  /** Replaces all phone numbers. */
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
  /** The kind of customer. */
  readonly type?: InputMaybe<AccountType>;
};

/** The account that was changed or created. */
export type UpsertAccountPayload = {
  readonly __typename?: 'UpsertAccountPayload';
  readonly account?: Maybe<Account>;
  readonly accountId: Scalars['ID']['output'];
};

/** Values for a contact that is found with `by`, or created. */
export type UpsertContactInput = {
  /** The company that the contact belongs to; needed to create one. */
  readonly account?: InputMaybe<AccountLookup>;
  readonly addSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Merged into the stored properties by name. */
  readonly additionalProperties?: InputMaybe<Scalars['JSONObject']['input']>;
  readonly contractType?: InputMaybe<ContractType>;
  readonly contractValue?: InputMaybe<Scalars['Float']['input']>;
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  readonly idInTool?: InputMaybe<Scalars['String']['input']>;
  readonly imageUrl?: InputMaybe<Scalars['URL']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all phone numbers. */
  readonly phone?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeSourceSpecificIds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly renewalDate?: InputMaybe<Scalars['Date']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
  readonly stageId?: InputMaybe<Scalars['ID']['input']>;
  readonly tierId?: InputMaybe<Scalars['ID']['input']>;
  readonly trialExpirationDate?: InputMaybe<Scalars['Date']['input']>;
};

/** The contact that was changed or created. */
export type UpsertContactPayload = {
  readonly __typename?: 'UpsertContactPayload';
  readonly contact?: Maybe<Contact>;
  readonly contactId: Scalars['ID']['output'];
};

/** Conversations to create or overwrite. */
export type UpsertConversationsInput = {
  /** The conversations, each once, as far as they fit a request: it holds some 3 000 that say all they may. */
  readonly conversations: ReadonlyArray<ConversationInput>;
};

/** How far the conversations were taken. */
export type UpsertConversationsPayload = {
  readonly __typename?: 'UpsertConversationsPayload';
  /** Inputs that are taken. */
  readonly appliedCount: Scalars['Int']['output'];
  /** Whether all of them are taken. */
  readonly complete: Scalars['Boolean']['output'];
  /** The calls that it took, each of at most 1 000 inputs, in their order. */
  readonly parts?: Maybe<ReadonlyArray<WritePart>>;
};

/** One thing that an account or contact did, or one measurement of it. */
export type UsageLog = Node & {
  readonly __typename?: 'UsageLog';
  /**
   * The account that the usage is of; null for usage of a contact or of the whole organization, and where the CRM does not tell: it
   * surely does where the log was reached from its owner.
   */
  readonly account?: Maybe<Account>;
  /** Category that logs are grouped by. */
  readonly attribute?: Maybe<Scalars['String']['output']>;
  /** The contact that the usage is of; null as `account` is. */
  readonly contact?: Maybe<Contact>;
  /** Description of the event in words. */
  readonly content?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly metadata?: Maybe<Scalars['JSONObject']['output']>;
  /** The CRM's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
  readonly type?: Maybe<UsageLogType>;
  /** Metrics only; of `$20` the 20. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Currency or unit that was logged beside the value: of `$20` the dollar sign; null for a number alone. */
  readonly valueUnit?: Maybe<Scalars['String']['output']>;
};

/** A page of usage logs. */
export type UsageLogConnection = {
  readonly __typename?: 'UsageLogConnection';
  readonly edges: ReadonlyArray<UsageLogEdge>;
  readonly nodes: ReadonlyArray<UsageLog>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A usage log and its place in the list. */
export type UsageLogEdge = {
  readonly __typename?: 'UsageLogEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: UsageLog;
};

/** The kind of event that a usage log records. */
export type UsageLogType =
  /** Something that was done. */
  | 'Action'
  /** A value that adds up. */
  | 'CumulativeMetric'
  /** Older logs only. */
  | 'Message'
  /** A value at a moment. */
  | 'Metric';

/** The kinds of events that can be logged. */
export type UsageLogTypeInput =
  /** Something that was done. */
  | 'Action'
  /** A value that adds up. */
  | 'CumulativeMetric'
  /** A value at a moment. */
  | 'Metric';

/** Someone who chats with customers. */
export type User = Node & {
  readonly __typename?: 'User';
  readonly additionalName?: Maybe<Scalars['String']['output']>;
  readonly avatar?: Maybe<Scalars['URL']['output']>;
  /** The contact with the user's e-mail address; null when none or several match. */
  readonly contact?: Maybe<Contact>;
  /** Every contact with the user's e-mail address. */
  readonly contactLinks?: Maybe<ReadonlyArray<ContactLink>>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Name that is shown; composed of the other names where none is stored. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly lastLogin?: Maybe<Scalars['DateTime']['output']>;
  /** Free-form values; of a bot's own user null unless the setting `WEB1ON1_SHOW_BOT_AND_SERVICE_META` shows them. */
  readonly meta?: Maybe<Scalars['JSONObject']['output']>;
  /** The organization that the user belongs to. */
  readonly organization?: Maybe<Organization>;
  /** The member of the support staff behind the user; null when none or several match. */
  readonly person?: Maybe<Person>;
  /** Every person that matches in the best way that any does. */
  readonly personLinks?: Maybe<ReadonlyArray<PersonLink>>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly role?: Maybe<UserRole>;
  readonly settings?: Maybe<UserSettings>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly status?: Maybe<UserStatus>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of chat users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  readonly edges: ReadonlyArray<UserEdge>;
  readonly nodes: ReadonlyArray<User>;
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; null where only another call would tell. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A chat user and its place in the list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: User;
};

/** A chat user that a person may be. */
export type UserLink = {
  readonly __typename?: 'UserLink';
  readonly reason: LinkReason;
  readonly user: User;
};

/** Names one chat user, by exactly one key. */
export type UserLookup =
  { readonly email: Scalars['EmailAddress']['input']; readonly id?: never; }
  |  { readonly email?: never; readonly id: Scalars['ID']['input']; };

/** The rights of a chat user. */
export type UserRole =
  /** An administrator of the organization. */
  | 'admin'
  /** An agent, who chats with customers. */
  | 'agent'
  /** A bot's own user. */
  | 'bot'
  /** A guest. */
  | 'guest'
  /** The owner of the organization. */
  | 'owner'
  /** A supervisor of agents. */
  | 'supervisor';

/** Roles that can be given to a chat user. */
export type UserRoleInput =
  /** An administrator of the organization. */
  | 'admin'
  /** An agent, who chats with customers. */
  | 'agent'
  /** The owner of the organization. */
  | 'owner';

/** A chat user's preferences. */
export type UserSettings = {
  readonly __typename?: 'UserSettings';
  /** Sound when the queue grows. */
  readonly audioOnChat?: Maybe<Scalars['Boolean']['output']>;
  /** Sound for each message. */
  readonly audioOnMessage?: Maybe<Scalars['Boolean']['output']>;
  /** Ready-made answers. */
  readonly cannedResponses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether the screen moves to a conversation once it is accepted. */
  readonly focusOnAccept?: Maybe<Scalars['Boolean']['output']>;
  readonly locale?: Maybe<Locale>;
  /** Whether the user chose the language. */
  readonly localeSet?: Maybe<Scalars['Boolean']['output']>;
  /** Kinds of notification mail. */
  readonly notifications?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Desktop notice when the queue grows. */
  readonly notifyOnChat?: Maybe<Scalars['Boolean']['output']>;
  /** Desktop notice for each message. */
  readonly notifyOnMessage?: Maybe<Scalars['Boolean']['output']>;
  /** Notices on the telephone. */
  readonly pushNotify?: Maybe<Scalars['Boolean']['output']>;
  /** Mark on the browser tab for unread messages. */
  readonly tabdotMessage?: Maybe<Scalars['Boolean']['output']>;
  /** Mark on the browser tab for waiting conversations. */
  readonly tabdotNotify?: Maybe<Scalars['Boolean']['output']>;
  readonly timezone?: Maybe<Scalars['TimeZone']['output']>;
  /** Whether the user chose the time zone. */
  readonly timezoneSet?: Maybe<Scalars['Boolean']['output']>;
};

/** Preferences to set; what is left out stays, a list replaces the stored one. */
export type UserSettingsInput = {
  readonly audioOnChat?: InputMaybe<Scalars['Boolean']['input']>;
  readonly audioOnMessage?: InputMaybe<Scalars['Boolean']['input']>;
  readonly cannedResponses?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly focusOnAccept?: InputMaybe<Scalars['Boolean']['input']>;
  /** Language of the user interface; the chat system's default is `EN`. */
  readonly locale?: InputMaybe<Locale>;
  readonly localeSet?: InputMaybe<Scalars['Boolean']['input']>;
  readonly notifications?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly notifyOnChat?: InputMaybe<Scalars['Boolean']['input']>;
  readonly notifyOnMessage?: InputMaybe<Scalars['Boolean']['input']>;
  readonly pushNotify?: InputMaybe<Scalars['Boolean']['input']>;
  readonly tabdotMessage?: InputMaybe<Scalars['Boolean']['input']>;
  readonly tabdotNotify?: InputMaybe<Scalars['Boolean']['input']>;
  /** Time zone of dates and times; the one of the first log-in unless given. */
  readonly timezone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly timezoneSet?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Fields that chat users can be sorted by. */
export type UserSortField =
  | 'createdAt'
  /** The e-mail address. */
  | 'email'
  | 'familyName'
  | 'givenName'
  | 'updatedAt';

/** The state of a chat user. */
export type UserStatus =
  /** In use. */
  | 'active'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'archived'
  /** Not active yet, and invited. */
  | 'invited'
  /** Not active yet. */
  | 'queued';

/** Which chat users to list; all conditions must hold. */
export type UsersFilter = {
  /** In this spelling, upper and lower case included; `user(by: { email })` does not mind them. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Users who belong to this organization or are members of it. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
  readonly role?: InputMaybe<UserRole>;
  /** Archived users are listed only when asked for. */
  readonly status?: InputMaybe<UserStatus>;
};

/** Order of chat users. */
export type UsersSort = {
  readonly direction?: SortDirection;
  readonly field: UserSortField;
};

/** The address that events are sent to. */
export type WebhookParamsInput = {
  /** Kinds of events, such as `message.created`. */
  readonly events?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Signs what is sent. */
  readonly secret?: InputMaybe<Scalars['String']['input']>;
  /** May hold a user and a password. */
  readonly url: Scalars['URL']['input'];
};

/** A set of rules that conversations of an organization are held against; it is listed by the organization alone. */
export type Workflow = {
  readonly __typename?: 'Workflow';
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The owner, which may be an organization above the one that it runs for. */
  readonly organization?: Maybe<Organization>;
  /** As stored; the chat system does not say whether these are words or ids. */
  readonly organizationTags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Organizations that it names, less those that do not exist. */
  readonly organizations?: Maybe<ReadonlyArray<Organization>>;
  readonly rules?: Maybe<ReadonlyArray<WorkflowRule>>;
  /** The chat system's own id. */
  readonly sourceId: Scalars['ID']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A comparison of a fact of a conversation with a value, or conditions within conditions. */
export type WorkflowCondition = {
  readonly __typename?: 'WorkflowCondition';
  /** All that is stored of it; conditions that stand within it, in `any` or `all`, are in here alone. */
  readonly definition?: Maybe<Scalars['JSONObject']['output']>;
  /** Name of the fact: `conversation.category`. */
  readonly fact?: Maybe<Scalars['String']['output']>;
  /** Kind of the comparison: `match`. */
  readonly operator?: Maybe<Scalars['String']['output']>;
  /** Where in the fact the value is looked for: `.meta`. */
  readonly path?: Maybe<Scalars['String']['output']>;
  /** Null where it is no text; `definition` holds it, whatever it is. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** The conditions of a rule. */
export type WorkflowConditions = {
  readonly __typename?: 'WorkflowConditions';
  /** Conditions that must all hold. */
  readonly all?: Maybe<ReadonlyArray<WorkflowCondition>>;
  /** Conditions of which one must hold. */
  readonly any?: Maybe<ReadonlyArray<WorkflowCondition>>;
  /** All that is stored of them, with what is not documented. */
  readonly definition?: Maybe<Scalars['JSONObject']['output']>;
};

/** The event that follows when the conditions of a rule hold. */
export type WorkflowEvent = {
  readonly __typename?: 'WorkflowEvent';
  /** Free-form values that go with the event. */
  readonly params?: Maybe<Scalars['JSONObject']['output']>;
  /** Name of the event: `enqueue`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A rule of a workflow: an event that follows when conditions hold. */
export type WorkflowRule = {
  readonly __typename?: 'WorkflowRule';
  readonly conditions?: Maybe<WorkflowConditions>;
  readonly event?: Maybe<WorkflowEvent>;
  /** Order among rules. */
  readonly priority?: Maybe<Scalars['Float']['output']>;
  /** The chat system's own id. */
  readonly sourceId?: Maybe<Scalars['ID']['output']>;
};

/** The outcome of one call of a write that takes several. */
export type WriteOutcome =
  /** The scheduling system said that it is done. */
  | 'APPLIED'
  /** It did not reach the scheduling system, and nothing of it is done. */
  | 'NOT_SENT'
  /** The scheduling system refused it, and nothing of it is done. */
  | 'REFUSED'
  /** It was sent, and whether it is done is not known. */
  | 'UNKNOWN';

/** One call of a write that takes several. Calls are made in the order of their inputs. One that is refused for its inputs leaves the others alone; any other failure ends the write. */
export type WritePart = {
  readonly __typename?: 'WritePart';
  /** Code of the failure, one of those of errors; null where it is applied. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Place of its first input in the list of the input, from 0. */
  readonly firstInput: Scalars['Int']['output'];
  /** Inputs that it carries, one behind the other. */
  readonly inputCount: Scalars['Int']['output'];
  /** The reason in words; null where it is applied. */
  readonly message?: Maybe<Scalars['String']['output']>;
  readonly outcome: WriteOutcome;
  /** How long to wait before it is sent again, where that is known. */
  readonly retryAfterMs?: Maybe<Scalars['Int']['output']>;
  /** Whether its inputs may be sent again: nothing would be done twice. */
  readonly safeToSendAgain: Scalars['Boolean']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T | null> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AccountJson )
    | ( ActivityTypeJson )
    | ( BotJson )
    | ( BotInstanceJson )
    | ( CategoryOfOrganization )
    | ( ContactOfAccount )
    | ( ForecastTotalJson )
    | ( FormJson )
    | ( FieldOfForm )
    | ( LabelJson )
    | ( OrganizationJson )
    | ( OrganizationGroupJson )
    | ( PersonJson )
    | ( QueueJson )
    | ( ReportJson )
    | ( RequirementTypeJson )
    | ( RoleJson )
    | ( ServiceJson )
    | ( ShiftPatternJson )
    | ( SiteJson )
    | ( SkillJson )
    | ( TeamJson )
    | ( UsageLogOfOwner )
    | ( UserJson )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountJson>;
  AccountConnection: ResolverTypeWrapper<Omit<AccountConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AccountEdge']>, nodes: ReadonlyArray<ResolversTypes['Account']> }>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountLink: ResolverTypeWrapper<Omit<AccountLink, 'account'> & { account: ResolversTypes['Account'] }>;
  AccountLookup: AccountLookup;
  AccountOrContactLookup: AccountOrContactLookup;
  AccountSortField: AccountSortField;
  AccountType: ResolverTypeWrapper<string>;
  AccountsFilter: AccountsFilter;
  AccountsSort: AccountsSort;
  ActivitiesFilter: ActivitiesFilter;
  Activity: ResolverTypeWrapper<ActivityOfPerson>;
  ActivityConflictPolicy: ActivityConflictPolicy;
  ActivityConnection: ResolverTypeWrapper<Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ActivityEdge']>, nodes: ReadonlyArray<ResolversTypes['Activity']> }>;
  ActivityEdge: ResolverTypeWrapper<Omit<ActivityEdge, 'node'> & { node: ResolversTypes['Activity'] }>;
  ActivityType: ResolverTypeWrapper<ActivityTypeJson>;
  ActivityVersion: ResolverTypeWrapper<ActivityVersionRow>;
  AddCategoryInput: AddCategoryInput;
  AddCategoryPayload: ResolverTypeWrapper<Omit<AddCategoryPayload, 'category'> & { category?: Maybe<ResolversTypes['Category']> }>;
  AddOrganizationGroupMembersPayload: ResolverTypeWrapper<Omit<AddOrganizationGroupMembersPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversTypes['OrganizationGroup']> }>;
  AgentRole: ResolverTypeWrapper<string>;
  AgentState: ResolverTypeWrapper<AgentStateJson>;
  AgentStateConnection: ResolverTypeWrapper<Omit<AgentStateConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgentStateEdge']>, nodes: ReadonlyArray<ResolversTypes['AgentState']> }>;
  AgentStateEdge: ResolverTypeWrapper<Omit<AgentStateEdge, 'node'> & { node: ResolversTypes['AgentState'] }>;
  AgentStateEdit: ResolverTypeWrapper<AgentStateEditJson>;
  AgentStateEditAction: ResolverTypeWrapper<string>;
  AgentStateEditConnection: ResolverTypeWrapper<Omit<AgentStateEditConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgentStateEditEdge']>, nodes: ReadonlyArray<ResolversTypes['AgentStateEdit']> }>;
  AgentStateEditEdge: ResolverTypeWrapper<Omit<AgentStateEditEdge, 'node'> & { node: ResolversTypes['AgentStateEdit'] }>;
  AgentStateEditInput: AgentStateEditInput;
  AgentStateVersion: ResolverTypeWrapper<AgentStateVersionJson>;
  AgentStatesFilter: AgentStatesFilter;
  ApiParamsInput: ApiParamsInput;
  AssignShiftPatternPayload: ResolverTypeWrapper<Omit<AssignShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversTypes['ShiftPattern']> }>;
  AssociatePlatformIdInput: AssociatePlatformIdInput;
  AssociatePlatformIdPayload: ResolverTypeWrapper<Omit<AssociatePlatformIdPayload, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  BillingInfo: ResolverTypeWrapper<BillingInfoJson>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Bot: ResolverTypeWrapper<BotJson>;
  BotAudience: ResolverTypeWrapper<string>;
  BotConnection: ResolverTypeWrapper<Omit<BotConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BotEdge']>, nodes: ReadonlyArray<ResolversTypes['Bot']> }>;
  BotEdge: ResolverTypeWrapper<Omit<BotEdge, 'node'> & { node: ResolversTypes['Bot'] }>;
  BotInstance: ResolverTypeWrapper<BotInstanceJson>;
  BotInstanceConnection: ResolverTypeWrapper<Omit<BotInstanceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BotInstanceEdge']>, nodes: ReadonlyArray<ResolversTypes['BotInstance']> }>;
  BotInstanceEdge: ResolverTypeWrapper<Omit<BotInstanceEdge, 'node'> & { node: ResolversTypes['BotInstance'] }>;
  BotInstanceSortField: ResolverTypeWrapper<string>;
  BotInstancesFilter: BotInstancesFilter;
  BotInstancesSort: BotInstancesSort;
  BotSortField: ResolverTypeWrapper<string>;
  BotStatus: ResolverTypeWrapper<string>;
  BotsFilter: BotsFilter;
  BotsSort: BotsSort;
  BulkActivityConflictPolicy: BulkActivityConflictPolicy;
  CancelTimeOffRequestInput: CancelTimeOffRequestInput;
  CancelTimeOffRequestPayload: ResolverTypeWrapper<Omit<CancelTimeOffRequestPayload, 'timeOffRequest'> & { timeOffRequest?: Maybe<ResolversTypes['TimeOffRequest']> }>;
  Category: ResolverTypeWrapper<CategoryOfOrganization>;
  CategoryInput: CategoryInput;
  Channel: ResolverTypeWrapper<string>;
  Client: ResolverTypeWrapper<Client>;
  ClientLimits: ResolverTypeWrapper<ClientLimits>;
  CompanyLookup: CompanyLookup;
  Contact: ResolverTypeWrapper<ContactOfAccount>;
  ContactConnection: ResolverTypeWrapper<Omit<ContactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ContactEdge']>, nodes: ReadonlyArray<ResolversTypes['Contact']> }>;
  ContactEdge: ResolverTypeWrapper<Omit<ContactEdge, 'node'> & { node: ResolversTypes['Contact'] }>;
  ContactLink: ResolverTypeWrapper<Omit<ContactLink, 'contact'> & { contact: ResolversTypes['Contact'] }>;
  ContactLookup: ContactLookup;
  ContactSortField: ContactSortField;
  ContactsFilter: ContactsFilter;
  ContactsSort: ContactsSort;
  ContractType: ResolverTypeWrapper<string>;
  ConversationInput: ConversationInput;
  ConversationStatus: ResolverTypeWrapper<string>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateAccountInput: CreateAccountInput;
  CreateAccountPayload: ResolverTypeWrapper<Omit<CreateAccountPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  CreateActivitiesInput: CreateActivitiesInput;
  CreateActivitiesPayload: ResolverTypeWrapper<Omit<CreateActivitiesPayload, 'activities'> & { activities?: Maybe<ReadonlyArray<ResolversTypes['Activity']>> }>;
  CreateActivityInput: CreateActivityInput;
  CreateActivityPayload: ResolverTypeWrapper<Omit<CreateActivityPayload, 'activity'> & { activity?: Maybe<ResolversTypes['Activity']> }>;
  CreateActivityTypeInput: CreateActivityTypeInput;
  CreateActivityTypePayload: ResolverTypeWrapper<Omit<CreateActivityTypePayload, 'activityType'> & { activityType?: Maybe<ResolversTypes['ActivityType']> }>;
  CreateAdditionalPropertiesInput: CreateAdditionalPropertiesInput;
  CreateAdditionalPropertiesPayload: ResolverTypeWrapper<WrittenProperties>;
  CreateBillingInfoInput: CreateBillingInfoInput;
  CreateBotInput: CreateBotInput;
  CreateBotInstanceInput: CreateBotInstanceInput;
  CreateBotInstancePayload: ResolverTypeWrapper<Omit<CreateBotInstancePayload, 'botInstance'> & { botInstance?: Maybe<ResolversTypes['BotInstance']> }>;
  CreateBotPayload: ResolverTypeWrapper<Omit<CreateBotPayload, 'bot'> & { bot?: Maybe<ResolversTypes['Bot']> }>;
  CreateCategoryInput: CreateCategoryInput;
  CreateContactInput: CreateContactInput;
  CreateContactPayload: ResolverTypeWrapper<Omit<CreateContactPayload, 'contact'> & { contact?: Maybe<ResolversTypes['Contact']> }>;
  CreateForecastTotalsInput: CreateForecastTotalsInput;
  CreateForecastTotalsPayload: ResolverTypeWrapper<Omit<CreateForecastTotalsPayload, 'forecastTotals'> & { forecastTotals?: Maybe<ReadonlyArray<ResolversTypes['ForecastTotal']>> }>;
  CreateFormFieldInput: CreateFormFieldInput;
  CreateFormFieldPayload: ResolverTypeWrapper<Omit<CreateFormFieldPayload, 'formField'> & { formField?: Maybe<ResolversTypes['FormField']> }>;
  CreateFormInput: CreateFormInput;
  CreateFormPayload: ResolverTypeWrapper<Omit<CreateFormPayload, 'form'> & { form?: Maybe<ResolversTypes['Form']> }>;
  CreateInteractionInput: CreateInteractionInput;
  CreateInteractionPayload: ResolverTypeWrapper<CreateInteractionPayload>;
  CreateLabelInput: CreateLabelInput;
  CreateLabelPayload: ResolverTypeWrapper<Omit<CreateLabelPayload, 'label'> & { label?: Maybe<ResolversTypes['Label']> }>;
  CreateOrganizationGroupInput: CreateOrganizationGroupInput;
  CreateOrganizationGroupPayload: ResolverTypeWrapper<Omit<CreateOrganizationGroupPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversTypes['OrganizationGroup']> }>;
  CreateOrganizationInput: CreateOrganizationInput;
  CreateOrganizationPayload: ResolverTypeWrapper<Omit<CreateOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  CreatePeopleInput: CreatePeopleInput;
  CreatePeoplePayload: ResolverTypeWrapper<Omit<CreatePeoplePayload, 'people'> & { people?: Maybe<ReadonlyArray<ResolversTypes['Person']>> }>;
  CreatePersonInput: CreatePersonInput;
  CreatePersonPayload: ResolverTypeWrapper<Omit<CreatePersonPayload, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  CreateQaScoresInput: CreateQaScoresInput;
  CreateQaScoresPayload: ResolverTypeWrapper<CreateQaScoresPayload>;
  CreateQueuesInput: CreateQueuesInput;
  CreateQueuesPayload: ResolverTypeWrapper<Omit<CreateQueuesPayload, 'queues'> & { queues?: Maybe<ReadonlyArray<ResolversTypes['Queue']>> }>;
  CreateServiceInput: CreateServiceInput;
  CreateServicePayload: ResolverTypeWrapper<Omit<CreateServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  CreateShiftPatternInput: CreateShiftPatternInput;
  CreateShiftPatternPayload: ResolverTypeWrapper<Omit<CreateShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversTypes['ShiftPattern']> }>;
  CreateSitesInput: CreateSitesInput;
  CreateSitesPayload: ResolverTypeWrapper<Omit<CreateSitesPayload, 'sites'> & { sites?: Maybe<ReadonlyArray<ResolversTypes['Site']>> }>;
  CreateSkillsInput: CreateSkillsInput;
  CreateSkillsPayload: ResolverTypeWrapper<Omit<CreateSkillsPayload, 'skills'> & { skills?: Maybe<ReadonlyArray<ResolversTypes['Skill']>> }>;
  CreateTeamsInput: CreateTeamsInput;
  CreateTeamsPayload: ResolverTypeWrapper<Omit<CreateTeamsPayload, 'teams'> & { teams?: Maybe<ReadonlyArray<ResolversTypes['Team']>> }>;
  CreateTimeOffRequestInput: CreateTimeOffRequestInput;
  CreateTimeOffRequestPayload: ResolverTypeWrapper<Omit<CreateTimeOffRequestPayload, 'timeOffRequest'> & { timeOffRequest?: Maybe<ResolversTypes['TimeOffRequest']> }>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  Customer360: ResolverTypeWrapper<CustomerKey>;
  CustomerLookup: CustomerLookup;
  DataRetention: ResolverTypeWrapper<Omit<DataRetention, 'unit'> & { unit?: Maybe<ResolversTypes['RetentionUnit']> }>;
  DataRetentionInput: DataRetentionInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayOfWeek: ResolverTypeWrapper<string>;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  DeleteActivitiesInput: DeleteActivitiesInput;
  DeleteActivitiesPayload: ResolverTypeWrapper<DeleteActivitiesPayload>;
  DeleteActivityTypePayload: ResolverTypeWrapper<DeleteActivityTypePayload>;
  DeleteAdditionalPropertiesInput: DeleteAdditionalPropertiesInput;
  DeleteAdditionalPropertiesPayload: ResolverTypeWrapper<WrittenProperties>;
  DeleteAgentStateInput: DeleteAgentStateInput;
  DeleteBotInstancePayload: ResolverTypeWrapper<DeleteBotInstancePayload>;
  DeleteBotPayload: ResolverTypeWrapper<Omit<DeleteBotPayload, 'bot'> & { bot?: Maybe<ResolversTypes['Bot']> }>;
  DeleteContactPayload: ResolverTypeWrapper<DeleteContactPayload>;
  DeleteForecastTotalPayload: ResolverTypeWrapper<DeleteForecastTotalPayload>;
  DeleteFormFieldPayload: ResolverTypeWrapper<Omit<DeleteFormFieldPayload, 'form'> & { form?: Maybe<ResolversTypes['Form']> }>;
  DeleteFormPayload: ResolverTypeWrapper<DeleteFormPayload>;
  DeleteLabelPayload: ResolverTypeWrapper<DeleteLabelPayload>;
  DeleteOrganizationGroupPayload: ResolverTypeWrapper<DeleteOrganizationGroupPayload>;
  DeleteOrganizationLogoPayload: ResolverTypeWrapper<Omit<DeleteOrganizationLogoPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  DeleteOrganizationPayload: ResolverTypeWrapper<Omit<DeleteOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  DeletePersonPayload: ResolverTypeWrapper<Omit<DeletePersonPayload, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  DeleteQueuesPayload: ResolverTypeWrapper<DeleteQueuesPayload>;
  DeleteServicePayload: ResolverTypeWrapper<Omit<DeleteServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  DeleteShiftPatternPayload: ResolverTypeWrapper<DeleteShiftPatternPayload>;
  DeleteSitesPayload: ResolverTypeWrapper<DeleteSitesPayload>;
  DeleteSkillsPayload: ResolverTypeWrapper<DeleteSkillsPayload>;
  DeleteTeamsPayload: ResolverTypeWrapper<DeleteTeamsPayload>;
  DeleteUsageLogPayload: ResolverTypeWrapper<DeleteUsageLogPayload>;
  DeleteUserAvatarPayload: ResolverTypeWrapper<Omit<DeleteUserAvatarPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  DeleteUserPayload: ResolverTypeWrapper<Omit<DeleteUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  EditAgentStatesInput: EditAgentStatesInput;
  EditAgentStatesPayload: ResolverTypeWrapper<EditAgentStatesPayload>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EndAgentStateInput: EndAgentStateInput;
  EndAgentStatePayload: ResolverTypeWrapper<EndAgentStatePayload>;
  EventChange: ResolverTypeWrapper<EventChangeJson>;
  EventChangeAuthor: ResolverTypeWrapper<EventAuthorJson>;
  EventChangeConnection: ResolverTypeWrapper<Omit<EventChangeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EventChangeEdge']>, nodes: ReadonlyArray<ResolversTypes['EventChange']> }>;
  EventChangeEdge: ResolverTypeWrapper<Omit<EventChangeEdge, 'node'> & { node: ResolversTypes['EventChange'] }>;
  EventChangeType: ResolverTypeWrapper<string>;
  EventChangesFilter: EventChangesFilter;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Forecast: ResolverTypeWrapper<ForecastJson>;
  ForecastConnection: ResolverTypeWrapper<Omit<ForecastConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ForecastEdge']>, nodes: ReadonlyArray<ResolversTypes['Forecast']> }>;
  ForecastEdge: ResolverTypeWrapper<Omit<ForecastEdge, 'node'> & { node: ResolversTypes['Forecast'] }>;
  ForecastTotal: ResolverTypeWrapper<ForecastTotalJson>;
  ForecastTotalConflictPolicy: ForecastTotalConflictPolicy;
  ForecastTotalConnection: ResolverTypeWrapper<Omit<ForecastTotalConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ForecastTotalEdge']>, nodes: ReadonlyArray<ResolversTypes['ForecastTotal']> }>;
  ForecastTotalEdge: ResolverTypeWrapper<Omit<ForecastTotalEdge, 'node'> & { node: ResolversTypes['ForecastTotal'] }>;
  ForecastValueType: ResolverTypeWrapper<string>;
  ForecastedActual: ResolverTypeWrapper<ForecastedActualJson>;
  ForecastedVsActual: ResolverTypeWrapper<ForecastedVsActualJson>;
  ForecastedVsActualConnection: ResolverTypeWrapper<Omit<ForecastedVsActualConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ForecastedVsActualEdge']>, nodes: ReadonlyArray<ResolversTypes['ForecastedVsActual']> }>;
  ForecastedVsActualEdge: ResolverTypeWrapper<Omit<ForecastedVsActualEdge, 'node'> & { node: ResolversTypes['ForecastedVsActual'] }>;
  Form: ResolverTypeWrapper<FormJson>;
  FormConnection: ResolverTypeWrapper<Omit<FormConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FormEdge']>, nodes: ReadonlyArray<ResolversTypes['Form']> }>;
  FormEdge: ResolverTypeWrapper<Omit<FormEdge, 'node'> & { node: ResolversTypes['Form'] }>;
  FormField: ResolverTypeWrapper<FieldOfForm>;
  FormFieldOption: ResolverTypeWrapper<FormFieldOptionJson>;
  FormFieldOptionInput: FormFieldOptionInput;
  FormFieldType: ResolverTypeWrapper<string>;
  FormProfileField: ResolverTypeWrapper<string>;
  FormSortField: ResolverTypeWrapper<string>;
  FormStatus: ResolverTypeWrapper<string>;
  FormType: ResolverTypeWrapper<string>;
  FormsFilter: FormsFilter;
  FormsSort: FormsSort;
  GbmParamsInput: GbmParamsInput;
  GbmStep: ResolverTypeWrapper<string>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  InsertAgentStateInput: InsertAgentStateInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InteractionLookup: InteractionLookup;
  InteractionUserInput: InteractionUserInput;
  IntercomParamsInput: IntercomParamsInput;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Label: ResolverTypeWrapper<LabelJson>;
  LabelType: ResolverTypeWrapper<string>;
  LinkReason: LinkReason;
  Locale: ResolverTypeWrapper<string>;
  LogUsageInput: LogUsageInput;
  LogUsagePayload: ResolverTypeWrapper<Omit<LogUsagePayload, 'usageLog'> & { usageLog?: Maybe<ResolversTypes['UsageLog']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewActivityInput: NewActivityInput;
  NewForecastTotalInput: NewForecastTotalInput;
  NewQueueInput: NewQueueInput;
  NewSiteInput: NewSiteInput;
  NewSkillInput: NewSkillInput;
  NewTeamInput: NewTeamInput;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Organization: ResolverTypeWrapper<OrganizationJson>;
  OrganizationAlias: ResolverTypeWrapper<OrganizationAlias>;
  OrganizationAliasInput: OrganizationAliasInput;
  OrganizationConnection: ResolverTypeWrapper<Omit<OrganizationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrganizationEdge']>, nodes: ReadonlyArray<ResolversTypes['Organization']> }>;
  OrganizationEdge: ResolverTypeWrapper<Omit<OrganizationEdge, 'node'> & { node: ResolversTypes['Organization'] }>;
  OrganizationGroup: ResolverTypeWrapper<OrganizationGroupJson>;
  OrganizationGroupConnection: ResolverTypeWrapper<Omit<OrganizationGroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrganizationGroupEdge']>, nodes: ReadonlyArray<ResolversTypes['OrganizationGroup']> }>;
  OrganizationGroupEdge: ResolverTypeWrapper<Omit<OrganizationGroupEdge, 'node'> & { node: ResolversTypes['OrganizationGroup'] }>;
  OrganizationGroupSortField: ResolverTypeWrapper<string>;
  OrganizationGroupsFilter: OrganizationGroupsFilter;
  OrganizationGroupsSort: OrganizationGroupsSort;
  OrganizationLink: ResolverTypeWrapper<Omit<OrganizationLink, 'organization'> & { organization: ResolversTypes['Organization'] }>;
  OrganizationLookup: OrganizationLookup;
  OrganizationMembership: ResolverTypeWrapper<MembershipJson>;
  OrganizationPartner: ResolverTypeWrapper<PartnerJson>;
  OrganizationPartnerInput: OrganizationPartnerInput;
  OrganizationSettings: ResolverTypeWrapper<Omit<OrganizationSettings, 'routeOnReply'> & { routeOnReply?: Maybe<ResolversTypes['RouteOnReply']> }>;
  OrganizationSettingsInput: OrganizationSettingsInput;
  OrganizationSortField: ResolverTypeWrapper<string>;
  OrganizationStatus: ResolverTypeWrapper<string>;
  OrganizationsFilter: OrganizationsFilter;
  OrganizationsSort: OrganizationsSort;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PeopleFilter: PeopleFilter;
  PeopleSort: PeopleSort;
  Person: ResolverTypeWrapper<PersonJson>;
  PersonConnection: ResolverTypeWrapper<Omit<PersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PersonEdge']>, nodes: ReadonlyArray<ResolversTypes['Person']> }>;
  PersonDeletion: PersonDeletion;
  PersonEdge: ResolverTypeWrapper<Omit<PersonEdge, 'node'> & { node: ResolversTypes['Person'] }>;
  PersonLink: ResolverTypeWrapper<Omit<PersonLink, 'person'> & { person: ResolversTypes['Person'] }>;
  PersonLookup: PersonLookup;
  PersonSortField: ResolverTypeWrapper<string>;
  Port: ResolverTypeWrapper<Scalars['Port']['output']>;
  PostAgentStateInput: PostAgentStateInput;
  PostAgentStatePayload: ResolverTypeWrapper<PostAgentStatePayload>;
  ProfileField: ResolverTypeWrapper<ProfileFieldJson>;
  ProfileFieldInput: ProfileFieldInput;
  QaScoreInput: QaScoreInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Queue: ResolverTypeWrapper<QueueJson>;
  RemoveCategoryPayload: ResolverTypeWrapper<Omit<RemoveCategoryPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  RemoveOrganizationGroupMemberPayload: ResolverTypeWrapper<Omit<RemoveOrganizationGroupMemberPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversTypes['OrganizationGroup']> }>;
  RemoveUserFromOrganizationPayload: ResolverTypeWrapper<Omit<RemoveUserFromOrganizationPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  ReplaceFormFieldInput: ReplaceFormFieldInput;
  ReplyToInteractionInput: ReplyToInteractionInput;
  ReplyToInteractionPayload: ResolverTypeWrapper<ReplyToInteractionPayload>;
  ReplyUserInput: ReplyUserInput;
  Report: ResolverTypeWrapper<ReportJson>;
  ReportFilter: ReportFilter;
  ReportInterval: ResolverTypeWrapper<string>;
  ReportMetric: ResolverTypeWrapper<ReportMetricJson>;
  ReportMetricConnection: ResolverTypeWrapper<Omit<ReportMetricConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ReportMetricEdge']>, nodes: ReadonlyArray<ResolversTypes['ReportMetric']> }>;
  ReportMetricEdge: ResolverTypeWrapper<Omit<ReportMetricEdge, 'node'> & { node: ResolversTypes['ReportMetric'] }>;
  ReportMetricType: ResolverTypeWrapper<string>;
  ReportStatus: ResolverTypeWrapper<string>;
  ReportType: ResolverTypeWrapper<string>;
  Requirement: ResolverTypeWrapper<RequirementJson>;
  RequirementConnection: ResolverTypeWrapper<Omit<RequirementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RequirementEdge']>, nodes: ReadonlyArray<ResolversTypes['Requirement']> }>;
  RequirementEdge: ResolverTypeWrapper<Omit<RequirementEdge, 'node'> & { node: ResolversTypes['Requirement'] }>;
  RequirementInput: RequirementInput;
  RequirementType: ResolverTypeWrapper<RequirementTypeJson>;
  RetentionUnit: ResolverTypeWrapper<string>;
  Role: ResolverTypeWrapper<RoleJson>;
  RouteOnReply: ResolverTypeWrapper<string>;
  Scope: ResolverTypeWrapper<Scalars['Scope']['output']>;
  SelfRegistrationRole: ResolverTypeWrapper<string>;
  Service: ResolverTypeWrapper<ServiceJson>;
  ServiceConnection: ResolverTypeWrapper<Omit<ServiceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ServiceEdge']>, nodes: ReadonlyArray<ResolversTypes['Service']> }>;
  ServiceDay: ResolverTypeWrapper<string>;
  ServiceEdge: ResolverTypeWrapper<Omit<ServiceEdge, 'node'> & { node: ResolversTypes['Service'] }>;
  ServiceParamsInput: ServiceParamsInput;
  ServiceSortField: ResolverTypeWrapper<string>;
  ServiceStatus: ResolverTypeWrapper<string>;
  ServiceType: ResolverTypeWrapper<string>;
  ServicesFilter: ServicesFilter;
  ServicesSort: ServicesSort;
  ServingPersonConnection: ResolverTypeWrapper<Omit<ServingPersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ServingPersonEdge']>, nodes: ReadonlyArray<ResolversTypes['Person']> }>;
  ServingPersonEdge: ResolverTypeWrapper<Omit<ServingPersonEdge, 'node' | 'userLinks'> & { node: ResolversTypes['Person'], userLinks: ReadonlyArray<ResolversTypes['UserLink']> }>;
  SetCategorySlotInput: SetCategorySlotInput;
  SetCategorySlotPayload: ResolverTypeWrapper<Omit<SetCategorySlotPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  SetRequirementsInput: SetRequirementsInput;
  SetRequirementsPayload: ResolverTypeWrapper<SetRequirementsPayload>;
  Shift: ResolverTypeWrapper<ShiftJson>;
  ShiftInput: ShiftInput;
  ShiftPattern: ResolverTypeWrapper<ShiftPatternJson>;
  ShiftTime: ResolverTypeWrapper<ShiftTimeJson>;
  ShiftTimeInput: ShiftTimeInput;
  Site: ResolverTypeWrapper<SiteJson>;
  Skill: ResolverTypeWrapper<SkillJson>;
  SmartSuppParamsInput: SmartSuppParamsInput;
  SmoochParamsInput: SmoochParamsInput;
  SortDirection: SortDirection;
  StartReportInput: StartReportInput;
  StartReportPayload: ResolverTypeWrapper<Omit<StartReportPayload, 'report'> & { report?: Maybe<ResolversTypes['Report']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Team: ResolverTypeWrapper<TeamJson>;
  TimeOffRequest: ResolverTypeWrapper<TimeOffRequestJson>;
  TimeOffRequestConnection: ResolverTypeWrapper<Omit<TimeOffRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TimeOffRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['TimeOffRequest']> }>;
  TimeOffRequestEdge: ResolverTypeWrapper<Omit<TimeOffRequestEdge, 'node'> & { node: ResolversTypes['TimeOffRequest'] }>;
  TimeOffStatus: ResolverTypeWrapper<string>;
  TimeOffUnit: ResolverTypeWrapper<string>;
  TimeOffUpdate: ResolverTypeWrapper<TimeOffUpdateJson>;
  TimeOffUpdateConnection: ResolverTypeWrapper<Omit<TimeOffUpdateConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TimeOffUpdateEdge']>, nodes: ReadonlyArray<ResolversTypes['TimeOffUpdate']> }>;
  TimeOffUpdateEdge: ResolverTypeWrapper<Omit<TimeOffUpdateEdge, 'node'> & { node: ResolversTypes['TimeOffUpdate'] }>;
  TimeOffUpdateType: ResolverTypeWrapper<string>;
  TimeWindow: TimeWindow;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnassignShiftPatternPayload: ResolverTypeWrapper<UnassignShiftPatternPayload>;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: ResolverTypeWrapper<Omit<UpdateAccountPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  UpdateAdditionalPropertiesInput: UpdateAdditionalPropertiesInput;
  UpdateAdditionalPropertiesPayload: ResolverTypeWrapper<WrittenProperties>;
  UpdateAgentStateInput: UpdateAgentStateInput;
  UpdateBillingInfoInput: UpdateBillingInfoInput;
  UpdateBotInput: UpdateBotInput;
  UpdateBotInstanceInput: UpdateBotInstanceInput;
  UpdateBotInstancePayload: ResolverTypeWrapper<Omit<UpdateBotInstancePayload, 'botInstance'> & { botInstance?: Maybe<ResolversTypes['BotInstance']> }>;
  UpdateBotPayload: ResolverTypeWrapper<Omit<UpdateBotPayload, 'bot'> & { bot?: Maybe<ResolversTypes['Bot']> }>;
  UpdateCategoryInput: UpdateCategoryInput;
  UpdateCategoryPayload: ResolverTypeWrapper<Omit<UpdateCategoryPayload, 'category'> & { category?: Maybe<ResolversTypes['Category']> }>;
  UpdateContactInput: UpdateContactInput;
  UpdateContactPayload: ResolverTypeWrapper<Omit<UpdateContactPayload, 'contact'> & { contact?: Maybe<ResolversTypes['Contact']> }>;
  UpdateFormFieldInput: UpdateFormFieldInput;
  UpdateFormFieldPayload: ResolverTypeWrapper<Omit<UpdateFormFieldPayload, 'formField'> & { formField?: Maybe<ResolversTypes['FormField']> }>;
  UpdateFormInput: UpdateFormInput;
  UpdateFormPayload: ResolverTypeWrapper<Omit<UpdateFormPayload, 'form'> & { form?: Maybe<ResolversTypes['Form']> }>;
  UpdateLabelInput: UpdateLabelInput;
  UpdateLabelPayload: ResolverTypeWrapper<Omit<UpdateLabelPayload, 'label'> & { label?: Maybe<ResolversTypes['Label']> }>;
  UpdateOrganizationGroupInput: UpdateOrganizationGroupInput;
  UpdateOrganizationGroupPayload: ResolverTypeWrapper<Omit<UpdateOrganizationGroupPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversTypes['OrganizationGroup']> }>;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationPayload: ResolverTypeWrapper<Omit<UpdateOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  UpdatePersonInput: UpdatePersonInput;
  UpdatePersonPayload: ResolverTypeWrapper<Omit<UpdatePersonPayload, 'person'> & { person?: Maybe<ResolversTypes['Person']> }>;
  UpdateQueueInput: UpdateQueueInput;
  UpdateQueuePayload: ResolverTypeWrapper<Omit<UpdateQueuePayload, 'queue'> & { queue?: Maybe<ResolversTypes['Queue']> }>;
  UpdateServiceInput: UpdateServiceInput;
  UpdateServicePayload: ResolverTypeWrapper<Omit<UpdateServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  UpdateShiftPatternInput: UpdateShiftPatternInput;
  UpdateShiftPatternPayload: ResolverTypeWrapper<Omit<UpdateShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversTypes['ShiftPattern']> }>;
  UpdateSiteInput: UpdateSiteInput;
  UpdateSitePayload: ResolverTypeWrapper<Omit<UpdateSitePayload, 'site'> & { site?: Maybe<ResolversTypes['Site']> }>;
  UpdateSkillInput: UpdateSkillInput;
  UpdateSkillPayload: ResolverTypeWrapper<Omit<UpdateSkillPayload, 'skill'> & { skill?: Maybe<ResolversTypes['Skill']> }>;
  UpdateTeamInput: UpdateTeamInput;
  UpdateTeamPayload: ResolverTypeWrapper<Omit<UpdateTeamPayload, 'team'> & { team?: Maybe<ResolversTypes['Team']> }>;
  UpdateUsageLogInput: UpdateUsageLogInput;
  UpdateUsageLogPayload: ResolverTypeWrapper<Omit<UpdateUsageLogPayload, 'usageLog'> & { usageLog?: Maybe<ResolversTypes['UsageLog']> }>;
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: ResolverTypeWrapper<Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
  UploadOrganizationLogoInput: UploadOrganizationLogoInput;
  UploadOrganizationLogoPayload: ResolverTypeWrapper<Omit<UploadOrganizationLogoPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  UploadUserAvatarInput: UploadUserAvatarInput;
  UploadUserAvatarPayload: ResolverTypeWrapper<Omit<UploadUserAvatarPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountPayload: ResolverTypeWrapper<Omit<UpsertAccountPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  UpsertContactInput: UpsertContactInput;
  UpsertContactPayload: ResolverTypeWrapper<Omit<UpsertContactPayload, 'contact'> & { contact?: Maybe<ResolversTypes['Contact']> }>;
  UpsertConversationsInput: UpsertConversationsInput;
  UpsertConversationsPayload: ResolverTypeWrapper<UpsertConversationsPayload>;
  UsageLog: ResolverTypeWrapper<UsageLogOfOwner>;
  UsageLogConnection: ResolverTypeWrapper<Omit<UsageLogConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UsageLogEdge']>, nodes: ReadonlyArray<ResolversTypes['UsageLog']> }>;
  UsageLogEdge: ResolverTypeWrapper<Omit<UsageLogEdge, 'node'> & { node: ResolversTypes['UsageLog'] }>;
  UsageLogType: ResolverTypeWrapper<string>;
  UsageLogTypeInput: ResolverTypeWrapper<string>;
  User: ResolverTypeWrapper<UserJson>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']>, nodes: ReadonlyArray<ResolversTypes['User']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserLink: ResolverTypeWrapper<Omit<UserLink, 'user'> & { user: ResolversTypes['User'] }>;
  UserLookup: UserLookup;
  UserRole: ResolverTypeWrapper<string>;
  UserRoleInput: ResolverTypeWrapper<string>;
  UserSettings: ResolverTypeWrapper<UserSettingsJson>;
  UserSettingsInput: UserSettingsInput;
  UserSortField: ResolverTypeWrapper<string>;
  UserStatus: ResolverTypeWrapper<string>;
  UsersFilter: UsersFilter;
  UsersSort: UsersSort;
  WebhookParamsInput: WebhookParamsInput;
  Workflow: ResolverTypeWrapper<WorkflowJson>;
  WorkflowCondition: ResolverTypeWrapper<WorkflowConditionJson>;
  WorkflowConditions: ResolverTypeWrapper<Omit<WorkflowConditions, 'all' | 'any'> & { all?: Maybe<ReadonlyArray<ResolversTypes['WorkflowCondition']>>, any?: Maybe<ReadonlyArray<ResolversTypes['WorkflowCondition']>> }>;
  WorkflowEvent: ResolverTypeWrapper<WorkflowEvent>;
  WorkflowRule: ResolverTypeWrapper<WorkflowRuleJson>;
  WriteOutcome: WriteOutcome;
  WritePart: ResolverTypeWrapper<WritePart>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountJson;
  AccountConnection: Omit<AccountConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AccountEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Account']> };
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountLink: Omit<AccountLink, 'account'> & { account: ResolversParentTypes['Account'] };
  AccountLookup: AccountLookup;
  AccountOrContactLookup: AccountOrContactLookup;
  AccountsFilter: AccountsFilter;
  AccountsSort: AccountsSort;
  ActivitiesFilter: ActivitiesFilter;
  Activity: ActivityOfPerson;
  ActivityConnection: Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ActivityEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Activity']> };
  ActivityEdge: Omit<ActivityEdge, 'node'> & { node: ResolversParentTypes['Activity'] };
  ActivityType: ActivityTypeJson;
  ActivityVersion: ActivityVersionRow;
  AddCategoryInput: AddCategoryInput;
  AddCategoryPayload: Omit<AddCategoryPayload, 'category'> & { category?: Maybe<ResolversParentTypes['Category']> };
  AddOrganizationGroupMembersPayload: Omit<AddOrganizationGroupMembersPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversParentTypes['OrganizationGroup']> };
  AgentState: AgentStateJson;
  AgentStateConnection: Omit<AgentStateConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgentStateEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AgentState']> };
  AgentStateEdge: Omit<AgentStateEdge, 'node'> & { node: ResolversParentTypes['AgentState'] };
  AgentStateEdit: AgentStateEditJson;
  AgentStateEditConnection: Omit<AgentStateEditConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgentStateEditEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AgentStateEdit']> };
  AgentStateEditEdge: Omit<AgentStateEditEdge, 'node'> & { node: ResolversParentTypes['AgentStateEdit'] };
  AgentStateEditInput: AgentStateEditInput;
  AgentStateVersion: AgentStateVersionJson;
  AgentStatesFilter: AgentStatesFilter;
  ApiParamsInput: ApiParamsInput;
  AssignShiftPatternPayload: Omit<AssignShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversParentTypes['ShiftPattern']> };
  AssociatePlatformIdInput: AssociatePlatformIdInput;
  AssociatePlatformIdPayload: Omit<AssociatePlatformIdPayload, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  BillingInfo: BillingInfoJson;
  Boolean: Scalars['Boolean']['output'];
  Bot: BotJson;
  BotConnection: Omit<BotConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BotEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Bot']> };
  BotEdge: Omit<BotEdge, 'node'> & { node: ResolversParentTypes['Bot'] };
  BotInstance: BotInstanceJson;
  BotInstanceConnection: Omit<BotInstanceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BotInstanceEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BotInstance']> };
  BotInstanceEdge: Omit<BotInstanceEdge, 'node'> & { node: ResolversParentTypes['BotInstance'] };
  BotInstancesFilter: BotInstancesFilter;
  BotInstancesSort: BotInstancesSort;
  BotsFilter: BotsFilter;
  BotsSort: BotsSort;
  CancelTimeOffRequestInput: CancelTimeOffRequestInput;
  CancelTimeOffRequestPayload: Omit<CancelTimeOffRequestPayload, 'timeOffRequest'> & { timeOffRequest?: Maybe<ResolversParentTypes['TimeOffRequest']> };
  Category: CategoryOfOrganization;
  CategoryInput: CategoryInput;
  Client: Client;
  ClientLimits: ClientLimits;
  CompanyLookup: CompanyLookup;
  Contact: ContactOfAccount;
  ContactConnection: Omit<ContactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ContactEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Contact']> };
  ContactEdge: Omit<ContactEdge, 'node'> & { node: ResolversParentTypes['Contact'] };
  ContactLink: Omit<ContactLink, 'contact'> & { contact: ResolversParentTypes['Contact'] };
  ContactLookup: ContactLookup;
  ContactsFilter: ContactsFilter;
  ContactsSort: ContactsSort;
  ConversationInput: ConversationInput;
  CountryCode: Scalars['CountryCode']['output'];
  CreateAccountInput: CreateAccountInput;
  CreateAccountPayload: Omit<CreateAccountPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  CreateActivitiesInput: CreateActivitiesInput;
  CreateActivitiesPayload: Omit<CreateActivitiesPayload, 'activities'> & { activities?: Maybe<ReadonlyArray<ResolversParentTypes['Activity']>> };
  CreateActivityInput: CreateActivityInput;
  CreateActivityPayload: Omit<CreateActivityPayload, 'activity'> & { activity?: Maybe<ResolversParentTypes['Activity']> };
  CreateActivityTypeInput: CreateActivityTypeInput;
  CreateActivityTypePayload: Omit<CreateActivityTypePayload, 'activityType'> & { activityType?: Maybe<ResolversParentTypes['ActivityType']> };
  CreateAdditionalPropertiesInput: CreateAdditionalPropertiesInput;
  CreateAdditionalPropertiesPayload: WrittenProperties;
  CreateBillingInfoInput: CreateBillingInfoInput;
  CreateBotInput: CreateBotInput;
  CreateBotInstanceInput: CreateBotInstanceInput;
  CreateBotInstancePayload: Omit<CreateBotInstancePayload, 'botInstance'> & { botInstance?: Maybe<ResolversParentTypes['BotInstance']> };
  CreateBotPayload: Omit<CreateBotPayload, 'bot'> & { bot?: Maybe<ResolversParentTypes['Bot']> };
  CreateCategoryInput: CreateCategoryInput;
  CreateContactInput: CreateContactInput;
  CreateContactPayload: Omit<CreateContactPayload, 'contact'> & { contact?: Maybe<ResolversParentTypes['Contact']> };
  CreateForecastTotalsInput: CreateForecastTotalsInput;
  CreateForecastTotalsPayload: Omit<CreateForecastTotalsPayload, 'forecastTotals'> & { forecastTotals?: Maybe<ReadonlyArray<ResolversParentTypes['ForecastTotal']>> };
  CreateFormFieldInput: CreateFormFieldInput;
  CreateFormFieldPayload: Omit<CreateFormFieldPayload, 'formField'> & { formField?: Maybe<ResolversParentTypes['FormField']> };
  CreateFormInput: CreateFormInput;
  CreateFormPayload: Omit<CreateFormPayload, 'form'> & { form?: Maybe<ResolversParentTypes['Form']> };
  CreateInteractionInput: CreateInteractionInput;
  CreateInteractionPayload: CreateInteractionPayload;
  CreateLabelInput: CreateLabelInput;
  CreateLabelPayload: Omit<CreateLabelPayload, 'label'> & { label?: Maybe<ResolversParentTypes['Label']> };
  CreateOrganizationGroupInput: CreateOrganizationGroupInput;
  CreateOrganizationGroupPayload: Omit<CreateOrganizationGroupPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversParentTypes['OrganizationGroup']> };
  CreateOrganizationInput: CreateOrganizationInput;
  CreateOrganizationPayload: Omit<CreateOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  CreatePeopleInput: CreatePeopleInput;
  CreatePeoplePayload: Omit<CreatePeoplePayload, 'people'> & { people?: Maybe<ReadonlyArray<ResolversParentTypes['Person']>> };
  CreatePersonInput: CreatePersonInput;
  CreatePersonPayload: Omit<CreatePersonPayload, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  CreateQaScoresInput: CreateQaScoresInput;
  CreateQaScoresPayload: CreateQaScoresPayload;
  CreateQueuesInput: CreateQueuesInput;
  CreateQueuesPayload: Omit<CreateQueuesPayload, 'queues'> & { queues?: Maybe<ReadonlyArray<ResolversParentTypes['Queue']>> };
  CreateServiceInput: CreateServiceInput;
  CreateServicePayload: Omit<CreateServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  CreateShiftPatternInput: CreateShiftPatternInput;
  CreateShiftPatternPayload: Omit<CreateShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversParentTypes['ShiftPattern']> };
  CreateSitesInput: CreateSitesInput;
  CreateSitesPayload: Omit<CreateSitesPayload, 'sites'> & { sites?: Maybe<ReadonlyArray<ResolversParentTypes['Site']>> };
  CreateSkillsInput: CreateSkillsInput;
  CreateSkillsPayload: Omit<CreateSkillsPayload, 'skills'> & { skills?: Maybe<ReadonlyArray<ResolversParentTypes['Skill']>> };
  CreateTeamsInput: CreateTeamsInput;
  CreateTeamsPayload: Omit<CreateTeamsPayload, 'teams'> & { teams?: Maybe<ReadonlyArray<ResolversParentTypes['Team']>> };
  CreateTimeOffRequestInput: CreateTimeOffRequestInput;
  CreateTimeOffRequestPayload: Omit<CreateTimeOffRequestPayload, 'timeOffRequest'> & { timeOffRequest?: Maybe<ResolversParentTypes['TimeOffRequest']> };
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  Customer360: CustomerKey;
  CustomerLookup: CustomerLookup;
  DataRetention: DataRetention;
  DataRetentionInput: DataRetentionInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteAccountPayload: DeleteAccountPayload;
  DeleteActivitiesInput: DeleteActivitiesInput;
  DeleteActivitiesPayload: DeleteActivitiesPayload;
  DeleteActivityTypePayload: DeleteActivityTypePayload;
  DeleteAdditionalPropertiesInput: DeleteAdditionalPropertiesInput;
  DeleteAdditionalPropertiesPayload: WrittenProperties;
  DeleteAgentStateInput: DeleteAgentStateInput;
  DeleteBotInstancePayload: DeleteBotInstancePayload;
  DeleteBotPayload: Omit<DeleteBotPayload, 'bot'> & { bot?: Maybe<ResolversParentTypes['Bot']> };
  DeleteContactPayload: DeleteContactPayload;
  DeleteForecastTotalPayload: DeleteForecastTotalPayload;
  DeleteFormFieldPayload: Omit<DeleteFormFieldPayload, 'form'> & { form?: Maybe<ResolversParentTypes['Form']> };
  DeleteFormPayload: DeleteFormPayload;
  DeleteLabelPayload: DeleteLabelPayload;
  DeleteOrganizationGroupPayload: DeleteOrganizationGroupPayload;
  DeleteOrganizationLogoPayload: Omit<DeleteOrganizationLogoPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  DeleteOrganizationPayload: Omit<DeleteOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  DeletePersonPayload: Omit<DeletePersonPayload, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  DeleteQueuesPayload: DeleteQueuesPayload;
  DeleteServicePayload: Omit<DeleteServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  DeleteShiftPatternPayload: DeleteShiftPatternPayload;
  DeleteSitesPayload: DeleteSitesPayload;
  DeleteSkillsPayload: DeleteSkillsPayload;
  DeleteTeamsPayload: DeleteTeamsPayload;
  DeleteUsageLogPayload: DeleteUsageLogPayload;
  DeleteUserAvatarPayload: Omit<DeleteUserAvatarPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  DeleteUserPayload: Omit<DeleteUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  EditAgentStatesInput: EditAgentStatesInput;
  EditAgentStatesPayload: EditAgentStatesPayload;
  EmailAddress: Scalars['EmailAddress']['output'];
  EndAgentStateInput: EndAgentStateInput;
  EndAgentStatePayload: EndAgentStatePayload;
  EventChange: EventChangeJson;
  EventChangeAuthor: EventAuthorJson;
  EventChangeConnection: Omit<EventChangeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EventChangeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EventChange']> };
  EventChangeEdge: Omit<EventChangeEdge, 'node'> & { node: ResolversParentTypes['EventChange'] };
  EventChangesFilter: EventChangesFilter;
  Float: Scalars['Float']['output'];
  Forecast: ForecastJson;
  ForecastConnection: Omit<ForecastConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ForecastEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Forecast']> };
  ForecastEdge: Omit<ForecastEdge, 'node'> & { node: ResolversParentTypes['Forecast'] };
  ForecastTotal: ForecastTotalJson;
  ForecastTotalConnection: Omit<ForecastTotalConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ForecastTotalEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ForecastTotal']> };
  ForecastTotalEdge: Omit<ForecastTotalEdge, 'node'> & { node: ResolversParentTypes['ForecastTotal'] };
  ForecastedActual: ForecastedActualJson;
  ForecastedVsActual: ForecastedVsActualJson;
  ForecastedVsActualConnection: Omit<ForecastedVsActualConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ForecastedVsActualEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ForecastedVsActual']> };
  ForecastedVsActualEdge: Omit<ForecastedVsActualEdge, 'node'> & { node: ResolversParentTypes['ForecastedVsActual'] };
  Form: FormJson;
  FormConnection: Omit<FormConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FormEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Form']> };
  FormEdge: Omit<FormEdge, 'node'> & { node: ResolversParentTypes['Form'] };
  FormField: FieldOfForm;
  FormFieldOption: FormFieldOptionJson;
  FormFieldOptionInput: FormFieldOptionInput;
  FormsFilter: FormsFilter;
  FormsSort: FormsSort;
  GbmParamsInput: GbmParamsInput;
  ID: Scalars['ID']['output'];
  InsertAgentStateInput: InsertAgentStateInput;
  Int: Scalars['Int']['output'];
  InteractionLookup: InteractionLookup;
  InteractionUserInput: InteractionUserInput;
  IntercomParamsInput: IntercomParamsInput;
  JSONObject: Scalars['JSONObject']['output'];
  Label: LabelJson;
  LogUsageInput: LogUsageInput;
  LogUsagePayload: Omit<LogUsagePayload, 'usageLog'> & { usageLog?: Maybe<ResolversParentTypes['UsageLog']> };
  Mutation: Record<PropertyKey, never>;
  NewActivityInput: NewActivityInput;
  NewForecastTotalInput: NewForecastTotalInput;
  NewQueueInput: NewQueueInput;
  NewSiteInput: NewSiteInput;
  NewSkillInput: NewSkillInput;
  NewTeamInput: NewTeamInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Organization: OrganizationJson;
  OrganizationAlias: OrganizationAlias;
  OrganizationAliasInput: OrganizationAliasInput;
  OrganizationConnection: Omit<OrganizationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrganizationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Organization']> };
  OrganizationEdge: Omit<OrganizationEdge, 'node'> & { node: ResolversParentTypes['Organization'] };
  OrganizationGroup: OrganizationGroupJson;
  OrganizationGroupConnection: Omit<OrganizationGroupConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrganizationGroupEdge']>, nodes: ReadonlyArray<ResolversParentTypes['OrganizationGroup']> };
  OrganizationGroupEdge: Omit<OrganizationGroupEdge, 'node'> & { node: ResolversParentTypes['OrganizationGroup'] };
  OrganizationGroupsFilter: OrganizationGroupsFilter;
  OrganizationGroupsSort: OrganizationGroupsSort;
  OrganizationLink: Omit<OrganizationLink, 'organization'> & { organization: ResolversParentTypes['Organization'] };
  OrganizationLookup: OrganizationLookup;
  OrganizationMembership: MembershipJson;
  OrganizationPartner: PartnerJson;
  OrganizationPartnerInput: OrganizationPartnerInput;
  OrganizationSettings: OrganizationSettings;
  OrganizationSettingsInput: OrganizationSettingsInput;
  OrganizationsFilter: OrganizationsFilter;
  OrganizationsSort: OrganizationsSort;
  PageInfo: PageInfo;
  PeopleFilter: PeopleFilter;
  PeopleSort: PeopleSort;
  Person: PersonJson;
  PersonConnection: Omit<PersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PersonEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Person']> };
  PersonEdge: Omit<PersonEdge, 'node'> & { node: ResolversParentTypes['Person'] };
  PersonLink: Omit<PersonLink, 'person'> & { person: ResolversParentTypes['Person'] };
  PersonLookup: PersonLookup;
  Port: Scalars['Port']['output'];
  PostAgentStateInput: PostAgentStateInput;
  PostAgentStatePayload: PostAgentStatePayload;
  ProfileField: ProfileFieldJson;
  ProfileFieldInput: ProfileFieldInput;
  QaScoreInput: QaScoreInput;
  Query: Record<PropertyKey, never>;
  Queue: QueueJson;
  RemoveCategoryPayload: Omit<RemoveCategoryPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  RemoveOrganizationGroupMemberPayload: Omit<RemoveOrganizationGroupMemberPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversParentTypes['OrganizationGroup']> };
  RemoveUserFromOrganizationPayload: Omit<RemoveUserFromOrganizationPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  ReplaceFormFieldInput: ReplaceFormFieldInput;
  ReplyToInteractionInput: ReplyToInteractionInput;
  ReplyToInteractionPayload: ReplyToInteractionPayload;
  ReplyUserInput: ReplyUserInput;
  Report: ReportJson;
  ReportFilter: ReportFilter;
  ReportMetric: ReportMetricJson;
  ReportMetricConnection: Omit<ReportMetricConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ReportMetricEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ReportMetric']> };
  ReportMetricEdge: Omit<ReportMetricEdge, 'node'> & { node: ResolversParentTypes['ReportMetric'] };
  Requirement: RequirementJson;
  RequirementConnection: Omit<RequirementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RequirementEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Requirement']> };
  RequirementEdge: Omit<RequirementEdge, 'node'> & { node: ResolversParentTypes['Requirement'] };
  RequirementInput: RequirementInput;
  RequirementType: RequirementTypeJson;
  Role: RoleJson;
  Scope: Scalars['Scope']['output'];
  Service: ServiceJson;
  ServiceConnection: Omit<ServiceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ServiceEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Service']> };
  ServiceEdge: Omit<ServiceEdge, 'node'> & { node: ResolversParentTypes['Service'] };
  ServiceParamsInput: ServiceParamsInput;
  ServicesFilter: ServicesFilter;
  ServicesSort: ServicesSort;
  ServingPersonConnection: Omit<ServingPersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ServingPersonEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Person']> };
  ServingPersonEdge: Omit<ServingPersonEdge, 'node' | 'userLinks'> & { node: ResolversParentTypes['Person'], userLinks: ReadonlyArray<ResolversParentTypes['UserLink']> };
  SetCategorySlotInput: SetCategorySlotInput;
  SetCategorySlotPayload: Omit<SetCategorySlotPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  SetRequirementsInput: SetRequirementsInput;
  SetRequirementsPayload: SetRequirementsPayload;
  Shift: ShiftJson;
  ShiftInput: ShiftInput;
  ShiftPattern: ShiftPatternJson;
  ShiftTime: ShiftTimeJson;
  ShiftTimeInput: ShiftTimeInput;
  Site: SiteJson;
  Skill: SkillJson;
  SmartSuppParamsInput: SmartSuppParamsInput;
  SmoochParamsInput: SmoochParamsInput;
  StartReportInput: StartReportInput;
  StartReportPayload: Omit<StartReportPayload, 'report'> & { report?: Maybe<ResolversParentTypes['Report']> };
  String: Scalars['String']['output'];
  Team: TeamJson;
  TimeOffRequest: TimeOffRequestJson;
  TimeOffRequestConnection: Omit<TimeOffRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TimeOffRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TimeOffRequest']> };
  TimeOffRequestEdge: Omit<TimeOffRequestEdge, 'node'> & { node: ResolversParentTypes['TimeOffRequest'] };
  TimeOffUpdate: TimeOffUpdateJson;
  TimeOffUpdateConnection: Omit<TimeOffUpdateConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TimeOffUpdateEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TimeOffUpdate']> };
  TimeOffUpdateEdge: Omit<TimeOffUpdateEdge, 'node'> & { node: ResolversParentTypes['TimeOffUpdate'] };
  TimeWindow: TimeWindow;
  TimeZone: Scalars['TimeZone']['output'];
  URL: Scalars['URL']['output'];
  UnassignShiftPatternPayload: UnassignShiftPatternPayload;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: Omit<UpdateAccountPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  UpdateAdditionalPropertiesInput: UpdateAdditionalPropertiesInput;
  UpdateAdditionalPropertiesPayload: WrittenProperties;
  UpdateAgentStateInput: UpdateAgentStateInput;
  UpdateBillingInfoInput: UpdateBillingInfoInput;
  UpdateBotInput: UpdateBotInput;
  UpdateBotInstanceInput: UpdateBotInstanceInput;
  UpdateBotInstancePayload: Omit<UpdateBotInstancePayload, 'botInstance'> & { botInstance?: Maybe<ResolversParentTypes['BotInstance']> };
  UpdateBotPayload: Omit<UpdateBotPayload, 'bot'> & { bot?: Maybe<ResolversParentTypes['Bot']> };
  UpdateCategoryInput: UpdateCategoryInput;
  UpdateCategoryPayload: Omit<UpdateCategoryPayload, 'category'> & { category?: Maybe<ResolversParentTypes['Category']> };
  UpdateContactInput: UpdateContactInput;
  UpdateContactPayload: Omit<UpdateContactPayload, 'contact'> & { contact?: Maybe<ResolversParentTypes['Contact']> };
  UpdateFormFieldInput: UpdateFormFieldInput;
  UpdateFormFieldPayload: Omit<UpdateFormFieldPayload, 'formField'> & { formField?: Maybe<ResolversParentTypes['FormField']> };
  UpdateFormInput: UpdateFormInput;
  UpdateFormPayload: Omit<UpdateFormPayload, 'form'> & { form?: Maybe<ResolversParentTypes['Form']> };
  UpdateLabelInput: UpdateLabelInput;
  UpdateLabelPayload: Omit<UpdateLabelPayload, 'label'> & { label?: Maybe<ResolversParentTypes['Label']> };
  UpdateOrganizationGroupInput: UpdateOrganizationGroupInput;
  UpdateOrganizationGroupPayload: Omit<UpdateOrganizationGroupPayload, 'organizationGroup'> & { organizationGroup?: Maybe<ResolversParentTypes['OrganizationGroup']> };
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationPayload: Omit<UpdateOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  UpdatePersonInput: UpdatePersonInput;
  UpdatePersonPayload: Omit<UpdatePersonPayload, 'person'> & { person?: Maybe<ResolversParentTypes['Person']> };
  UpdateQueueInput: UpdateQueueInput;
  UpdateQueuePayload: Omit<UpdateQueuePayload, 'queue'> & { queue?: Maybe<ResolversParentTypes['Queue']> };
  UpdateServiceInput: UpdateServiceInput;
  UpdateServicePayload: Omit<UpdateServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  UpdateShiftPatternInput: UpdateShiftPatternInput;
  UpdateShiftPatternPayload: Omit<UpdateShiftPatternPayload, 'shiftPattern'> & { shiftPattern?: Maybe<ResolversParentTypes['ShiftPattern']> };
  UpdateSiteInput: UpdateSiteInput;
  UpdateSitePayload: Omit<UpdateSitePayload, 'site'> & { site?: Maybe<ResolversParentTypes['Site']> };
  UpdateSkillInput: UpdateSkillInput;
  UpdateSkillPayload: Omit<UpdateSkillPayload, 'skill'> & { skill?: Maybe<ResolversParentTypes['Skill']> };
  UpdateTeamInput: UpdateTeamInput;
  UpdateTeamPayload: Omit<UpdateTeamPayload, 'team'> & { team?: Maybe<ResolversParentTypes['Team']> };
  UpdateUsageLogInput: UpdateUsageLogInput;
  UpdateUsageLogPayload: Omit<UpdateUsageLogPayload, 'usageLog'> & { usageLog?: Maybe<ResolversParentTypes['UsageLog']> };
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  Upload: Scalars['Upload']['output'];
  UploadOrganizationLogoInput: UploadOrganizationLogoInput;
  UploadOrganizationLogoPayload: Omit<UploadOrganizationLogoPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  UploadUserAvatarInput: UploadUserAvatarInput;
  UploadUserAvatarPayload: Omit<UploadUserAvatarPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountPayload: Omit<UpsertAccountPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  UpsertContactInput: UpsertContactInput;
  UpsertContactPayload: Omit<UpsertContactPayload, 'contact'> & { contact?: Maybe<ResolversParentTypes['Contact']> };
  UpsertConversationsInput: UpsertConversationsInput;
  UpsertConversationsPayload: UpsertConversationsPayload;
  UsageLog: UsageLogOfOwner;
  UsageLogConnection: Omit<UsageLogConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UsageLogEdge']>, nodes: ReadonlyArray<ResolversParentTypes['UsageLog']> };
  UsageLogEdge: Omit<UsageLogEdge, 'node'> & { node: ResolversParentTypes['UsageLog'] };
  User: UserJson;
  UserConnection: Omit<UserConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']>, nodes: ReadonlyArray<ResolversParentTypes['User']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserLink: Omit<UserLink, 'user'> & { user: ResolversParentTypes['User'] };
  UserLookup: UserLookup;
  UserSettings: UserSettingsJson;
  UserSettingsInput: UserSettingsInput;
  UsersFilter: UsersFilter;
  UsersSort: UsersSort;
  WebhookParamsInput: WebhookParamsInput;
  Workflow: WorkflowJson;
  WorkflowCondition: WorkflowConditionJson;
  WorkflowConditions: Omit<WorkflowConditions, 'all' | 'any'> & { all?: Maybe<ReadonlyArray<ResolversParentTypes['WorkflowCondition']>>, any?: Maybe<ReadonlyArray<ResolversParentTypes['WorkflowCondition']>> };
  WorkflowEvent: WorkflowEvent;
  WorkflowRule: WorkflowRuleJson;
  WritePart: WritePart;
};

export type LongestDirectiveArgs = {
  days: Scalars['Int']['input'];
};

export type LongestDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = LongestDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MostDirectiveArgs = {
  entries: Scalars['Int']['input'];
};

export type MostDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = MostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: ReadonlyArray<ReadonlyArray<Scalars['Scope']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SemanticNonNullDirectiveArgs = {
  levels?: ReadonlyArray<Scalars['Int']['input']>;
};

export type SemanticNonNullDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = SemanticNonNullDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  companyType?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['ContactConnection']>, ParentType, ContextType, RequireFields<AccountContactsArgs, 'first'>>;
  contractType?: Resolver<Maybe<ResolversTypes['ContractType']>, ParentType, ContextType>;
  contractValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idInTool?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  numberOfSeats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganizationLink']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  renewalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  servedBy?: Resolver<Maybe<ResolversTypes['ServingPersonConnection']>, ParentType, ContextType, RequireFields<AccountServedByArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceSpecificIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Label']>>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  trialExpirationDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['AccountType']>, ParentType, ContextType>;
  usageLogs?: Resolver<Maybe<ResolversTypes['UsageLogConnection']>, ParentType, ContextType, RequireFields<AccountUsageLogsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AccountLink'] = ResolversParentTypes['AccountLink']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LinkReason'], ParentType, ContextType>;
};

export type AccountTypeResolvers = { COMPANY: 'Company', CUSTOMER: 'Customer' };

export type ActivityResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity']> = {
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Channel']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ActivityType']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ActivityConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ActivityConnection'] = ResolversParentTypes['ActivityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ActivityEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ActivityEdge'] = ResolversParentTypes['ActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Activity'], ParentType, ContextType>;
};

export type ActivityTypeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ActivityType'] = ResolversParentTypes['ActivityType']> = {
  backgroundColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Channel']>>, ParentType, ContextType>;
  fontColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  importedId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shortName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  timeOff?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  timeOffUnit?: Resolver<Maybe<ResolversTypes['TimeOffUnit']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivityVersionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ActivityVersion'] = ResolversParentTypes['ActivityVersion']> = {
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Channel']>>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  googleCalendarEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  templateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ActivityType']>, ParentType, ContextType>;
  typeValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AddCategoryPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AddCategoryPayload'] = ResolversParentTypes['AddCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AddOrganizationGroupMembersPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AddOrganizationGroupMembersPayload'] = ResolversParentTypes['AddOrganizationGroupMembersPayload']> = {
  organizationGroup?: Resolver<Maybe<ResolversTypes['OrganizationGroup']>, ParentType, ContextType>;
  organizationGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AgentRoleResolvers = { ADMIN: 'admin', AGENT: 'agent' };

export type AgentStateResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentState'] = ResolversParentTypes['AgentState']> = {
  agentEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agentPlatformId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ticketId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ticketStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgentStateConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateConnection'] = ResolversParentTypes['AgentStateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentStateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentState']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AgentStateEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateEdge'] = ResolversParentTypes['AgentStateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentState'], ParentType, ContextType>;
};

export type AgentStateEditResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateEdit'] = ResolversParentTypes['AgentStateEdit']> = {
  action?: Resolver<Maybe<ResolversTypes['AgentStateEditAction']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['AgentStateVersion']>, ParentType, ContextType>;
  agentEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['AgentStateVersion']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isApiEdit?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgentStateEditActionResolvers = { DELETE: 'delete', INSERT: 'insert', UPDATE: 'update' };

export type AgentStateEditConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateEditConnection'] = ResolversParentTypes['AgentStateEditConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentStateEditEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentStateEdit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AgentStateEditEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateEditEdge'] = ResolversParentTypes['AgentStateEditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentStateEdit'], ParentType, ContextType>;
};

export type AgentStateVersionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AgentStateVersion'] = ResolversParentTypes['AgentStateVersion']> = {
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  agentPlatformId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attributes?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isCurrent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AssignShiftPatternPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AssignShiftPatternPayload'] = ResolversParentTypes['AssignShiftPatternPayload']> = {
  shiftPattern?: Resolver<Maybe<ResolversTypes['ShiftPattern']>, ParentType, ContextType>;
  shiftPatternId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AssociatePlatformIdPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AssociatePlatformIdPayload'] = ResolversParentTypes['AssociatePlatformIdPayload']> = {
  agentPlatformId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type BillingInfoResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BillingInfo'] = ResolversParentTypes['BillingInfo']> = {
  billReceiver?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  billSender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentPlan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  daysUntilDue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  enableAmp?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enableMecs?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enableSepaDebitCosts?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  liveMode?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  moveToLive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  trialEndsOn?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type BotResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Bot'] = ResolversParentTypes['Bot']> = {
  audience?: Resolver<Maybe<ResolversTypes['BotAudience']>, ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  commands?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instances?: Resolver<Maybe<ResolversTypes['BotInstanceConnection']>, ParentType, ContextType, RequireFields<BotInstancesArgs, 'first'>>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['BotStatus']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BotAudienceResolvers = { GLOBAL: 'global', GROUP: 'group', OWNER: 'owner' };

export type BotConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BotConnection'] = ResolversParentTypes['BotConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BotEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Bot']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BotEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BotEdge'] = ResolversParentTypes['BotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bot'], ParentType, ContextType>;
};

export type BotInstanceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BotInstance'] = ResolversParentTypes['BotInstance']> = {
  avatar?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  bot?: Resolver<Maybe<ResolversTypes['Bot']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BotInstanceConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BotInstanceConnection'] = ResolversParentTypes['BotInstanceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BotInstanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BotInstance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BotInstanceEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BotInstanceEdge'] = ResolversParentTypes['BotInstanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BotInstance'], ParentType, ContextType>;
};

export type BotInstanceSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type BotSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type BotStatusResolvers = { ACTIVE: 'active', ARCHIVED: 'archived', INACTIVE: 'inactive' };

export type CancelTimeOffRequestPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CancelTimeOffRequestPayload'] = ResolversParentTypes['CancelTimeOffRequestPayload']> = {
  timeOffRequest?: Resolver<Maybe<ResolversTypes['TimeOffRequest']>, ParentType, ContextType>;
  timeOffRequestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  forms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Form']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChannelResolvers = { BACK_OFFICE: 'back_office', CHAT: 'chat', EMAIL: 'email', PHONE: 'phone', SMS: 'sms', SOCIAL: 'social' };

export type ClientResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client']> = {
  limits?: Resolver<ResolversTypes['ClientLimits'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
};

export type ClientLimitsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ClientLimits'] = ResolversParentTypes['ClientLimits']> = {
  callsPerSecond?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  filesAtOnce?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  operationsPerSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  contractType?: Resolver<Maybe<ResolversTypes['ContractType']>, ParentType, ContextType>;
  contractValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idInTool?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  renewalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sourceSpecificIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Label']>>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  trialExpirationDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  usageLogs?: Resolver<Maybe<ResolversTypes['UsageLogConnection']>, ParentType, ContextType, RequireFields<ContactUsageLogsArgs, 'first'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserLink']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ContactConnection'] = ResolversParentTypes['ContactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Contact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ContactEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ContactEdge'] = ResolversParentTypes['ContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export type ContactLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ContactLink'] = ResolversParentTypes['ContactLink']> = {
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LinkReason'], ParentType, ContextType>;
};

export type ContractTypeResolvers = { MONTH: 'Month', YEAR: 'Year' };

export type ConversationStatusResolvers = { ABANDONED: 'abandoned', OPEN: 'open', PENDING: 'pending', SOLVED: 'solved' };

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateAccountPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateAccountPayload'] = ResolversParentTypes['CreateAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateActivitiesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateActivitiesPayload'] = ResolversParentTypes['CreateActivitiesPayload']> = {
  activities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Activity']>>, ParentType, ContextType>;
  activityIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CreateActivityPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateActivityPayload'] = ResolversParentTypes['CreateActivityPayload']> = {
  activity?: Resolver<Maybe<ResolversTypes['Activity']>, ParentType, ContextType>;
  activityId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateActivityTypePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateActivityTypePayload'] = ResolversParentTypes['CreateActivityTypePayload']> = {
  activityType?: Resolver<Maybe<ResolversTypes['ActivityType']>, ParentType, ContextType>;
  activityTypeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateAdditionalPropertiesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateAdditionalPropertiesPayload'] = ResolversParentTypes['CreateAdditionalPropertiesPayload']> = {
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateBotInstancePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateBotInstancePayload'] = ResolversParentTypes['CreateBotInstancePayload']> = {
  botInstance?: Resolver<Maybe<ResolversTypes['BotInstance']>, ParentType, ContextType>;
  botInstanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateBotPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateBotPayload'] = ResolversParentTypes['CreateBotPayload']> = {
  bot?: Resolver<Maybe<ResolversTypes['Bot']>, ParentType, ContextType>;
  botId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateContactPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateContactPayload'] = ResolversParentTypes['CreateContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateForecastTotalsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateForecastTotalsPayload'] = ResolversParentTypes['CreateForecastTotalsPayload']> = {
  forecastTotalIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  forecastTotals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ForecastTotal']>>, ParentType, ContextType>;
};

export type CreateFormFieldPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateFormFieldPayload'] = ResolversParentTypes['CreateFormFieldPayload']> = {
  formField?: Resolver<Maybe<ResolversTypes['FormField']>, ParentType, ContextType>;
  formFieldId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateFormPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateFormPayload'] = ResolversParentTypes['CreateFormPayload']> = {
  form?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType>;
  formId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateInteractionPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateInteractionPayload'] = ResolversParentTypes['CreateInteractionPayload']> = {
  sourceSpecificId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ticketNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateLabelPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateLabelPayload'] = ResolversParentTypes['CreateLabelPayload']> = {
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  labelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateOrganizationGroupPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateOrganizationGroupPayload'] = ResolversParentTypes['CreateOrganizationGroupPayload']> = {
  organizationGroup?: Resolver<Maybe<ResolversTypes['OrganizationGroup']>, ParentType, ContextType>;
  organizationGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateOrganizationPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateOrganizationPayload'] = ResolversParentTypes['CreateOrganizationPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreatePeoplePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreatePeoplePayload'] = ResolversParentTypes['CreatePeoplePayload']> = {
  people?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  personIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CreatePersonPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreatePersonPayload'] = ResolversParentTypes['CreatePersonPayload']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateQaScoresPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateQaScoresPayload'] = ResolversParentTypes['CreateQaScoresPayload']> = {
  appliedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WritePart']>>, ParentType, ContextType>;
};

export type CreateQueuesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateQueuesPayload'] = ResolversParentTypes['CreateQueuesPayload']> = {
  queueIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  queues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Queue']>>, ParentType, ContextType>;
};

export type CreateServicePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateServicePayload'] = ResolversParentTypes['CreateServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  serviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateShiftPatternPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateShiftPatternPayload'] = ResolversParentTypes['CreateShiftPatternPayload']> = {
  shiftPattern?: Resolver<Maybe<ResolversTypes['ShiftPattern']>, ParentType, ContextType>;
  shiftPatternId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateSitesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateSitesPayload'] = ResolversParentTypes['CreateSitesPayload']> = {
  siteIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  sites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Site']>>, ParentType, ContextType>;
};

export type CreateSkillsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateSkillsPayload'] = ResolversParentTypes['CreateSkillsPayload']> = {
  skillIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  skills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Skill']>>, ParentType, ContextType>;
};

export type CreateTeamsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateTeamsPayload'] = ResolversParentTypes['CreateTeamsPayload']> = {
  teamIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  teams?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Team']>>, ParentType, ContextType>;
};

export type CreateTimeOffRequestPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateTimeOffRequestPayload'] = ResolversParentTypes['CreateTimeOffRequestPayload']> = {
  timeOffRequest?: Resolver<Maybe<ResolversTypes['TimeOffRequest']>, ParentType, ContextType>;
  timeOffRequestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateUserPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreateUserPayload'] = ResolversParentTypes['CreateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Customer360Resolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Customer360'] = ResolversParentTypes['Customer360']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['ContactConnection']>, ParentType, ContextType, RequireFields<Customer360ContactsArgs, 'first'>>;
  linkReason?: Resolver<Maybe<ResolversTypes['LinkReason']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['ServingPersonConnection']>, ParentType, ContextType, RequireFields<Customer360PeopleArgs, 'first'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<Customer360UsersArgs, 'first'>>;
};

export type DataRetentionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DataRetention'] = ResolversParentTypes['DataRetention']> = {
  length?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['RetentionUnit']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayOfWeekResolvers = { FRIDAY: '5', MONDAY: '1', SATURDAY: '6', SUNDAY: '0', THURSDAY: '4', TUESDAY: '2', WEDNESDAY: '3' };

export type DeleteAccountPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  deletedAccountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteActivitiesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteActivitiesPayload'] = ResolversParentTypes['DeleteActivitiesPayload']> = {
  agentIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteActivityTypePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteActivityTypePayload'] = ResolversParentTypes['DeleteActivityTypePayload']> = {
  deletedActivityTypeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteAdditionalPropertiesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteAdditionalPropertiesPayload'] = ResolversParentTypes['DeleteAdditionalPropertiesPayload']> = {
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteBotInstancePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteBotInstancePayload'] = ResolversParentTypes['DeleteBotInstancePayload']> = {
  deletedBotInstanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteBotPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteBotPayload'] = ResolversParentTypes['DeleteBotPayload']> = {
  bot?: Resolver<Maybe<ResolversTypes['Bot']>, ParentType, ContextType>;
  deletedBotId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteContactPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteContactPayload'] = ResolversParentTypes['DeleteContactPayload']> = {
  deletedContactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteForecastTotalPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteForecastTotalPayload'] = ResolversParentTypes['DeleteForecastTotalPayload']> = {
  deletedForecastTotalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteFormFieldPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteFormFieldPayload'] = ResolversParentTypes['DeleteFormFieldPayload']> = {
  deletedFormFieldId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType>;
  formId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteFormPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteFormPayload'] = ResolversParentTypes['DeleteFormPayload']> = {
  deletedFormId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteLabelPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteLabelPayload'] = ResolversParentTypes['DeleteLabelPayload']> = {
  deletedLabelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteOrganizationGroupPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteOrganizationGroupPayload'] = ResolversParentTypes['DeleteOrganizationGroupPayload']> = {
  deletedOrganizationGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteOrganizationLogoPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteOrganizationLogoPayload'] = ResolversParentTypes['DeleteOrganizationLogoPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteOrganizationPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteOrganizationPayload'] = ResolversParentTypes['DeleteOrganizationPayload']> = {
  deletedOrganizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
};

export type DeletePersonPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeletePersonPayload'] = ResolversParentTypes['DeletePersonPayload']> = {
  deletedPersonId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type DeleteQueuesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteQueuesPayload'] = ResolversParentTypes['DeleteQueuesPayload']> = {
  deletedQueueIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteServicePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteServicePayload'] = ResolversParentTypes['DeleteServicePayload']> = {
  deletedServiceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
};

export type DeleteShiftPatternPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteShiftPatternPayload'] = ResolversParentTypes['DeleteShiftPatternPayload']> = {
  deletedShiftPatternId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteSitesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteSitesPayload'] = ResolversParentTypes['DeleteSitesPayload']> = {
  deletedSiteIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteSkillsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteSkillsPayload'] = ResolversParentTypes['DeleteSkillsPayload']> = {
  deletedSkillIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteTeamsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteTeamsPayload'] = ResolversParentTypes['DeleteTeamsPayload']> = {
  deletedTeamIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DeleteUsageLogPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteUsageLogPayload'] = ResolversParentTypes['DeleteUsageLogPayload']> = {
  deletedUsageLogId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteUserAvatarPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteUserAvatarPayload'] = ResolversParentTypes['DeleteUserAvatarPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeleteUserPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['DeleteUserPayload'] = ResolversParentTypes['DeleteUserPayload']> = {
  deletedUserId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type EditAgentStatesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EditAgentStatesPayload'] = ResolversParentTypes['EditAgentStatesPayload']> = {
  deletedExternalIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  insertedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updatedExternalIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EndAgentStatePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EndAgentStatePayload'] = ResolversParentTypes['EndAgentStatePayload']> = {
  agentPlatformId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventChangeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EventChange'] = ResolversParentTypes['EventChange']> = {
  activityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['ActivityVersion']>, ParentType, ContextType>;
  agentEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agentName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['ActivityVersion']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  modifiedBy?: Resolver<Maybe<ResolversTypes['EventChangeAuthor']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['EventChangeType']>, ParentType, ContextType>;
};

export type EventChangeAuthorResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EventChangeAuthor'] = ResolversParentTypes['EventChangeAuthor']> = {
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
};

export type EventChangeConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EventChangeConnection'] = ResolversParentTypes['EventChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EventChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EventChangeEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['EventChangeEdge'] = ResolversParentTypes['EventChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EventChange'], ParentType, ContextType>;
};

export type EventChangeTypeResolvers = { CREATE: 'create', DELETE: 'delete', MODIFY: 'modify' };

export type ForecastResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ForecastConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastConnection'] = ResolversParentTypes['ForecastConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ForecastEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Forecast']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ForecastEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastEdge'] = ResolversParentTypes['ForecastEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Forecast'], ParentType, ContextType>;
};

export type ForecastTotalResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastTotal'] = ResolversParentTypes['ForecastTotal']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  valueType?: Resolver<Maybe<ResolversTypes['ForecastValueType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForecastTotalConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastTotalConnection'] = ResolversParentTypes['ForecastTotalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ForecastTotalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ForecastTotal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ForecastTotalEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastTotalEdge'] = ResolversParentTypes['ForecastTotalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ForecastTotal'], ParentType, ContextType>;
};

export type ForecastValueTypeResolvers = { COMBINED: 'combined', CONTACTS: 'contacts', MESSAGES: 'messages', REOPENED: 'reopened' };

export type ForecastedActualResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastedActual'] = ResolversParentTypes['ForecastedActual']> = {
  actual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  forecasted?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ForecastedVsActualResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastedVsActual'] = ResolversParentTypes['ForecastedVsActual']> = {
  casesAnswered?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  casesOpened?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  casesReopened?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  casesSolved?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  contactsAbandoned?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  contactsReceived?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstResponseTimeSeconds?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  handleTimeSeconds?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  messagesReceived?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  occupancy?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  productivity?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  reassignedAway?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  serviceLevelMet?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  serviceLevelMissed?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  staffingNet?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  staffingRequired?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
  staffingScheduled?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  transferredAway?: Resolver<Maybe<ResolversTypes['ForecastedActual']>, ParentType, ContextType>;
};

export type ForecastedVsActualConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastedVsActualConnection'] = ResolversParentTypes['ForecastedVsActualConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ForecastedVsActualEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ForecastedVsActual']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ForecastedVsActualEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ForecastedVsActualEdge'] = ResolversParentTypes['ForecastedVsActualEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ForecastedVsActual'], ParentType, ContextType>;
};

export type FormResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Form'] = ResolversParentTypes['Form']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormField']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notifyEmails?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EmailAddress']>>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  pointsByAgent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pointsByBot?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  profileFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormProfileField']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FormStatus']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['FormType']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['FormConnection'] = ResolversParentTypes['FormConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FormEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Form']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FormEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['FormEdge'] = ResolversParentTypes['FormEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Form'], ParentType, ContextType>;
};

export type FormFieldResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['FormField'] = ResolversParentTypes['FormField']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  options?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormFieldOption']>>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  required?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['FormFieldType']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormFieldOptionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['FormFieldOption'] = ResolversParentTypes['FormFieldOption']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FormFieldTypeResolvers = { BUTTON: 'button', CHECKBOX: 'checkbox', COLOR: 'color', DATE: 'date', DATETIME_LOCAL: 'datetime-local', EMAIL: 'email', FILE: 'file', HIDDEN: 'hidden', IMAGE: 'image', MONTH: 'month', NUMBER: 'number', PASSWORD: 'password', RADIO: 'radio', RANGE: 'range', RESET: 'reset', SEARCH: 'search', SELECT: 'select', SUBMIT: 'submit', TEL: 'tel', TEXT: 'text', TEXTAREA: 'textarea', TIME: 'time', URL: 'url', WEEK: 'week' };

export type FormProfileFieldResolvers = { ADDITIONAL_NAME: 'additionalName', ADDRESS_COUNTRY: 'addressCountry', ADDRESS_LOCALITY: 'addressLocality', ADDRESS_REGION: 'addressRegion', EMAIL: 'email', FAMILY_NAME: 'familyName', GENDER: 'gender', GIVEN_NAME: 'givenName', HONORIFIC_PREFIX: 'honorificPrefix', HONORIFIC_SUFFIX: 'honorificSuffix', INITIALS: 'initials', POSTAL_CODE: 'postalCode', STREET_ADDRESS: 'streetAddress', STREET_NUMBER: 'streetNumber', TELEPHONE: 'telephone', WORKS_FOR: 'worksFor' };

export type FormSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type FormStatusResolvers = { ACTIVE: 'active', ARCHIVED: 'archived' };

export type FormTypeResolvers = { STATIC: 'static', TOPIC: 'topic' };

export type GbmStepResolvers = { LAUNCH_AGENT: 'launchAgent', LAUNCH_LOCATION: 'launchLocation', VERIFY_AGENT: 'verifyAgent', VERIFY_LOCATION: 'verifyLocation' };

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LabelResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<LabelAccountsArgs, 'first'>>;
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['LabelType']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelTypeResolvers = { ACCOUNT_TAG: 'AccountTag', COMPANY_TYPE: 'CompanyType', STAGE: 'Stage', TIER: 'Tier' };

export type LocaleResolvers = { DE: 'de', EN: 'en', FR: 'fr', NL: 'nl' };

export type LogUsagePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['LogUsagePayload'] = ResolversParentTypes['LogUsagePayload']> = {
  usageLog?: Resolver<Maybe<ResolversTypes['UsageLog']>, ParentType, ContextType>;
  usageLogId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCategory?: Resolver<Maybe<ResolversTypes['AddCategoryPayload']>, ParentType, ContextType, RequireFields<MutationAddCategoryArgs, 'input' | 'organizationId'>>;
  addOrganizationGroupMembers?: Resolver<Maybe<ResolversTypes['AddOrganizationGroupMembersPayload']>, ParentType, ContextType, RequireFields<MutationAddOrganizationGroupMembersArgs, 'id' | 'memberIds'>>;
  assignShiftPattern?: Resolver<Maybe<ResolversTypes['AssignShiftPatternPayload']>, ParentType, ContextType, RequireFields<MutationAssignShiftPatternArgs, 'id' | 'people'>>;
  associatePlatformId?: Resolver<Maybe<ResolversTypes['AssociatePlatformIdPayload']>, ParentType, ContextType, RequireFields<MutationAssociatePlatformIdArgs, 'input'>>;
  cancelTimeOffRequest?: Resolver<Maybe<ResolversTypes['CancelTimeOffRequestPayload']>, ParentType, ContextType, RequireFields<MutationCancelTimeOffRequestArgs, 'id' | 'input'>>;
  createAccount?: Resolver<Maybe<ResolversTypes['CreateAccountPayload']>, ParentType, ContextType, RequireFields<MutationCreateAccountArgs, 'input'>>;
  createActivities?: Resolver<Maybe<ResolversTypes['CreateActivitiesPayload']>, ParentType, ContextType, RequireFields<MutationCreateActivitiesArgs, 'input'>>;
  createActivity?: Resolver<Maybe<ResolversTypes['CreateActivityPayload']>, ParentType, ContextType, RequireFields<MutationCreateActivityArgs, 'input'>>;
  createActivityType?: Resolver<Maybe<ResolversTypes['CreateActivityTypePayload']>, ParentType, ContextType, RequireFields<MutationCreateActivityTypeArgs, 'input'>>;
  createAdditionalProperties?: Resolver<Maybe<ResolversTypes['CreateAdditionalPropertiesPayload']>, ParentType, ContextType, RequireFields<MutationCreateAdditionalPropertiesArgs, 'input'>>;
  createBot?: Resolver<Maybe<ResolversTypes['CreateBotPayload']>, ParentType, ContextType, RequireFields<MutationCreateBotArgs, 'input'>>;
  createBotInstance?: Resolver<Maybe<ResolversTypes['CreateBotInstancePayload']>, ParentType, ContextType, RequireFields<MutationCreateBotInstanceArgs, 'input'>>;
  createContact?: Resolver<Maybe<ResolversTypes['CreateContactPayload']>, ParentType, ContextType, RequireFields<MutationCreateContactArgs, 'input'>>;
  createForecastTotals?: Resolver<Maybe<ResolversTypes['CreateForecastTotalsPayload']>, ParentType, ContextType, RequireFields<MutationCreateForecastTotalsArgs, 'input'>>;
  createForm?: Resolver<Maybe<ResolversTypes['CreateFormPayload']>, ParentType, ContextType, RequireFields<MutationCreateFormArgs, 'input'>>;
  createFormField?: Resolver<Maybe<ResolversTypes['CreateFormFieldPayload']>, ParentType, ContextType, RequireFields<MutationCreateFormFieldArgs, 'formId' | 'input'>>;
  createInteraction?: Resolver<Maybe<ResolversTypes['CreateInteractionPayload']>, ParentType, ContextType, RequireFields<MutationCreateInteractionArgs, 'input'>>;
  createLabel?: Resolver<Maybe<ResolversTypes['CreateLabelPayload']>, ParentType, ContextType, RequireFields<MutationCreateLabelArgs, 'input'>>;
  createOrganization?: Resolver<Maybe<ResolversTypes['CreateOrganizationPayload']>, ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  createOrganizationGroup?: Resolver<Maybe<ResolversTypes['CreateOrganizationGroupPayload']>, ParentType, ContextType, RequireFields<MutationCreateOrganizationGroupArgs, 'input'>>;
  createPeople?: Resolver<Maybe<ResolversTypes['CreatePeoplePayload']>, ParentType, ContextType, RequireFields<MutationCreatePeopleArgs, 'input'>>;
  createPerson?: Resolver<Maybe<ResolversTypes['CreatePersonPayload']>, ParentType, ContextType, RequireFields<MutationCreatePersonArgs, 'input'>>;
  createQaScores?: Resolver<Maybe<ResolversTypes['CreateQaScoresPayload']>, ParentType, ContextType, RequireFields<MutationCreateQaScoresArgs, 'input'>>;
  createQueues?: Resolver<Maybe<ResolversTypes['CreateQueuesPayload']>, ParentType, ContextType, RequireFields<MutationCreateQueuesArgs, 'input'>>;
  createService?: Resolver<Maybe<ResolversTypes['CreateServicePayload']>, ParentType, ContextType, RequireFields<MutationCreateServiceArgs, 'input'>>;
  createShiftPattern?: Resolver<Maybe<ResolversTypes['CreateShiftPatternPayload']>, ParentType, ContextType, RequireFields<MutationCreateShiftPatternArgs, 'input'>>;
  createSites?: Resolver<Maybe<ResolversTypes['CreateSitesPayload']>, ParentType, ContextType, RequireFields<MutationCreateSitesArgs, 'input'>>;
  createSkills?: Resolver<Maybe<ResolversTypes['CreateSkillsPayload']>, ParentType, ContextType, RequireFields<MutationCreateSkillsArgs, 'input'>>;
  createTeams?: Resolver<Maybe<ResolversTypes['CreateTeamsPayload']>, ParentType, ContextType, RequireFields<MutationCreateTeamsArgs, 'input'>>;
  createTimeOffRequest?: Resolver<Maybe<ResolversTypes['CreateTimeOffRequestPayload']>, ParentType, ContextType, RequireFields<MutationCreateTimeOffRequestArgs, 'input'>>;
  createUser?: Resolver<Maybe<ResolversTypes['CreateUserPayload']>, ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  deleteAccount?: Resolver<Maybe<ResolversTypes['DeleteAccountPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'by'>>;
  deleteActivities?: Resolver<Maybe<ResolversTypes['DeleteActivitiesPayload']>, ParentType, ContextType, RequireFields<MutationDeleteActivitiesArgs, 'input'>>;
  deleteActivityType?: Resolver<Maybe<ResolversTypes['DeleteActivityTypePayload']>, ParentType, ContextType, RequireFields<MutationDeleteActivityTypeArgs, 'id'>>;
  deleteAdditionalProperties?: Resolver<Maybe<ResolversTypes['DeleteAdditionalPropertiesPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAdditionalPropertiesArgs, 'input'>>;
  deleteBot?: Resolver<Maybe<ResolversTypes['DeleteBotPayload']>, ParentType, ContextType, RequireFields<MutationDeleteBotArgs, 'id'>>;
  deleteBotInstance?: Resolver<Maybe<ResolversTypes['DeleteBotInstancePayload']>, ParentType, ContextType, RequireFields<MutationDeleteBotInstanceArgs, 'id'>>;
  deleteContact?: Resolver<Maybe<ResolversTypes['DeleteContactPayload']>, ParentType, ContextType, RequireFields<MutationDeleteContactArgs, 'by'>>;
  deleteForecastTotal?: Resolver<Maybe<ResolversTypes['DeleteForecastTotalPayload']>, ParentType, ContextType, RequireFields<MutationDeleteForecastTotalArgs, 'id'>>;
  deleteForm?: Resolver<Maybe<ResolversTypes['DeleteFormPayload']>, ParentType, ContextType, RequireFields<MutationDeleteFormArgs, 'id'>>;
  deleteFormField?: Resolver<Maybe<ResolversTypes['DeleteFormFieldPayload']>, ParentType, ContextType, RequireFields<MutationDeleteFormFieldArgs, 'formId' | 'id'>>;
  deleteLabel?: Resolver<Maybe<ResolversTypes['DeleteLabelPayload']>, ParentType, ContextType, RequireFields<MutationDeleteLabelArgs, 'id'>>;
  deleteOrganization?: Resolver<Maybe<ResolversTypes['DeleteOrganizationPayload']>, ParentType, ContextType, RequireFields<MutationDeleteOrganizationArgs, 'id'>>;
  deleteOrganizationGroup?: Resolver<Maybe<ResolversTypes['DeleteOrganizationGroupPayload']>, ParentType, ContextType, RequireFields<MutationDeleteOrganizationGroupArgs, 'id'>>;
  deleteOrganizationLogo?: Resolver<Maybe<ResolversTypes['DeleteOrganizationLogoPayload']>, ParentType, ContextType, RequireFields<MutationDeleteOrganizationLogoArgs, 'id'>>;
  deletePerson?: Resolver<Maybe<ResolversTypes['DeletePersonPayload']>, ParentType, ContextType, RequireFields<MutationDeletePersonArgs, 'deletion' | 'id'>>;
  deleteQueues?: Resolver<Maybe<ResolversTypes['DeleteQueuesPayload']>, ParentType, ContextType, RequireFields<MutationDeleteQueuesArgs, 'ids'>>;
  deleteService?: Resolver<Maybe<ResolversTypes['DeleteServicePayload']>, ParentType, ContextType, RequireFields<MutationDeleteServiceArgs, 'id'>>;
  deleteShiftPattern?: Resolver<Maybe<ResolversTypes['DeleteShiftPatternPayload']>, ParentType, ContextType, RequireFields<MutationDeleteShiftPatternArgs, 'id'>>;
  deleteSites?: Resolver<Maybe<ResolversTypes['DeleteSitesPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSitesArgs, 'ids'>>;
  deleteSkills?: Resolver<Maybe<ResolversTypes['DeleteSkillsPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSkillsArgs, 'ids'>>;
  deleteTeams?: Resolver<Maybe<ResolversTypes['DeleteTeamsPayload']>, ParentType, ContextType, RequireFields<MutationDeleteTeamsArgs, 'ids'>>;
  deleteUsageLog?: Resolver<Maybe<ResolversTypes['DeleteUsageLogPayload']>, ParentType, ContextType, RequireFields<MutationDeleteUsageLogArgs, 'id'>>;
  deleteUser?: Resolver<Maybe<ResolversTypes['DeleteUserPayload']>, ParentType, ContextType, RequireFields<MutationDeleteUserArgs, 'id'>>;
  deleteUserAvatar?: Resolver<Maybe<ResolversTypes['DeleteUserAvatarPayload']>, ParentType, ContextType, RequireFields<MutationDeleteUserAvatarArgs, 'id'>>;
  editAgentStates?: Resolver<Maybe<ResolversTypes['EditAgentStatesPayload']>, ParentType, ContextType, RequireFields<MutationEditAgentStatesArgs, 'input'>>;
  endAgentState?: Resolver<Maybe<ResolversTypes['EndAgentStatePayload']>, ParentType, ContextType, RequireFields<MutationEndAgentStateArgs, 'input'>>;
  logUsage?: Resolver<Maybe<ResolversTypes['LogUsagePayload']>, ParentType, ContextType, RequireFields<MutationLogUsageArgs, 'input'>>;
  postAgentState?: Resolver<Maybe<ResolversTypes['PostAgentStatePayload']>, ParentType, ContextType, RequireFields<MutationPostAgentStateArgs, 'input'>>;
  removeCategory?: Resolver<Maybe<ResolversTypes['RemoveCategoryPayload']>, ParentType, ContextType, RequireFields<MutationRemoveCategoryArgs, 'id' | 'organizationId'>>;
  removeOrganizationGroupMember?: Resolver<Maybe<ResolversTypes['RemoveOrganizationGroupMemberPayload']>, ParentType, ContextType, RequireFields<MutationRemoveOrganizationGroupMemberArgs, 'id' | 'memberId'>>;
  removeUserFromOrganization?: Resolver<Maybe<ResolversTypes['RemoveUserFromOrganizationPayload']>, ParentType, ContextType, RequireFields<MutationRemoveUserFromOrganizationArgs, 'id' | 'organizationId'>>;
  replyToInteraction?: Resolver<Maybe<ResolversTypes['ReplyToInteractionPayload']>, ParentType, ContextType, RequireFields<MutationReplyToInteractionArgs, 'input'>>;
  setCategorySlot?: Resolver<Maybe<ResolversTypes['SetCategorySlotPayload']>, ParentType, ContextType, RequireFields<MutationSetCategorySlotArgs, 'index' | 'organizationId'>>;
  setRequirements?: Resolver<Maybe<ResolversTypes['SetRequirementsPayload']>, ParentType, ContextType, RequireFields<MutationSetRequirementsArgs, 'input'>>;
  startReport?: Resolver<Maybe<ResolversTypes['StartReportPayload']>, ParentType, ContextType, RequireFields<MutationStartReportArgs, 'input'>>;
  unassignShiftPattern?: Resolver<Maybe<ResolversTypes['UnassignShiftPatternPayload']>, ParentType, ContextType, RequireFields<MutationUnassignShiftPatternArgs, 'people'>>;
  updateAccount?: Resolver<Maybe<ResolversTypes['UpdateAccountPayload']>, ParentType, ContextType, RequireFields<MutationUpdateAccountArgs, 'by' | 'input'>>;
  updateAdditionalProperties?: Resolver<Maybe<ResolversTypes['UpdateAdditionalPropertiesPayload']>, ParentType, ContextType, RequireFields<MutationUpdateAdditionalPropertiesArgs, 'input'>>;
  updateBot?: Resolver<Maybe<ResolversTypes['UpdateBotPayload']>, ParentType, ContextType, RequireFields<MutationUpdateBotArgs, 'id' | 'input'>>;
  updateBotInstance?: Resolver<Maybe<ResolversTypes['UpdateBotInstancePayload']>, ParentType, ContextType, RequireFields<MutationUpdateBotInstanceArgs, 'id' | 'input'>>;
  updateCategory?: Resolver<Maybe<ResolversTypes['UpdateCategoryPayload']>, ParentType, ContextType, RequireFields<MutationUpdateCategoryArgs, 'id' | 'input' | 'organizationId'>>;
  updateContact?: Resolver<Maybe<ResolversTypes['UpdateContactPayload']>, ParentType, ContextType, RequireFields<MutationUpdateContactArgs, 'by' | 'input'>>;
  updateForm?: Resolver<Maybe<ResolversTypes['UpdateFormPayload']>, ParentType, ContextType, RequireFields<MutationUpdateFormArgs, 'id' | 'input'>>;
  updateFormField?: Resolver<Maybe<ResolversTypes['UpdateFormFieldPayload']>, ParentType, ContextType, RequireFields<MutationUpdateFormFieldArgs, 'formId' | 'id' | 'input'>>;
  updateLabel?: Resolver<Maybe<ResolversTypes['UpdateLabelPayload']>, ParentType, ContextType, RequireFields<MutationUpdateLabelArgs, 'id' | 'input'>>;
  updateOrganization?: Resolver<Maybe<ResolversTypes['UpdateOrganizationPayload']>, ParentType, ContextType, RequireFields<MutationUpdateOrganizationArgs, 'id' | 'input'>>;
  updateOrganizationGroup?: Resolver<Maybe<ResolversTypes['UpdateOrganizationGroupPayload']>, ParentType, ContextType, RequireFields<MutationUpdateOrganizationGroupArgs, 'id' | 'input'>>;
  updatePerson?: Resolver<Maybe<ResolversTypes['UpdatePersonPayload']>, ParentType, ContextType, RequireFields<MutationUpdatePersonArgs, 'id' | 'input'>>;
  updateQueue?: Resolver<Maybe<ResolversTypes['UpdateQueuePayload']>, ParentType, ContextType, RequireFields<MutationUpdateQueueArgs, 'id' | 'input'>>;
  updateService?: Resolver<Maybe<ResolversTypes['UpdateServicePayload']>, ParentType, ContextType, RequireFields<MutationUpdateServiceArgs, 'id' | 'input'>>;
  updateShiftPattern?: Resolver<Maybe<ResolversTypes['UpdateShiftPatternPayload']>, ParentType, ContextType, RequireFields<MutationUpdateShiftPatternArgs, 'id' | 'input'>>;
  updateSite?: Resolver<Maybe<ResolversTypes['UpdateSitePayload']>, ParentType, ContextType, RequireFields<MutationUpdateSiteArgs, 'id' | 'input'>>;
  updateSkill?: Resolver<Maybe<ResolversTypes['UpdateSkillPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSkillArgs, 'id' | 'input'>>;
  updateTeam?: Resolver<Maybe<ResolversTypes['UpdateTeamPayload']>, ParentType, ContextType, RequireFields<MutationUpdateTeamArgs, 'id' | 'input'>>;
  updateUsageLog?: Resolver<Maybe<ResolversTypes['UpdateUsageLogPayload']>, ParentType, ContextType, RequireFields<MutationUpdateUsageLogArgs, 'id' | 'input'>>;
  updateUser?: Resolver<Maybe<ResolversTypes['UpdateUserPayload']>, ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'id' | 'input'>>;
  uploadOrganizationLogo?: Resolver<Maybe<ResolversTypes['UploadOrganizationLogoPayload']>, ParentType, ContextType, RequireFields<MutationUploadOrganizationLogoArgs, 'id' | 'input'>>;
  uploadUserAvatar?: Resolver<Maybe<ResolversTypes['UploadUserAvatarPayload']>, ParentType, ContextType, RequireFields<MutationUploadUserAvatarArgs, 'id' | 'input'>>;
  upsertAccount?: Resolver<Maybe<ResolversTypes['UpsertAccountPayload']>, ParentType, ContextType, RequireFields<MutationUpsertAccountArgs, 'input'>>;
  upsertContact?: Resolver<Maybe<ResolversTypes['UpsertContactPayload']>, ParentType, ContextType, RequireFields<MutationUpsertContactArgs, 'input'>>;
  upsertConversations?: Resolver<Maybe<ResolversTypes['UpsertConversationsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertConversationsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'ActivityType' | 'Bot' | 'BotInstance' | 'Category' | 'Contact' | 'ForecastTotal' | 'Form' | 'FormField' | 'Label' | 'Organization' | 'OrganizationGroup' | 'Person' | 'Queue' | 'Report' | 'RequirementType' | 'Role' | 'Service' | 'ShiftPattern' | 'Site' | 'Skill' | 'Team' | 'UsageLog' | 'User', ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccountLink']>>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganizationAlias']>>, ParentType, ContextType>;
  billingInfo?: Resolver<Maybe<ResolversTypes['BillingInfo']>, ParentType, ContextType>;
  botInstances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BotInstance']>>, ParentType, ContextType>;
  bots?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Bot']>>, ParentType, ContextType>;
  categories?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Category']>>>, ParentType, ContextType>;
  children?: Resolver<Maybe<ResolversTypes['OrganizationConnection']>, ParentType, ContextType, RequireFields<OrganizationChildrenArgs, 'first'>>;
  commands?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataRetention?: Resolver<Maybe<ResolversTypes['DataRetention']>, ParentType, ContextType>;
  defaultRole?: Resolver<Maybe<ResolversTypes['SelfRegistrationRole']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domainPrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  emailAs?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  forms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Form']>>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganizationGroup']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  partners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganizationPartner']>>, ParentType, ContextType>;
  profileFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ProfileField']>>, ParentType, ContextType>;
  services?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Service']>>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['OrganizationSettings']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['OrganizationStatus']>, ParentType, ContextType>;
  stopwords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<OrganizationUsersArgs, 'first'>>;
  whitelist?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  workflows?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Workflow']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationAliasResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationAlias'] = ResolversParentTypes['OrganizationAlias']> = {
  avatar?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type OrganizationGroupResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationGroup'] = ResolversParentTypes['OrganizationGroup']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['OrganizationConnection']>, ParentType, ContextType, RequireFields<OrganizationGroupMembersArgs, 'first'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationGroupConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationGroupConnection'] = ResolversParentTypes['OrganizationGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganizationGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrganizationGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrganizationGroupEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationGroupEdge'] = ResolversParentTypes['OrganizationGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrganizationGroup'], ParentType, ContextType>;
};

export type OrganizationGroupSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type OrganizationLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationLink'] = ResolversParentTypes['OrganizationLink']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LinkReason'], ParentType, ContextType>;
};

export type OrganizationMembershipResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationMembership'] = ResolversParentTypes['OrganizationMembership']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['UserRole']>, ParentType, ContextType>;
  selected?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type OrganizationPartnerResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationPartner'] = ResolversParentTypes['OrganizationPartner']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  permission?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganizationSettingsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OrganizationSettings'] = ResolversParentTypes['OrganizationSettings']> = {
  enableMail?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  routeOnReply?: Resolver<Maybe<ResolversTypes['RouteOnReply']>, ParentType, ContextType>;
};

export type OrganizationSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type OrganizationStatusResolvers = { ACTIVE: 'active', ARCHIVED: 'archived', PENDING_ARCHIVE: 'pendingArchive', QUEUED: 'queued' };

export type PageInfoResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  activities?: Resolver<Maybe<ResolversTypes['ActivityConnection']>, ParentType, ContextType, RequireFields<PersonActivitiesArgs, 'first' | 'window'>>;
  agentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agentRole?: Resolver<Maybe<ResolversTypes['AgentRole']>, ParentType, ContextType>;
  channels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Channel']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currentActivity?: Resolver<Maybe<ResolversTypes['Activity']>, ParentType, ContextType, Partial<PersonCurrentActivityArgs>>;
  currentState?: Resolver<Maybe<ResolversTypes['AgentState']>, ParentType, ContextType>;
  deleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventChanges?: Resolver<Maybe<ResolversTypes['EventChangeConnection']>, ParentType, ContextType, RequireFields<PersonEventChangesArgs, 'first' | 'window'>>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importedId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  onShift?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, Partial<PersonOnShiftArgs>>;
  platforms?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  queues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Queue']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  shiftPattern?: Resolver<Maybe<ResolversTypes['ShiftPattern']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  skills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Skill']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  staffable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  states?: Resolver<Maybe<ResolversTypes['AgentStateConnection']>, ParentType, ContextType, RequireFields<PersonStatesArgs, 'first' | 'window'>>;
  teams?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Team']>>, ParentType, ContextType>;
  timeOffRequests?: Resolver<Maybe<ResolversTypes['TimeOffRequestConnection']>, ParentType, ContextType, RequireFields<PersonTimeOffRequestsArgs, 'first' | 'window'>>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserLink']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type PersonLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonLink'] = ResolversParentTypes['PersonLink']> = {
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LinkReason'], ParentType, ContextType>;
};

export type PersonSortFieldResolvers = { FIRST_NAME: 'first_name', LAST_NAME: 'last_name', ROLE: 'role' };

export interface PortScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Port'], any> {
  name: 'Port';
}

export type PostAgentStatePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostAgentStatePayload'] = ResolversParentTypes['PostAgentStatePayload']> = {
  agentPlatformId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProfileFieldResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ProfileField'] = ResolversParentTypes['ProfileField']> = {
  definition?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'by'>>;
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  activities?: Resolver<Maybe<ResolversTypes['ActivityConnection']>, ParentType, ContextType, RequireFields<QueryActivitiesArgs, 'first' | 'window'>>;
  activityType?: Resolver<Maybe<ResolversTypes['ActivityType']>, ParentType, ContextType, RequireFields<QueryActivityTypeArgs, 'id'>>;
  activityTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActivityType']>>, ParentType, ContextType>;
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType, RequireFields<QueryAdditionalPropertiesArgs, 'of'>>;
  adherenceReport?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryAdherenceReportArgs, 'channel' | 'interval' | 'window'>>;
  agentStateEdits?: Resolver<Maybe<ResolversTypes['AgentStateEditConnection']>, ParentType, ContextType, RequireFields<QueryAgentStateEditsArgs, 'first' | 'window'>>;
  agentStateHandleTimesReport?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryAgentStateHandleTimesReportArgs, 'channel' | 'interval' | 'window'>>;
  agentStates?: Resolver<Maybe<ResolversTypes['AgentStateConnection']>, ParentType, ContextType, RequireFields<QueryAgentStatesArgs, 'first' | 'window'>>;
  agentTicketStatsReport?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryAgentTicketStatsReportArgs, 'channel' | 'interval' | 'window'>>;
  bot?: Resolver<Maybe<ResolversTypes['Bot']>, ParentType, ContextType, RequireFields<QueryBotArgs, 'id'>>;
  botInstance?: Resolver<Maybe<ResolversTypes['BotInstance']>, ParentType, ContextType, RequireFields<QueryBotInstanceArgs, 'id'>>;
  botInstances?: Resolver<Maybe<ResolversTypes['BotInstanceConnection']>, ParentType, ContextType, RequireFields<QueryBotInstancesArgs, 'first'>>;
  bots?: Resolver<Maybe<ResolversTypes['BotConnection']>, ParentType, ContextType, RequireFields<QueryBotsArgs, 'first'>>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'id' | 'organization'>>;
  condensedStates?: Resolver<Maybe<ResolversTypes['AgentStateConnection']>, ParentType, ContextType, RequireFields<QueryCondensedStatesArgs, 'first' | 'window'>>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactArgs, 'by'>>;
  contacts?: Resolver<Maybe<ResolversTypes['ContactConnection']>, ParentType, ContextType, RequireFields<QueryContactsArgs, 'first'>>;
  customer360?: Resolver<Maybe<ResolversTypes['Customer360']>, ParentType, ContextType, RequireFields<QueryCustomer360Args, 'by'>>;
  eventChanges?: Resolver<Maybe<ResolversTypes['EventChangeConnection']>, ParentType, ContextType, RequireFields<QueryEventChangesArgs, 'first' | 'window'>>;
  forecastTotal?: Resolver<Maybe<ResolversTypes['ForecastTotal']>, ParentType, ContextType, RequireFields<QueryForecastTotalArgs, 'id'>>;
  forecastTotals?: Resolver<Maybe<ResolversTypes['ForecastTotalConnection']>, ParentType, ContextType, RequireFields<QueryForecastTotalsArgs, 'first' | 'window'>>;
  forecastedVsActuals?: Resolver<Maybe<ResolversTypes['ForecastedVsActualConnection']>, ParentType, ContextType, RequireFields<QueryForecastedVsActualsArgs, 'channel' | 'first' | 'intervalMinutes' | 'window'>>;
  forecasts?: Resolver<Maybe<ResolversTypes['ForecastConnection']>, ParentType, ContextType, RequireFields<QueryForecastsArgs, 'channel' | 'first' | 'window'>>;
  form?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType, RequireFields<QueryFormArgs, 'id'>>;
  formField?: Resolver<Maybe<ResolversTypes['FormField']>, ParentType, ContextType, RequireFields<QueryFormFieldArgs, 'form' | 'id'>>;
  forms?: Resolver<Maybe<ResolversTypes['FormConnection']>, ParentType, ContextType, RequireFields<QueryFormsArgs, 'first'>>;
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType, RequireFields<QueryLabelArgs, 'id'>>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Label']>>, ParentType, ContextType, Partial<QueryLabelsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'by'>>;
  organizationGroup?: Resolver<Maybe<ResolversTypes['OrganizationGroup']>, ParentType, ContextType, RequireFields<QueryOrganizationGroupArgs, 'id'>>;
  organizationGroups?: Resolver<Maybe<ResolversTypes['OrganizationGroupConnection']>, ParentType, ContextType, RequireFields<QueryOrganizationGroupsArgs, 'first'>>;
  organizations?: Resolver<Maybe<ResolversTypes['OrganizationConnection']>, ParentType, ContextType, RequireFields<QueryOrganizationsArgs, 'first'>>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<QueryPeopleArgs, 'first'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'by'>>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType, RequireFields<QueryQueueArgs, 'id'>>;
  queues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Queue']>>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<QueryReportArgs, 'id'>>;
  requirementType?: Resolver<Maybe<ResolversTypes['RequirementType']>, ParentType, ContextType, RequireFields<QueryRequirementTypeArgs, 'id'>>;
  requirementTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RequirementType']>>, ParentType, ContextType>;
  requirements?: Resolver<Maybe<ResolversTypes['RequirementConnection']>, ParentType, ContextType, RequireFields<QueryRequirementsArgs, 'first' | 'window'>>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType, RequireFields<QueryRoleArgs, 'id'>>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<QueryServiceArgs, 'id'>>;
  services?: Resolver<Maybe<ResolversTypes['ServiceConnection']>, ParentType, ContextType, RequireFields<QueryServicesArgs, 'first'>>;
  shiftPattern?: Resolver<Maybe<ResolversTypes['ShiftPattern']>, ParentType, ContextType, RequireFields<QueryShiftPatternArgs, 'id'>>;
  shiftPatterns?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ShiftPattern']>>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType, RequireFields<QuerySiteArgs, 'id'>>;
  sites?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Site']>>, ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<QuerySkillArgs, 'id'>>;
  skills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Skill']>>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType, RequireFields<QueryTeamArgs, 'id'>>;
  teams?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Team']>>, ParentType, ContextType>;
  timeOffRequests?: Resolver<Maybe<ResolversTypes['TimeOffRequestConnection']>, ParentType, ContextType, RequireFields<QueryTimeOffRequestsArgs, 'first'>>;
  timeOffUpdates?: Resolver<Maybe<ResolversTypes['TimeOffUpdateConnection']>, ParentType, ContextType, RequireFields<QueryTimeOffUpdatesArgs, 'first'>>;
  usageLog?: Resolver<Maybe<ResolversTypes['UsageLog']>, ParentType, ContextType, RequireFields<QueryUsageLogArgs, 'id'>>;
  usageLogs?: Resolver<Maybe<ResolversTypes['UsageLogConnection']>, ParentType, ContextType, RequireFields<QueryUsageLogsArgs, 'first'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'by'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  viewerOrganizations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrganizationMembership']>>, ParentType, ContextType>;
};

export type QueueResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<QueuePeopleArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveCategoryPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RemoveCategoryPayload'] = ResolversParentTypes['RemoveCategoryPayload']> = {
  deletedCategoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RemoveOrganizationGroupMemberPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RemoveOrganizationGroupMemberPayload'] = ResolversParentTypes['RemoveOrganizationGroupMemberPayload']> = {
  organizationGroup?: Resolver<Maybe<ResolversTypes['OrganizationGroup']>, ParentType, ContextType>;
  organizationGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RemoveUserFromOrganizationPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RemoveUserFromOrganizationPayload'] = ResolversParentTypes['RemoveUserFromOrganizationPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReplyToInteractionPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ReplyToInteractionPayload'] = ResolversParentTypes['ReplyToInteractionPayload']> = {
  replyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReportResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['ReportMetricConnection']>, ParentType, ContextType, RequireFields<ReportMetricsArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ReportStatus']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportIntervalResolvers = { DAY: '24h', HALF_HOUR: '30m', HOUR: '1h', WEEK: '1w' };

export type ReportMetricResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ReportMetric'] = ResolversParentTypes['ReportMetric']> = {
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ReportMetricType']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ReportMetricConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ReportMetricConnection'] = ResolversParentTypes['ReportMetricConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReportMetricEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReportMetric']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReportMetricEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ReportMetricEdge'] = ResolversParentTypes['ReportMetricEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReportMetric'], ParentType, ContextType>;
};

export type ReportMetricTypeResolvers = { FULL_INTERVAL: 'full_interval', INTERVAL: 'interval' };

export type ReportStatusResolvers = { COMPLETE: 'complete', ERROR: 'error', IN_PROGRESS: 'in_progress' };

export type ReportTypeResolvers = { ADHERENCE: 'adherence', AGENT_STATE_HANDLE_TIMES: 'agent_state_handle_times', AGENT_TICKET_STATS: 'agent_ticket_stats' };

export type RequirementResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Requirement'] = ResolversParentTypes['Requirement']> = {
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  required?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  scheduled?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['RequirementType']>, ParentType, ContextType>;
};

export type RequirementConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RequirementConnection'] = ResolversParentTypes['RequirementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RequirementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Requirement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RequirementEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RequirementEdge'] = ResolversParentTypes['RequirementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Requirement'], ParentType, ContextType>;
};

export type RequirementTypeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RequirementType'] = ResolversParentTypes['RequirementType']> = {
  activityTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ActivityType']>>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RetentionUnitResolvers = { MONTH: 'month', YEAR: 'year' };

export type RoleResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<RolePeopleArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RouteOnReplyResolvers = { ACCEPT: 'accept', ASSIGN: 'assign', ROUTE: 'route' };

export interface ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Scope'], any> {
  name: 'Scope';
}

export type SelfRegistrationRoleResolvers = { AGENT: 'agent', GUEST: 'guest' };

export type ServiceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  smoochAppId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  smoochId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ServiceStatus']>, ParentType, ContextType>;
  touchpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ServiceType']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Service']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ServiceDayResolvers = { FRIDAY: 'FRIDAY', MONDAY: 'MONDAY', SATURDAY: 'SATURDAY', SUNDAY: 'SUNDAY', THURSDAY: 'THURSDAY', TUESDAY: 'TUESDAY', WEDNESDAY: 'WEDNESDAY' };

export type ServiceEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
};

export type ServiceSortFieldResolvers = { CREATED_AT: 'createdAt', NAME: 'name', UPDATED_AT: 'updatedAt' };

export type ServiceStatusResolvers = { ACTIVE: 'active', ARCHIVED: 'archived', DISABLED: 'disabled', PENDING_ARCHIVE: 'pendingArchive', QUEUED: 'queued' };

export type ServiceTypeResolvers = { API: 'api', GBM: 'gbm', INTERCOM: 'intercom', MAILGUN: 'mailgun', MESSENGER: 'messenger', SMARTSUPP: 'smartsupp', SMOOCH: 'smooch', TWILIO: 'twilio', WEBHOOK: 'webhook' };

export type ServingPersonConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ServingPersonConnection'] = ResolversParentTypes['ServingPersonConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServingPersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ServingPersonEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ServingPersonEdge'] = ResolversParentTypes['ServingPersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  userLinks?: Resolver<ReadonlyArray<ResolversTypes['UserLink']>, ParentType, ContextType>;
};

export type SetCategorySlotPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SetCategorySlotPayload'] = ResolversParentTypes['SetCategorySlotPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetRequirementsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SetRequirementsPayload'] = ResolversParentTypes['SetRequirementsPayload']> = {
  appliedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WritePart']>>, ParentType, ContextType>;
};

export type ShiftResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Shift'] = ResolversParentTypes['Shift']> = {
  endTime?: Resolver<Maybe<ResolversTypes['ShiftTime']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['ShiftTime']>, ParentType, ContextType>;
};

export type ShiftPatternResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ShiftPattern'] = ResolversParentTypes['ShiftPattern']> = {
  assignedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  authorEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excludedDurationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<ShiftPatternPeopleArgs, 'first'>>;
  shifts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Shift']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShiftTimeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ShiftTime'] = ResolversParentTypes['ShiftTime']> = {
  dayOfWeek?: Resolver<Maybe<ResolversTypes['DayOfWeek']>, ParentType, ContextType>;
  hour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<SitePeopleArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<SkillPeopleArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StartReportPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['StartReportPayload'] = ResolversParentTypes['StartReportPayload']> = {
  report?: Resolver<Maybe<ResolversTypes['Report']>, ParentType, ContextType>;
  reportId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TeamResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Team'] = ResolversParentTypes['Team']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['PersonConnection']>, ParentType, ContextType, RequireFields<TeamPeopleArgs, 'first'>>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimeOffRequestResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffRequest'] = ResolversParentTypes['TimeOffRequest']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TimeOffStatus']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ActivityType']>, ParentType, ContextType>;
  updates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TimeOffUpdate']>>, ParentType, ContextType>;
};

export type TimeOffRequestConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffRequestConnection'] = ResolversParentTypes['TimeOffRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TimeOffRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TimeOffRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TimeOffRequestEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffRequestEdge'] = ResolversParentTypes['TimeOffRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimeOffRequest'], ParentType, ContextType>;
};

export type TimeOffStatusResolvers = { APPROVED: 'approved', CANCELED: 'canceled', DENIED: 'denied', PENDING: 'pending' };

export type TimeOffUnitResolvers = { DAYS: 'days', HOURS: 'hours' };

export type TimeOffUpdateResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffUpdate'] = ResolversParentTypes['TimeOffUpdate']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['TimeOffRequest']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['TimeOffUpdateType']>, ParentType, ContextType>;
};

export type TimeOffUpdateConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffUpdateConnection'] = ResolversParentTypes['TimeOffUpdateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TimeOffUpdateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TimeOffUpdate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TimeOffUpdateEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeOffUpdateEdge'] = ResolversParentTypes['TimeOffUpdateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimeOffUpdate'], ParentType, ContextType>;
};

export type TimeOffUpdateTypeResolvers = { APPROVE: 'approve', CANCEL: 'cancel', DENY: 'deny', EDIT: 'edit' };

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnassignShiftPatternPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UnassignShiftPatternPayload'] = ResolversParentTypes['UnassignShiftPatternPayload']> = {
  agentIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type UpdateAccountPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateAccountPayload'] = ResolversParentTypes['UpdateAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateAdditionalPropertiesPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateAdditionalPropertiesPayload'] = ResolversParentTypes['UpdateAdditionalPropertiesPayload']> = {
  additionalProperties?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateBotInstancePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateBotInstancePayload'] = ResolversParentTypes['UpdateBotInstancePayload']> = {
  botInstance?: Resolver<Maybe<ResolversTypes['BotInstance']>, ParentType, ContextType>;
  botInstanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateBotPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateBotPayload'] = ResolversParentTypes['UpdateBotPayload']> = {
  bot?: Resolver<Maybe<ResolversTypes['Bot']>, ParentType, ContextType>;
  botId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateCategoryPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateCategoryPayload'] = ResolversParentTypes['UpdateCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateContactPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateContactPayload'] = ResolversParentTypes['UpdateContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateFormFieldPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateFormFieldPayload'] = ResolversParentTypes['UpdateFormFieldPayload']> = {
  formField?: Resolver<Maybe<ResolversTypes['FormField']>, ParentType, ContextType>;
  formFieldId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateFormPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateFormPayload'] = ResolversParentTypes['UpdateFormPayload']> = {
  form?: Resolver<Maybe<ResolversTypes['Form']>, ParentType, ContextType>;
  formId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateLabelPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateLabelPayload'] = ResolversParentTypes['UpdateLabelPayload']> = {
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  labelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateOrganizationGroupPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateOrganizationGroupPayload'] = ResolversParentTypes['UpdateOrganizationGroupPayload']> = {
  organizationGroup?: Resolver<Maybe<ResolversTypes['OrganizationGroup']>, ParentType, ContextType>;
  organizationGroupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateOrganizationPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateOrganizationPayload'] = ResolversParentTypes['UpdateOrganizationPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdatePersonPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdatePersonPayload'] = ResolversParentTypes['UpdatePersonPayload']> = {
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  personId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateQueuePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateQueuePayload'] = ResolversParentTypes['UpdateQueuePayload']> = {
  queue?: Resolver<Maybe<ResolversTypes['Queue']>, ParentType, ContextType>;
  queueId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateServicePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateServicePayload'] = ResolversParentTypes['UpdateServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  serviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateShiftPatternPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateShiftPatternPayload'] = ResolversParentTypes['UpdateShiftPatternPayload']> = {
  shiftPattern?: Resolver<Maybe<ResolversTypes['ShiftPattern']>, ParentType, ContextType>;
  shiftPatternId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateSitePayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateSitePayload'] = ResolversParentTypes['UpdateSitePayload']> = {
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  siteId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateSkillPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateSkillPayload'] = ResolversParentTypes['UpdateSkillPayload']> = {
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  skillId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateTeamPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateTeamPayload'] = ResolversParentTypes['UpdateTeamPayload']> = {
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType>;
  teamId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateUsageLogPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateUsageLogPayload'] = ResolversParentTypes['UpdateUsageLogPayload']> = {
  usageLog?: Resolver<Maybe<ResolversTypes['UsageLog']>, ParentType, ContextType>;
  usageLogId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type UploadOrganizationLogoPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UploadOrganizationLogoPayload'] = ResolversParentTypes['UploadOrganizationLogoPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UploadUserAvatarPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UploadUserAvatarPayload'] = ResolversParentTypes['UploadUserAvatarPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpsertAccountPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpsertAccountPayload'] = ResolversParentTypes['UpsertAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpsertContactPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpsertContactPayload'] = ResolversParentTypes['UpsertContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpsertConversationsPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UpsertConversationsPayload'] = ResolversParentTypes['UpsertConversationsPayload']> = {
  appliedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WritePart']>>, ParentType, ContextType>;
};

export type UsageLogResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UsageLog'] = ResolversParentTypes['UsageLog']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  attribute?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['UsageLogType']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  valueUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UsageLogConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UsageLogConnection'] = ResolversParentTypes['UsageLogConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UsageLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UsageLog']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UsageLogEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UsageLogEdge'] = ResolversParentTypes['UsageLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UsageLog'], ParentType, ContextType>;
};

export type UsageLogTypeResolvers = { ACTION: 'Action', CUMULATIVE_METRIC: 'CumulativeMetric', MESSAGE: 'Message', METRIC: 'Metric' };

export type UsageLogTypeInputResolvers = { ACTION: 'Action', CUMULATIVE_METRIC: 'CumulativeMetric', METRIC: 'Metric' };

export type UserResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  additionalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ContactLink']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastLogin?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  personLinks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonLink']>>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['UserRole']>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['UserSettings']>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['UserStatus']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UserLink'] = ResolversParentTypes['UserLink']> = {
  reason?: Resolver<ResolversTypes['LinkReason'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserRoleResolvers = { ADMIN: 'admin', AGENT: 'agent', BOT: 'bot', GUEST: 'guest', OWNER: 'owner', SUPERVISOR: 'supervisor' };

export type UserRoleInputResolvers = { ADMIN: 'admin', AGENT: 'agent', OWNER: 'owner' };

export type UserSettingsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['UserSettings'] = ResolversParentTypes['UserSettings']> = {
  audioOnChat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  audioOnMessage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  cannedResponses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  focusOnAccept?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  localeSet?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  notifications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  notifyOnChat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  notifyOnMessage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pushNotify?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tabdotMessage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tabdotNotify?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['TimeZone']>, ParentType, ContextType>;
  timezoneSet?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UserSortFieldResolvers = { CREATED_AT: 'createdAt', EMAIL: 'email', FAMILY_NAME: 'familyName', GIVEN_NAME: 'givenName', UPDATED_AT: 'updatedAt' };

export type UserStatusResolvers = { ACTIVE: 'active', ARCHIVED: 'archived', INVITED: 'invited', QUEUED: 'queued' };

export type WorkflowResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationTags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  organizations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Organization']>>, ParentType, ContextType>;
  rules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WorkflowRule']>>, ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WorkflowConditionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WorkflowCondition'] = ResolversParentTypes['WorkflowCondition']> = {
  definition?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkflowConditionsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WorkflowConditions'] = ResolversParentTypes['WorkflowConditions']> = {
  all?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WorkflowCondition']>>, ParentType, ContextType>;
  any?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WorkflowCondition']>>, ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
};

export type WorkflowEventResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WorkflowEvent'] = ResolversParentTypes['WorkflowEvent']> = {
  params?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkflowRuleResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WorkflowRule'] = ResolversParentTypes['WorkflowRule']> = {
  conditions?: Resolver<Maybe<ResolversTypes['WorkflowConditions']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['WorkflowEvent']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type WritePartResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WritePart'] = ResolversParentTypes['WritePart']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstInput?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inputCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['WriteOutcome'], ParentType, ContextType>;
  retryAfterMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  safeToSendAgain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = OperationContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountLink?: AccountLinkResolvers<ContextType>;
  AccountType?: AccountTypeResolvers;
  Activity?: ActivityResolvers<ContextType>;
  ActivityConnection?: ActivityConnectionResolvers<ContextType>;
  ActivityEdge?: ActivityEdgeResolvers<ContextType>;
  ActivityType?: ActivityTypeResolvers<ContextType>;
  ActivityVersion?: ActivityVersionResolvers<ContextType>;
  AddCategoryPayload?: AddCategoryPayloadResolvers<ContextType>;
  AddOrganizationGroupMembersPayload?: AddOrganizationGroupMembersPayloadResolvers<ContextType>;
  AgentRole?: AgentRoleResolvers;
  AgentState?: AgentStateResolvers<ContextType>;
  AgentStateConnection?: AgentStateConnectionResolvers<ContextType>;
  AgentStateEdge?: AgentStateEdgeResolvers<ContextType>;
  AgentStateEdit?: AgentStateEditResolvers<ContextType>;
  AgentStateEditAction?: AgentStateEditActionResolvers;
  AgentStateEditConnection?: AgentStateEditConnectionResolvers<ContextType>;
  AgentStateEditEdge?: AgentStateEditEdgeResolvers<ContextType>;
  AgentStateVersion?: AgentStateVersionResolvers<ContextType>;
  AssignShiftPatternPayload?: AssignShiftPatternPayloadResolvers<ContextType>;
  AssociatePlatformIdPayload?: AssociatePlatformIdPayloadResolvers<ContextType>;
  BillingInfo?: BillingInfoResolvers<ContextType>;
  Bot?: BotResolvers<ContextType>;
  BotAudience?: BotAudienceResolvers;
  BotConnection?: BotConnectionResolvers<ContextType>;
  BotEdge?: BotEdgeResolvers<ContextType>;
  BotInstance?: BotInstanceResolvers<ContextType>;
  BotInstanceConnection?: BotInstanceConnectionResolvers<ContextType>;
  BotInstanceEdge?: BotInstanceEdgeResolvers<ContextType>;
  BotInstanceSortField?: BotInstanceSortFieldResolvers;
  BotSortField?: BotSortFieldResolvers;
  BotStatus?: BotStatusResolvers;
  CancelTimeOffRequestPayload?: CancelTimeOffRequestPayloadResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  Channel?: ChannelResolvers;
  Client?: ClientResolvers<ContextType>;
  ClientLimits?: ClientLimitsResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactConnection?: ContactConnectionResolvers<ContextType>;
  ContactEdge?: ContactEdgeResolvers<ContextType>;
  ContactLink?: ContactLinkResolvers<ContextType>;
  ContractType?: ContractTypeResolvers;
  ConversationStatus?: ConversationStatusResolvers;
  CountryCode?: GraphQLScalarType;
  CreateAccountPayload?: CreateAccountPayloadResolvers<ContextType>;
  CreateActivitiesPayload?: CreateActivitiesPayloadResolvers<ContextType>;
  CreateActivityPayload?: CreateActivityPayloadResolvers<ContextType>;
  CreateActivityTypePayload?: CreateActivityTypePayloadResolvers<ContextType>;
  CreateAdditionalPropertiesPayload?: CreateAdditionalPropertiesPayloadResolvers<ContextType>;
  CreateBotInstancePayload?: CreateBotInstancePayloadResolvers<ContextType>;
  CreateBotPayload?: CreateBotPayloadResolvers<ContextType>;
  CreateContactPayload?: CreateContactPayloadResolvers<ContextType>;
  CreateForecastTotalsPayload?: CreateForecastTotalsPayloadResolvers<ContextType>;
  CreateFormFieldPayload?: CreateFormFieldPayloadResolvers<ContextType>;
  CreateFormPayload?: CreateFormPayloadResolvers<ContextType>;
  CreateInteractionPayload?: CreateInteractionPayloadResolvers<ContextType>;
  CreateLabelPayload?: CreateLabelPayloadResolvers<ContextType>;
  CreateOrganizationGroupPayload?: CreateOrganizationGroupPayloadResolvers<ContextType>;
  CreateOrganizationPayload?: CreateOrganizationPayloadResolvers<ContextType>;
  CreatePeoplePayload?: CreatePeoplePayloadResolvers<ContextType>;
  CreatePersonPayload?: CreatePersonPayloadResolvers<ContextType>;
  CreateQaScoresPayload?: CreateQaScoresPayloadResolvers<ContextType>;
  CreateQueuesPayload?: CreateQueuesPayloadResolvers<ContextType>;
  CreateServicePayload?: CreateServicePayloadResolvers<ContextType>;
  CreateShiftPatternPayload?: CreateShiftPatternPayloadResolvers<ContextType>;
  CreateSitesPayload?: CreateSitesPayloadResolvers<ContextType>;
  CreateSkillsPayload?: CreateSkillsPayloadResolvers<ContextType>;
  CreateTeamsPayload?: CreateTeamsPayloadResolvers<ContextType>;
  CreateTimeOffRequestPayload?: CreateTimeOffRequestPayloadResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  Customer360?: Customer360Resolvers<ContextType>;
  DataRetention?: DataRetentionResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DayOfWeek?: DayOfWeekResolvers;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteActivitiesPayload?: DeleteActivitiesPayloadResolvers<ContextType>;
  DeleteActivityTypePayload?: DeleteActivityTypePayloadResolvers<ContextType>;
  DeleteAdditionalPropertiesPayload?: DeleteAdditionalPropertiesPayloadResolvers<ContextType>;
  DeleteBotInstancePayload?: DeleteBotInstancePayloadResolvers<ContextType>;
  DeleteBotPayload?: DeleteBotPayloadResolvers<ContextType>;
  DeleteContactPayload?: DeleteContactPayloadResolvers<ContextType>;
  DeleteForecastTotalPayload?: DeleteForecastTotalPayloadResolvers<ContextType>;
  DeleteFormFieldPayload?: DeleteFormFieldPayloadResolvers<ContextType>;
  DeleteFormPayload?: DeleteFormPayloadResolvers<ContextType>;
  DeleteLabelPayload?: DeleteLabelPayloadResolvers<ContextType>;
  DeleteOrganizationGroupPayload?: DeleteOrganizationGroupPayloadResolvers<ContextType>;
  DeleteOrganizationLogoPayload?: DeleteOrganizationLogoPayloadResolvers<ContextType>;
  DeleteOrganizationPayload?: DeleteOrganizationPayloadResolvers<ContextType>;
  DeletePersonPayload?: DeletePersonPayloadResolvers<ContextType>;
  DeleteQueuesPayload?: DeleteQueuesPayloadResolvers<ContextType>;
  DeleteServicePayload?: DeleteServicePayloadResolvers<ContextType>;
  DeleteShiftPatternPayload?: DeleteShiftPatternPayloadResolvers<ContextType>;
  DeleteSitesPayload?: DeleteSitesPayloadResolvers<ContextType>;
  DeleteSkillsPayload?: DeleteSkillsPayloadResolvers<ContextType>;
  DeleteTeamsPayload?: DeleteTeamsPayloadResolvers<ContextType>;
  DeleteUsageLogPayload?: DeleteUsageLogPayloadResolvers<ContextType>;
  DeleteUserAvatarPayload?: DeleteUserAvatarPayloadResolvers<ContextType>;
  DeleteUserPayload?: DeleteUserPayloadResolvers<ContextType>;
  EditAgentStatesPayload?: EditAgentStatesPayloadResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  EndAgentStatePayload?: EndAgentStatePayloadResolvers<ContextType>;
  EventChange?: EventChangeResolvers<ContextType>;
  EventChangeAuthor?: EventChangeAuthorResolvers<ContextType>;
  EventChangeConnection?: EventChangeConnectionResolvers<ContextType>;
  EventChangeEdge?: EventChangeEdgeResolvers<ContextType>;
  EventChangeType?: EventChangeTypeResolvers;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastConnection?: ForecastConnectionResolvers<ContextType>;
  ForecastEdge?: ForecastEdgeResolvers<ContextType>;
  ForecastTotal?: ForecastTotalResolvers<ContextType>;
  ForecastTotalConnection?: ForecastTotalConnectionResolvers<ContextType>;
  ForecastTotalEdge?: ForecastTotalEdgeResolvers<ContextType>;
  ForecastValueType?: ForecastValueTypeResolvers;
  ForecastedActual?: ForecastedActualResolvers<ContextType>;
  ForecastedVsActual?: ForecastedVsActualResolvers<ContextType>;
  ForecastedVsActualConnection?: ForecastedVsActualConnectionResolvers<ContextType>;
  ForecastedVsActualEdge?: ForecastedVsActualEdgeResolvers<ContextType>;
  Form?: FormResolvers<ContextType>;
  FormConnection?: FormConnectionResolvers<ContextType>;
  FormEdge?: FormEdgeResolvers<ContextType>;
  FormField?: FormFieldResolvers<ContextType>;
  FormFieldOption?: FormFieldOptionResolvers<ContextType>;
  FormFieldType?: FormFieldTypeResolvers;
  FormProfileField?: FormProfileFieldResolvers;
  FormSortField?: FormSortFieldResolvers;
  FormStatus?: FormStatusResolvers;
  FormType?: FormTypeResolvers;
  GbmStep?: GbmStepResolvers;
  JSONObject?: GraphQLScalarType;
  Label?: LabelResolvers<ContextType>;
  LabelType?: LabelTypeResolvers;
  Locale?: LocaleResolvers;
  LogUsagePayload?: LogUsagePayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationAlias?: OrganizationAliasResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  OrganizationGroup?: OrganizationGroupResolvers<ContextType>;
  OrganizationGroupConnection?: OrganizationGroupConnectionResolvers<ContextType>;
  OrganizationGroupEdge?: OrganizationGroupEdgeResolvers<ContextType>;
  OrganizationGroupSortField?: OrganizationGroupSortFieldResolvers;
  OrganizationLink?: OrganizationLinkResolvers<ContextType>;
  OrganizationMembership?: OrganizationMembershipResolvers<ContextType>;
  OrganizationPartner?: OrganizationPartnerResolvers<ContextType>;
  OrganizationSettings?: OrganizationSettingsResolvers<ContextType>;
  OrganizationSortField?: OrganizationSortFieldResolvers;
  OrganizationStatus?: OrganizationStatusResolvers;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  PersonLink?: PersonLinkResolvers<ContextType>;
  PersonSortField?: PersonSortFieldResolvers;
  Port?: GraphQLScalarType;
  PostAgentStatePayload?: PostAgentStatePayloadResolvers<ContextType>;
  ProfileField?: ProfileFieldResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  RemoveCategoryPayload?: RemoveCategoryPayloadResolvers<ContextType>;
  RemoveOrganizationGroupMemberPayload?: RemoveOrganizationGroupMemberPayloadResolvers<ContextType>;
  RemoveUserFromOrganizationPayload?: RemoveUserFromOrganizationPayloadResolvers<ContextType>;
  ReplyToInteractionPayload?: ReplyToInteractionPayloadResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  ReportInterval?: ReportIntervalResolvers;
  ReportMetric?: ReportMetricResolvers<ContextType>;
  ReportMetricConnection?: ReportMetricConnectionResolvers<ContextType>;
  ReportMetricEdge?: ReportMetricEdgeResolvers<ContextType>;
  ReportMetricType?: ReportMetricTypeResolvers;
  ReportStatus?: ReportStatusResolvers;
  ReportType?: ReportTypeResolvers;
  Requirement?: RequirementResolvers<ContextType>;
  RequirementConnection?: RequirementConnectionResolvers<ContextType>;
  RequirementEdge?: RequirementEdgeResolvers<ContextType>;
  RequirementType?: RequirementTypeResolvers<ContextType>;
  RetentionUnit?: RetentionUnitResolvers;
  Role?: RoleResolvers<ContextType>;
  RouteOnReply?: RouteOnReplyResolvers;
  Scope?: GraphQLScalarType;
  SelfRegistrationRole?: SelfRegistrationRoleResolvers;
  Service?: ServiceResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceDay?: ServiceDayResolvers;
  ServiceEdge?: ServiceEdgeResolvers<ContextType>;
  ServiceSortField?: ServiceSortFieldResolvers;
  ServiceStatus?: ServiceStatusResolvers;
  ServiceType?: ServiceTypeResolvers;
  ServingPersonConnection?: ServingPersonConnectionResolvers<ContextType>;
  ServingPersonEdge?: ServingPersonEdgeResolvers<ContextType>;
  SetCategorySlotPayload?: SetCategorySlotPayloadResolvers<ContextType>;
  SetRequirementsPayload?: SetRequirementsPayloadResolvers<ContextType>;
  Shift?: ShiftResolvers<ContextType>;
  ShiftPattern?: ShiftPatternResolvers<ContextType>;
  ShiftTime?: ShiftTimeResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  StartReportPayload?: StartReportPayloadResolvers<ContextType>;
  Team?: TeamResolvers<ContextType>;
  TimeOffRequest?: TimeOffRequestResolvers<ContextType>;
  TimeOffRequestConnection?: TimeOffRequestConnectionResolvers<ContextType>;
  TimeOffRequestEdge?: TimeOffRequestEdgeResolvers<ContextType>;
  TimeOffStatus?: TimeOffStatusResolvers;
  TimeOffUnit?: TimeOffUnitResolvers;
  TimeOffUpdate?: TimeOffUpdateResolvers<ContextType>;
  TimeOffUpdateConnection?: TimeOffUpdateConnectionResolvers<ContextType>;
  TimeOffUpdateEdge?: TimeOffUpdateEdgeResolvers<ContextType>;
  TimeOffUpdateType?: TimeOffUpdateTypeResolvers;
  TimeZone?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  UnassignShiftPatternPayload?: UnassignShiftPatternPayloadResolvers<ContextType>;
  UpdateAccountPayload?: UpdateAccountPayloadResolvers<ContextType>;
  UpdateAdditionalPropertiesPayload?: UpdateAdditionalPropertiesPayloadResolvers<ContextType>;
  UpdateBotInstancePayload?: UpdateBotInstancePayloadResolvers<ContextType>;
  UpdateBotPayload?: UpdateBotPayloadResolvers<ContextType>;
  UpdateCategoryPayload?: UpdateCategoryPayloadResolvers<ContextType>;
  UpdateContactPayload?: UpdateContactPayloadResolvers<ContextType>;
  UpdateFormFieldPayload?: UpdateFormFieldPayloadResolvers<ContextType>;
  UpdateFormPayload?: UpdateFormPayloadResolvers<ContextType>;
  UpdateLabelPayload?: UpdateLabelPayloadResolvers<ContextType>;
  UpdateOrganizationGroupPayload?: UpdateOrganizationGroupPayloadResolvers<ContextType>;
  UpdateOrganizationPayload?: UpdateOrganizationPayloadResolvers<ContextType>;
  UpdatePersonPayload?: UpdatePersonPayloadResolvers<ContextType>;
  UpdateQueuePayload?: UpdateQueuePayloadResolvers<ContextType>;
  UpdateServicePayload?: UpdateServicePayloadResolvers<ContextType>;
  UpdateShiftPatternPayload?: UpdateShiftPatternPayloadResolvers<ContextType>;
  UpdateSitePayload?: UpdateSitePayloadResolvers<ContextType>;
  UpdateSkillPayload?: UpdateSkillPayloadResolvers<ContextType>;
  UpdateTeamPayload?: UpdateTeamPayloadResolvers<ContextType>;
  UpdateUsageLogPayload?: UpdateUsageLogPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  Upload?: GraphQLScalarType;
  UploadOrganizationLogoPayload?: UploadOrganizationLogoPayloadResolvers<ContextType>;
  UploadUserAvatarPayload?: UploadUserAvatarPayloadResolvers<ContextType>;
  UpsertAccountPayload?: UpsertAccountPayloadResolvers<ContextType>;
  UpsertContactPayload?: UpsertContactPayloadResolvers<ContextType>;
  UpsertConversationsPayload?: UpsertConversationsPayloadResolvers<ContextType>;
  UsageLog?: UsageLogResolvers<ContextType>;
  UsageLogConnection?: UsageLogConnectionResolvers<ContextType>;
  UsageLogEdge?: UsageLogEdgeResolvers<ContextType>;
  UsageLogType?: UsageLogTypeResolvers;
  UsageLogTypeInput?: UsageLogTypeInputResolvers;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserLink?: UserLinkResolvers<ContextType>;
  UserRole?: UserRoleResolvers;
  UserRoleInput?: UserRoleInputResolvers;
  UserSettings?: UserSettingsResolvers<ContextType>;
  UserSortField?: UserSortFieldResolvers;
  UserStatus?: UserStatusResolvers;
  Workflow?: WorkflowResolvers<ContextType>;
  WorkflowCondition?: WorkflowConditionResolvers<ContextType>;
  WorkflowConditions?: WorkflowConditionsResolvers<ContextType>;
  WorkflowEvent?: WorkflowEventResolvers<ContextType>;
  WorkflowRule?: WorkflowRuleResolvers<ContextType>;
  WritePart?: WritePartResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = OperationContext> = {
  longest?: LongestDirectiveResolver<any, any, ContextType>;
  most?: MostDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  semanticNonNull?: SemanticNonNullDirectiveResolver<any, any, ContextType>;
};
