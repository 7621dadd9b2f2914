/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Names one account, by exactly one key. */
export type AccountLookup =
  {   /** A domain for a company, an e-mail address for a customer. */
  readonly domain: string; readonly id?: never; readonly sourceSpecificId?: never; }
  |  { readonly domain?: never;   readonly id: string; readonly sourceSpecificId?: never; }
  |  { readonly domain?: never; readonly id?: never;   /** An external id linked to the account. */
  readonly sourceSpecificId: string; };

/** The kind of customer that an account stands for. */
export type AccountType =
  /** A company, which has contacts. */
  | 'COMPANY'
  /** A single person. */
  | 'CUSTOMER';

/** The fate of the agent's activities that overlap a new one. */
export type ActivityConflictPolicy =
  /** They stay. */
  | 'ALLOW'
  /** The new one is refused with `CONFLICT`. Best effort: the schedule is read just before, and may change in between. */
  | 'REFUSE'
  /** They are deleted. */
  | 'REPLACE';

/** The state of a bot. */
export type BotStatus =
  /** In use. */
  | 'ACTIVE'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'ARCHIVED'
  /** Turned off. */
  | 'INACTIVE';

/** A way in which customers reach the support staff. */
export type Channel =
  /** Work behind the scenes, without a customer on the line. */
  | 'BACK_OFFICE'
  /** Chats. */
  | 'CHAT'
  /** E-mails. */
  | 'EMAIL'
  /** Telephone calls. */
  | 'PHONE'
  /** Text messages. */
  | 'SMS'
  /** Messages over social networks. */
  | 'SOCIAL';

/** Period that a contract's value is for. */
export type ContractType =
  /** One month. */
  | 'MONTH'
  /** One year. */
  | 'YEAR';

/** An activity to create. */
export type CreateActivityInput = {
  readonly description?: string | null | undefined;
  readonly onConflict: ActivityConflictPolicy;
  /** Must be an agent. */
  readonly person: PersonLookup;
  /** The master schedule unless given. */
  readonly scheduleId?: string | null | undefined;
  /** Id of the type of activity. */
  readonly typeId: string;
  readonly window: TimeWindow;
};

/** A contact to create. */
export type CreateContactInput = {
  /** The company that the contact belongs to. */
  readonly account: AccountLookup;
  readonly additionalProperties?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contractType?: ContractType | null | undefined;
  readonly contractValue?: number | null | undefined;
  readonly email: string;
  readonly idInTool?: string | null | undefined;
  readonly imageUrl?: string | null | undefined;
  readonly name: string;
  readonly notes?: string | null | undefined;
  readonly phone?: ReadonlyArray<string> | null | undefined;
  readonly renewalDate?: string | null | undefined;
  readonly role?: string | null | undefined;
  /** External ids to link; they then find the contact, too. */
  readonly sourceSpecificIds?: ReadonlyArray<string> | null | undefined;
  readonly stageId?: string | null | undefined;
  /** Labels of type `ACCOUNT_TAG`. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly tierId?: string | null | undefined;
  readonly trialExpirationDate?: string | null | undefined;
};

/** Names one customer, by exactly one key. */
export type CustomerLookup =
  {   /** Of a company: the domain of its account, else the host of its organization's website. */
  readonly domain: string; readonly email?: never; readonly id?: never; }
  |  { readonly domain?: never;   /**
   * Of a contact, of a customer who stands alone, or of a chat user. Where it is of none of them, the company at its host is meant,
   * unless that gives addresses to the public.
   */
  readonly email: string; readonly id?: never; }
  |  { readonly domain?: never; readonly email?: never;   /** Global id of an account, a contact, an organization or a chat user. */
  readonly id: string; };

/** The unit in which a volume is counted; others than CONTACTS are of use for e-mail. */
export type ForecastValueType =
  /** The other units taken together, in the way of the scheduling system. */
  | 'COMBINED'
  /** Contacts of customers. */
  | 'CONTACTS'
  /** Messages. */
  | 'MESSAGES'
  /** Contacts that are opened again. */
  | 'REOPENED';

/** The kind of control that a field is shown as: an input of HTML, `select` or `textarea`. */
export type FormFieldType =
  /** A button. */
  | 'BUTTON'
  /** A box to tick. */
  | 'CHECKBOX'
  /** A picker of colours. */
  | 'COLOR'
  /** A day. */
  | 'DATE'
  /** A day and a time, without a zone. */
  | 'DATETIME_LOCAL'
  /** An e-mail address. */
  | 'EMAIL'
  /** A file to choose. */
  | 'FILE'
  /** Nothing that is shown. */
  | 'HIDDEN'
  /** A button with a picture. */
  | 'IMAGE'
  /** A month of a year. */
  | 'MONTH'
  /** A number. */
  | 'NUMBER'
  /** A text that is not shown. */
  | 'PASSWORD'
  /** One of several buttons. */
  | 'RADIO'
  /** A slider. */
  | 'RANGE'
  /** A button that empties the form. */
  | 'RESET'
  /** A search text. */
  | 'SEARCH'
  /** A choice of `options`. */
  | 'SELECT'
  /** A button that hands the form in. */
  | 'SUBMIT'
  /** A telephone number. */
  | 'TEL'
  /** One line of text. */
  | 'TEXT'
  /** Several lines of text. */
  | 'TEXTAREA'
  /** A time of the day. */
  | 'TIME'
  /** An address on the web. */
  | 'URL'
  /** A week of a year. */
  | 'WEEK';

/** The state of a form. */
export type FormStatus =
  /** In use. */
  | 'ACTIVE'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'ARCHIVED';

/** When a form is offered in a conversation. */
export type FormType =
  /** It is there throughout. */
  | 'STATIC'
  /** An agent picks it. */
  | 'TOPIC';

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
  | 'DE'
  /** English. */
  | 'EN'
  /** French. */
  | 'FR'
  /** Dutch. */
  | 'NL';

/** Names one organization, by exactly one key. */
export type OrganizationLookup =
  {   /** Host of its website. Names none when several listed organizations share it. */
  readonly domain: string; readonly id?: never; }
  |  { readonly domain?: never;   readonly id: string; };

/** The state of a chat organization. */
export type OrganizationStatus =
  /** In use. */
  | 'ACTIVE'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'ARCHIVED'
  /** About to be archived: listed only when asked for, still found by id. */
  | 'PENDING_ARCHIVE'
  /** Not active yet. */
  | 'QUEUED';

/** Names one person, by exactly one key. */
export type PersonLookup =
  {   /** Id under which activities are kept. */
  readonly agentId: string; readonly email?: never; readonly id?: never; readonly importedId?: never; }
  |  { readonly agentId?: never;   readonly email: string; readonly id?: never; readonly importedId?: never; }
  |  { readonly agentId?: never; readonly email?: never;   readonly id: string; readonly importedId?: never; }
  |  { readonly agentId?: never; readonly email?: never; readonly id?: never;   /** Id in the system that the person was imported from. */
  readonly importedId: string; };

/** How far the making of a report has come. */
export type ReportStatus =
  /** It is made, and its metrics can be read. */
  | 'COMPLETE'
  /** It failed; another report may be started. */
  | 'ERROR'
  /** It is being made. */
  | 'IN_PROGRESS';

/** The state of a service. */
export type ServiceStatus =
  /** In use. */
  | 'ACTIVE'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'ARCHIVED'
  /** Turned off, until its `startDate` if that is ahead. */
  | 'DISABLED'
  /** About to be archived: listed only when asked for, still found by id. */
  | 'PENDING_ARCHIVE'
  /** Not active yet. */
  | 'QUEUED';

/** The provider or channel that a service connects; it decides which parameters the service has. */
export type ServiceType =
  /** The API of the chat system. */
  | 'API'
  /** Google's Business Messages. */
  | 'GBM'
  /** Intercom. */
  | 'INTERCOM'
  /** Mailgun. */
  | 'MAILGUN'
  /** Messenger. */
  | 'MESSENGER'
  /** SmartSupp, over XMPP. */
  | 'SMARTSUPP'
  /** Smooch. */
  | 'SMOOCH'
  /** Twilio. */
  | 'TWILIO'
  /** An address that events are sent to. */
  | 'WEBHOOK';

/** The state of a request for time off. */
export type TimeOffStatus =
  /** It was granted. */
  | 'APPROVED'
  /** It was taken back. */
  | 'CANCELED'
  /** It was refused. */
  | 'DENIED'
  /** It waits for a decision. */
  | 'PENDING';

/** A kind of change to a request for time off. */
export type TimeOffUpdateType =
  /** The request was granted. */
  | 'APPROVE'
  /** The request was taken back. */
  | 'CANCEL'
  /** The request was refused. */
  | 'DENY'
  /** The request was changed. */
  | 'EDIT';

/** A span of time: from `start`, up to but not including `end`. */
export type TimeWindow = {
  /** The first moment after it; later than `start`. */
  readonly end: string;
  /** The first moment of it. */
  readonly start: string;
};

/** Changes to a chat user; what is left out stays. */
export type UpdateUserInput = {
  readonly additionalName?: string | null | undefined;
  readonly avatar?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  /** Merged into the stored values by name, deeply; null removes one. */
  readonly meta?: Readonly<Record<string, unknown>> | null | undefined;
  /** The organization that the user belongs to from now on. */
  readonly organization?: OrganizationLookup | null | undefined;
  /** Never given back. */
  readonly password?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** Role in the organization. */
  readonly role?: UserRoleInput | null | undefined;
  /** Merged into the stored preferences; null resets one. */
  readonly settings?: UserSettingsInput | null | undefined;
  readonly status?: UserStatus | null | undefined;
};

/** The kind of event that a usage log records. */
export type UsageLogType =
  /** Something that was done. */
  | 'ACTION'
  /** A value that adds up. */
  | 'CUMULATIVE_METRIC'
  /** Older logs only. */
  | 'MESSAGE'
  /** A value at a moment. */
  | 'METRIC';

/** The rights of a chat user. */
export type UserRole =
  /** An administrator of the organization. */
  | 'ADMIN'
  /** An agent, who chats with customers. */
  | 'AGENT'
  /** A bot's own user. */
  | 'BOT'
  /** A guest. */
  | 'GUEST'
  /** The owner of the organization. */
  | 'OWNER'
  /** A supervisor of agents. */
  | 'SUPERVISOR';

/** Roles that can be given to a chat user. */
export type UserRoleInput =
  /** An administrator of the organization. */
  | 'ADMIN'
  /** An agent, who chats with customers. */
  | 'AGENT'
  /** The owner of the organization. */
  | 'OWNER';

/** Preferences to set; what is left out stays, a list replaces the stored one. */
export type UserSettingsInput = {
  readonly audioOnChat?: boolean | null | undefined;
  readonly audioOnMessage?: boolean | null | undefined;
  readonly cannedResponses?: ReadonlyArray<string> | null | undefined;
  readonly focusOnAccept?: boolean | null | undefined;
  /** Language of the user interface; the chat system's default is `EN`. */
  readonly locale?: Locale | null | undefined;
  readonly localeSet?: boolean | null | undefined;
  readonly notifications?: ReadonlyArray<string> | null | undefined;
  readonly notifyOnChat?: boolean | null | undefined;
  readonly notifyOnMessage?: boolean | null | undefined;
  readonly pushNotify?: boolean | null | undefined;
  readonly tabdotMessage?: boolean | null | undefined;
  readonly tabdotNotify?: boolean | null | undefined;
  /** Time zone of dates and times; the one of the first log-in unless given. */
  readonly timezone?: string | null | undefined;
  readonly timezoneSet?: boolean | null | undefined;
};

/** The state of a chat user. */
export type UserStatus =
  /** In use. */
  | 'ACTIVE'
  /** No longer in use: listed only when asked for, still found by id. */
  | 'ARCHIVED'
  /** Not active yet, and invited. */
  | 'INVITED'
  /** Not active yet. */
  | 'QUEUED';

export type AccountDeskQueryVariables = Exact<{
  domain: string;
  window: TimeWindow;
}>;


export type AccountDeskQuery = { readonly account: { readonly id: string, readonly name: string | null, readonly type: AccountType | null, readonly contractValue: number | null, readonly renewalDate: string | null, readonly tier: { readonly name: string | null, readonly color: string | null } | null, readonly tags: ReadonlyArray<{ readonly name: string | null }> | null, readonly contacts: { readonly nodes: ReadonlyArray<{ readonly name: string | null, readonly email: string | null }> } | null, readonly organization: { readonly id: string, readonly name: string | null, readonly status: OrganizationStatus | null, readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string | null, readonly role: UserRole | null, readonly person: { readonly firstName: string | null, readonly lastName: string | null, readonly site: { readonly name: string | null } | null, readonly teams: ReadonlyArray<{ readonly name: string | null }> | null, readonly activities: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly type: { readonly name: string | null } | null }> } | null } | null }> } | null } | null } | null };

export type AdherenceQueryVariables = Exact<{
  window: TimeWindow;
  team?: string | null | undefined;
}>;


export type AdherenceQuery = { readonly adherenceReport: { readonly id: string, readonly status: ReportStatus | null, readonly metrics: { readonly nodes: ReadonlyArray<{ readonly name: string | null, readonly value: number | null, readonly startTime: string | null, readonly endTime: string | null, readonly person: { readonly firstName: string | null, readonly lastName: string | null, readonly site: { readonly name: string | null } | null } | null }> } | null } | null };

export type ChatDirectoryQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type ChatDirectoryQuery = { readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string | null, readonly email: string | null, readonly role: UserRole | null, readonly organization: { readonly id: string, readonly name: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ChatSetupQueryVariables = Exact<{
  first?: number;
}>;


export type ChatSetupQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly categories: ReadonlyArray<{ readonly index: number | null, readonly id: string, readonly name: string, readonly tags: ReadonlyArray<string> | null, readonly forms: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly status: FormStatus | null }> | null } | null> | null, readonly workflows: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly enabled: boolean | null, readonly rules: ReadonlyArray<{ readonly priority: number | null, readonly event: { readonly type: string | null } | null }> | null }> | null, readonly groups: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly members: { readonly nodes: ReadonlyArray<{ readonly name: string | null }> } | null }> | null, readonly bots: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly status: BotStatus | null, readonly createdBy: { readonly displayName: string | null } | null }> | null, readonly botInstances: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly enabled: boolean | null, readonly bot: { readonly name: string | null } | null }> | null, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly type: ServiceType | null, readonly status: ServiceStatus | null }> | null }> } | null };

export type CreateActivityMutationVariables = Exact<{
  input: CreateActivityInput;
}>;


export type CreateActivityMutation = { readonly createActivity: { readonly activity: { readonly id: string, readonly startTime: string | null, readonly endTime: string | null, readonly description: string | null, readonly type: { readonly name: string | null } | null, readonly person: { readonly id: string, readonly email: string | null } | null } | null } | null };

export type CreateContactMutationVariables = Exact<{
  input: CreateContactInput;
}>;


export type CreateContactMutation = { readonly createContact: { readonly contact: { readonly id: string, readonly name: string | null, readonly email: string | null, readonly account: { readonly id: string, readonly name: string | null } | null } | null } | null };

export type CreateWebhookMutationVariables = Exact<{
  organization: string;
  url: string;
  secret: string;
}>;


export type CreateWebhookMutation = { readonly createService: { readonly service: { readonly id: string, readonly name: string | null, readonly type: ServiceType | null, readonly status: ServiceStatus | null, readonly organization: { readonly name: string | null } | null } | null } | null };

export type Customer360QueryVariables = Exact<{
  by: CustomerLookup;
}>;


export type Customer360Query = { readonly customer360: { readonly linkReason: LinkReason | null, readonly account: { readonly id: string, readonly name: string | null, readonly type: AccountType | null, readonly renewalDate: string | null, readonly tier: { readonly name: string | null, readonly color: string | null } | null } | null, readonly organization: { readonly id: string, readonly name: string | null, readonly status: OrganizationStatus | null } | null, readonly contacts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly email: string | null, readonly userLinks: ReadonlyArray<{ readonly reason: LinkReason, readonly user: { readonly id: string, readonly displayName: string | null } }> | null }> } | null, readonly users: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string | null, readonly role: UserRole | null }> } | null, readonly people: { readonly totalCount: number | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly displayName: string | null, readonly onShift: boolean | null, readonly currentActivity: { readonly endTime: string | null, readonly type: { readonly name: string | null } | null } | null }, readonly userLinks: ReadonlyArray<{ readonly reason: LinkReason, readonly user: { readonly id: string } }> }> } | null } | null };

export type FormBuilderQueryVariables = Exact<{
  id: string;
}>;


export type FormBuilderQuery = { readonly form: { readonly id: string, readonly name: string | null, readonly status: FormStatus | null, readonly type: FormType | null, readonly tags: ReadonlyArray<string> | null, readonly organization: { readonly name: string | null } | null, readonly template: { readonly id: string, readonly name: string | null } | null, readonly fields: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly label: string | null, readonly type: FormFieldType | null, readonly entity: string | null, readonly required: boolean | null, readonly options: ReadonlyArray<{ readonly key: string | null, readonly value: string | null }> | null }> | null } | null };

export type MoveShiftPatternMutationVariables = Exact<{
  pattern: string;
  email: string;
}>;


export type MoveShiftPatternMutation = { readonly assignShiftPattern: { readonly shiftPattern: { readonly id: string, readonly name: string | null, readonly assignedCount: number | null, readonly people: { readonly nodes: ReadonlyArray<{ readonly email: string | null, readonly shiftPattern: { readonly name: string | null } | null }> } | null } | null } | null };

export type RefetchQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type RefetchQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Account', readonly name: string | null, readonly domain: string | null, readonly id: string }
    | { readonly __typename: 'ActivityType', readonly id: string }
    | { readonly __typename: 'Bot', readonly id: string }
    | { readonly __typename: 'BotInstance', readonly id: string }
    | { readonly __typename: 'Category', readonly id: string }
    | { readonly __typename: 'Contact', readonly name: string | null, readonly email: string | null, readonly id: string }
    | { readonly __typename: 'ForecastTotal', readonly id: string }
    | { readonly __typename: 'Form', readonly id: string }
    | { readonly __typename: 'FormField', readonly id: string }
    | { readonly __typename: 'Label', readonly id: string }
    | { readonly __typename: 'Organization', readonly name: string | null, readonly url: string | null, readonly id: string }
    | { readonly __typename: 'OrganizationGroup', readonly id: string }
    | { readonly __typename: 'Person', readonly firstName: string | null, readonly email: string | null, readonly id: string }
    | { readonly __typename: 'Queue', readonly id: string }
    | { readonly __typename: 'Report', readonly id: string }
    | { readonly __typename: 'RequirementType', readonly id: string }
    | { readonly __typename: 'Role', readonly id: string }
    | { readonly __typename: 'Service', readonly id: string }
    | { readonly __typename: 'ShiftPattern', readonly id: string }
    | { readonly __typename: 'Site', readonly id: string }
    | { readonly __typename: 'Skill', readonly id: string }
    | { readonly __typename: 'Team', readonly id: string }
    | { readonly __typename: 'UsageLog', readonly id: string }
    | { readonly __typename: 'User', readonly displayName: string | null, readonly email: string | null, readonly id: string }
   | null> | null };

export type SetCategorySlotMutationVariables = Exact<{
  organization: string;
  index: number;
  seen?: string | null | undefined;
  name: string;
  forms?: ReadonlyArray<string> | string | null | undefined;
}>;


export type SetCategorySlotMutation = { readonly setCategorySlot: { readonly organization: { readonly categories: ReadonlyArray<{ readonly index: number | null, readonly id: string, readonly name: string, readonly forms: ReadonlyArray<{ readonly name: string | null }> | null } | null> | null } | null } | null };

export type StaffingDayQueryVariables = Exact<{
  window: TimeWindow;
  channel: Channel;
}>;


export type StaffingDayQuery = { readonly forecastedVsActuals: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly queue: { readonly name: string | null } | null, readonly contactsReceived: { readonly forecasted: number | null, readonly actual: number | null } | null, readonly serviceLevel: { readonly forecasted: number | null, readonly actual: number | null } | null, readonly staffingRequired: { readonly forecasted: number | null, readonly actual: number | null } | null }> } | null, readonly forecasts: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly value: number | null, readonly queue: { readonly name: string | null } | null }> } | null, readonly forecastTotals: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startTime: string | null, readonly endTime: string | null, readonly value: number | null, readonly valueType: ForecastValueType | null, readonly queue: { readonly name: string | null } | null }> } | null, readonly requirements: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly required: number | null, readonly scheduled: number | null, readonly type: { readonly name: string | null, readonly channel: Channel | null, readonly queue: { readonly name: string | null } | null, readonly activityTypes: ReadonlyArray<{ readonly name: string | null }> | null } | null }> } | null };

export type TeamDayQueryVariables = Exact<{
  team: string;
  window: TimeWindow;
  after?: string | null | undefined;
}>;


export type TeamDayQuery = { readonly people: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly agentId: string | null, readonly firstName: string | null, readonly lastName: string | null, readonly email: string | null, readonly channels: ReadonlyArray<Channel> | null, readonly site: { readonly name: string | null } | null, readonly queues: ReadonlyArray<{ readonly name: string | null }> | null, readonly activities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startTime: string | null, readonly endTime: string | null, readonly type: { readonly name: string | null, readonly productive: boolean | null } | null }> } | null, readonly user: { readonly id: string, readonly displayName: string | null, readonly status: UserStatus | null, readonly organization: { readonly name: string | null, readonly account: { readonly name: string | null, readonly tier: { readonly name: string | null } | null } | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type TimeOffInboxQueryVariables = Exact<{
  since: string;
  after?: string | null | undefined;
}>;


export type TimeOffInboxQuery = { readonly timeOffRequests: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly startTime: string | null, readonly endTime: string | null, readonly status: TimeOffStatus | null, readonly description: string | null, readonly type: { readonly name: string | null } | null, readonly person: { readonly firstName: string | null, readonly lastName: string | null, readonly site: { readonly name: string | null } | null } | null, readonly updates: ReadonlyArray<{ readonly type: TimeOffUpdateType | null, readonly comment: string | null, readonly createdAt: string | null }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type UpdateUserMutationVariables = Exact<{
  id: string;
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly displayName: string | null, readonly status: UserStatus | null, readonly updatedAt: string | null, readonly settings: { readonly locale: Locale | null, readonly timezone: string | null } | null } | null } | null };

export type UsageFeedQueryVariables = Exact<{
  domain: string;
  first: number;
  after?: string | null | undefined;
}>;


export type UsageFeedQuery = { readonly account: { readonly name: string | null, readonly usageLogs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly timestamp: string | null, readonly type: UsageLogType | null, readonly content: string | null, readonly attribute: string | null, readonly value: number | null, readonly valueUnit: string | null, readonly metadata: Readonly<Record<string, unknown>> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WallboardQueryVariables = Exact<{
  team: string;
  window: TimeWindow;
}>;


export type WallboardQuery = { readonly people: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly firstName: string | null, readonly lastName: string | null, readonly currentState: { readonly state: string | null, readonly platform: string | null, readonly startTime: string | null } | null, readonly states: { readonly nodes: ReadonlyArray<{ readonly state: string | null, readonly platform: string | null, readonly startTime: string | null, readonly endTime: string | null }> } | null, readonly activities: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly type: { readonly name: string | null, readonly productive: boolean | null } | null }> } | null, readonly shiftPattern: { readonly name: string | null, readonly timezone: string | null } | null, readonly timeOffRequests: { readonly nodes: ReadonlyArray<{ readonly startTime: string | null, readonly endTime: string | null, readonly status: TimeOffStatus | null, readonly type: { readonly name: string | null } | null }> } | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const AccountDeskDocument = new TypedDocumentString(`
    query AccountDesk($domain: String!, $window: TimeWindow!) {
  account(by: {domain: $domain}) {
    id
    name
    type
    contractValue
    renewalDate
    tier {
      name
      color
    }
    tags {
      name
    }
    contacts(first: 20) {
      nodes {
        name
        email
      }
    }
    organization {
      id
      name
      status
      users(first: 50) {
        nodes {
          id
          displayName
          role
          person {
            firstName
            lastName
            site {
              name
            }
            teams {
              name
            }
            activities(window: $window) {
              nodes {
                startTime
                endTime
                type {
                  name
                }
              }
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:91ca7ce01502b6135922261dc242e8ebcc8ab7a4ff30f58f59ff8219e9f0499d"}) as unknown as TypedDocumentString<AccountDeskQuery, AccountDeskQueryVariables>;
export const AdherenceDocument = new TypedDocumentString(`
    query Adherence($window: TimeWindow!, $team: ID) {
  adherenceReport(
    window: $window
    channel: PHONE
    interval: HOUR
    filter: {team: $team}
  ) {
    id
    status
    metrics(
      first: 500
      names: ["adherence_percentage", "seconds_in_adherence"]
      type: FULL_INTERVAL
    ) {
      nodes {
        name
        value
        startTime
        endTime
        person {
          firstName
          lastName
          site {
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:cd684f5f674ada25761b73dff342bc7d5d81cdbe52586ce725924ff4f272fdb6"}) as unknown as TypedDocumentString<AdherenceQuery, AdherenceQueryVariables>;
export const ChatDirectoryDocument = new TypedDocumentString(`
    query ChatDirectory($first: Int! = 100, $after: String) {
  users(first: $first, after: $after) {
    nodes {
      id
      displayName
      email
      role
      organization {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:0444b9217dcd03d8a5d1b6740028b8f923456f85b9998347825a8ac76d81d558"}) as unknown as TypedDocumentString<ChatDirectoryQuery, ChatDirectoryQueryVariables>;
export const ChatSetupDocument = new TypedDocumentString(`
    query ChatSetup($first: Int! = 50) {
  organizations(first: $first) {
    nodes {
      id
      name
      categories {
        index
        id
        name
        tags
        forms {
          id
          name
          status
        }
      }
      workflows {
        id
        name
        enabled
        rules {
          priority
          event {
            type
          }
        }
      }
      groups {
        id
        name
        members(first: 10) {
          nodes {
            name
          }
        }
      }
      bots {
        id
        name
        status
        createdBy {
          displayName
        }
      }
      botInstances {
        id
        name
        enabled
        bot {
          name
        }
      }
      services {
        id
        name
        type
        status
      }
    }
  }
}
    `, {"hash":"sha256:1ab5aed895ab6d958bf92d85a187a343f70b4952ce50608a1517c6f4706647f1"}) as unknown as TypedDocumentString<ChatSetupQuery, ChatSetupQueryVariables>;
export const CreateActivityDocument = new TypedDocumentString(`
    mutation CreateActivity($input: CreateActivityInput!) {
  createActivity(input: $input) {
    activity {
      id
      startTime
      endTime
      description
      type {
        name
      }
      person {
        id
        email
      }
    }
  }
}
    `, {"hash":"sha256:52b1885247c526b962c45157d8095873c425e84670b883ea713d5a5dd03bbb0a"}) as unknown as TypedDocumentString<CreateActivityMutation, CreateActivityMutationVariables>;
export const CreateContactDocument = new TypedDocumentString(`
    mutation CreateContact($input: CreateContactInput!) {
  createContact(input: $input) {
    contact {
      id
      name
      email
      account {
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:1afc2f2d1754197deed079f7329ccf2fc6a64e4f2cd806fef067ff5b92233be5"}) as unknown as TypedDocumentString<CreateContactMutation, CreateContactMutationVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($organization: ID!, $url: URL!, $secret: String!) {
  createService(
    input: {organizationId: $organization, name: "Order updates", params: {webhook: {url: $url, secret: $secret, events: ["message.created"]}}}
  ) {
    service {
      id
      name
      type
      status
      organization {
        name
      }
    }
  }
}
    `, {"hash":"sha256:40ca2a63e7bbf9d1ee5c98e8cdec130c20eccd2de934e2c599c635b9cc5b424e"}) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const Customer360Document = new TypedDocumentString(`
    query Customer360($by: CustomerLookup!) {
  customer360(by: $by) {
    account {
      id
      name
      type
      renewalDate
      tier {
        name
        color
      }
    }
    organization {
      id
      name
      status
    }
    linkReason
    contacts(first: 20) {
      nodes {
        id
        name
        email
        userLinks {
          reason
          user {
            id
            displayName
          }
        }
      }
    }
    users(first: 50) {
      nodes {
        id
        displayName
        role
      }
    }
    people(first: 50) {
      totalCount
      edges {
        node {
          id
          displayName
          onShift
          currentActivity {
            endTime
            type {
              name
            }
          }
        }
        userLinks {
          reason
          user {
            id
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:96218f35b8c727e426c91f3abb45fa717cfff1d8fa058d409866d92e6b0b2ad2"}) as unknown as TypedDocumentString<Customer360Query, Customer360QueryVariables>;
export const FormBuilderDocument = new TypedDocumentString(`
    query FormBuilder($id: ID!) {
  form(id: $id) {
    id
    name
    status
    type
    tags
    organization {
      name
    }
    template {
      id
      name
    }
    fields {
      id
      name
      label
      type
      entity
      required
      options {
        key
        value
      }
    }
  }
}
    `, {"hash":"sha256:d61aeb6eecb4c1e00418e692896ca169de2f3ec52a45cb8600d58cdbbdb94148"}) as unknown as TypedDocumentString<FormBuilderQuery, FormBuilderQueryVariables>;
export const MoveShiftPatternDocument = new TypedDocumentString(`
    mutation MoveShiftPattern($pattern: ID!, $email: EmailAddress!) {
  assignShiftPattern(id: $pattern, people: [{email: $email}]) {
    shiftPattern {
      id
      name
      assignedCount
      people(first: 5) {
        nodes {
          email
          shiftPattern {
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:8b1554b0b2bce844cb60b68fcc0fbe2ab84bd027a48aac909de9304c6b212a1a"}) as unknown as TypedDocumentString<MoveShiftPatternMutation, MoveShiftPatternMutationVariables>;
export const RefetchDocument = new TypedDocumentString(`
    query Refetch($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Account {
      name
      domain
    }
    ... on Contact {
      name
      email
    }
    ... on Person {
      firstName
      email
    }
    ... on User {
      displayName
      email
    }
    ... on Organization {
      name
      url
    }
  }
}
    `, {"hash":"sha256:d8acf6730c231a0181bccbe379579b10450506c2fd1f97c7986742a0f5440906"}) as unknown as TypedDocumentString<RefetchQuery, RefetchQueryVariables>;
export const SetCategorySlotDocument = new TypedDocumentString(`
    mutation SetCategorySlot($organization: ID!, $index: Int!, $seen: ID, $name: String!, $forms: [ID!]) {
  setCategorySlot(
    organizationId: $organization
    index: $index
    expectedCategoryId: $seen
    input: {name: $name, forms: $forms}
  ) {
    organization {
      categories {
        index
        id
        name
        forms {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:e0feae18bea29b11a77f54ef0532ce9ab451ccc52e8158285613e514169f698c"}) as unknown as TypedDocumentString<SetCategorySlotMutation, SetCategorySlotMutationVariables>;
export const StaffingDayDocument = new TypedDocumentString(`
    query StaffingDay($window: TimeWindow!, $channel: Channel!) {
  forecastedVsActuals(window: $window, channel: $channel, intervalMinutes: 30) {
    nodes {
      startTime
      endTime
      queue {
        name
      }
      contactsReceived {
        forecasted
        actual
      }
      serviceLevel {
        forecasted
        actual
      }
      staffingRequired {
        forecasted
        actual
      }
    }
  }
  forecasts(window: $window, channel: $channel) {
    nodes {
      startTime
      endTime
      value
      queue {
        name
      }
    }
  }
  forecastTotals(window: $window, channel: $channel) {
    nodes {
      id
      startTime
      endTime
      value
      valueType
      queue {
        name
      }
    }
  }
  requirements(window: $window) {
    nodes {
      startTime
      endTime
      required
      scheduled
      type {
        name
        channel
        queue {
          name
        }
        activityTypes {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:2f1a2c95b2e7bb3a0de86f13082ff754b4ef38d4681257e3a96283ebdaa6e1e5"}) as unknown as TypedDocumentString<StaffingDayQuery, StaffingDayQueryVariables>;
export const TeamDayDocument = new TypedDocumentString(`
    query TeamDay($team: ID!, $window: TimeWindow!, $after: String) {
  people(filter: {team: $team}, first: 100, after: $after) {
    totalCount
    nodes {
      id
      agentId
      firstName
      lastName
      email
      channels
      site {
        name
      }
      queues {
        name
      }
      activities(window: $window) {
        nodes {
          id
          startTime
          endTime
          type {
            name
            productive
          }
        }
      }
      user {
        id
        displayName
        status
        organization {
          name
          account {
            name
            tier {
              name
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:1e3f678f265135b260ca6f588fb58f0f2ebeedd287a6af8cb6dfe93ee2bcd072"}) as unknown as TypedDocumentString<TeamDayQuery, TeamDayQueryVariables>;
export const TimeOffInboxDocument = new TypedDocumentString(`
    query TimeOffInbox($since: DateTime!, $after: String) {
  timeOffRequests(updatedSince: $since, status: PENDING, first: 50, after: $after) {
    nodes {
      id
      startTime
      endTime
      status
      description
      type {
        name
      }
      person {
        firstName
        lastName
        site {
          name
        }
      }
      updates {
        type
        comment
        createdAt
      }
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:c44bcc66964c08e55b6abfa8b874999d0c3f1cbb9f317818335ca3183c77bd4f"}) as unknown as TypedDocumentString<TimeOffInboxQuery, TimeOffInboxQueryVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($id: ID!, $input: UpdateUserInput!) {
  updateUser(id: $id, input: $input) {
    user {
      id
      displayName
      status
      settings {
        locale
        timezone
      }
      updatedAt
    }
  }
}
    `, {"hash":"sha256:4c954ceb178135d9495ec0092b3877ff5a74b66cc95a79845ed8659171969f21"}) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const UsageFeedDocument = new TypedDocumentString(`
    query UsageFeed($domain: String!, $first: Int!, $after: String) {
  account(by: {domain: $domain}) {
    name
    usageLogs(first: $first, after: $after) {
      nodes {
        id
        timestamp
        type
        content
        attribute
        value
        valueUnit
        metadata
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:a84d9c9491b0b3a4ee32805696311eba9f92a8da3a9c3fc6973d77ad53fa421e"}) as unknown as TypedDocumentString<UsageFeedQuery, UsageFeedQueryVariables>;
export const WallboardDocument = new TypedDocumentString(`
    query Wallboard($team: ID!, $window: TimeWindow!) {
  people(filter: {team: $team}, first: 100) {
    nodes {
      id
      firstName
      lastName
      currentState {
        state
        platform
        startTime
      }
      states(window: $window, first: 50) {
        nodes {
          state
          platform
          startTime
          endTime
        }
      }
      activities(window: $window) {
        nodes {
          startTime
          endTime
          type {
            name
            productive
          }
        }
      }
      shiftPattern {
        name
        timezone
      }
      timeOffRequests(window: $window) {
        nodes {
          startTime
          endTime
          status
          type {
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:abc00a43cc3356a38b990567ca41f069da829a35d5bcdc21401c822f8e200453"}) as unknown as TypedDocumentString<WallboardQuery, WallboardQueryVariables>;