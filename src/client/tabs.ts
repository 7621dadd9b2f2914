import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { loadOperations, type ShippedOperation } from "./operations.ts";

/** One operation that GraphiQL offers; it opens in a tab. */
export interface GraphiqlTab {
  /** Unique among the tabs, such as `Account desk`. */
  readonly title: string;
  readonly group: TabGroup;
  /** The comment above the operation, in one line; empty when it has none. */
  readonly about: string;
  readonly query: string;
  /** JSON text, as a person would type it. */
  readonly variables: string;
}

/** Under which heading an operation stands: a mutation is a write, and a query that lets its client choose the size of a page is a list. */
export type TabGroup = "questions" | "lists" | "writes";

/**
 * Objects of the sandbox that examples are about. They are written down, so that a gateway over real systems shows the
 * same examples and loads no sandbox; a test compares them with its data.
 */
export const exampleObjects = {
  domain: "acme.example",
  accountId: "44b94bc6-4d56-473d-859b-5b026b9e424e",
  organizationId: "17e077c95e78a9b6103f3cfa",
  personId: "6a49fc3e-f714-4115-8f27-af99fde303f8",
  personEmail: "sakura.sato@helpdesk.example",
  userId: "52557bc056f5fb15a75201bf",
  shiftPatternId: "37497e2c-9014-495d-8d14-a7be7b5dd533",
  formId: "8559c93f5e5462080c7c8473",
  teamId: "b9561f60-3bf6-43e2-8b30-d9c614579bc9",
  shiftTypeId: "34d8869d-219c-48e7-8afb-64b0c62d0a5b",
  categoryId: "8984f19a622a03179b25e642",
} as const;

const madeUp = Object.values(exampleObjects);

const hourMs = 3_600_000;

/**
 * Every shipped operation as a tab of GraphiQL.
 * @param nowMs windows are laid around it.
 * @param options.isSandbox whether all systems are emulated, so that variables may name objects of the sandbox. Otherwise such
 * values are null, and so are all variables of mutations: a person fills them in. @default true
 */
export function loadTabs(nowMs: number, { isSandbox = true } = {}): GraphiqlTab[] {
  const examples = exampleVariables(nowMs);
  return loadOperations().map(({ name, document }) => {
    const group = groupOf(document);
    const example = examples[name] ?? {};
    const variables = isSandbox ? example : withoutMadeUp(example, group);
    return {
      title: titleOf(name),
      group,
      about: commentAbove(document),
      query: document,
      variables: JSON.stringify(variables, null, 2),
    };
  });
}

const titleOf = (name: ShippedOperation["name"]): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;

function groupOf(document: string): TabGroup {
  const operations = parse(document).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.some(({ operation }) => operation === "mutation")) return "writes";
  const takesSize = operations.some(({ variableDefinitions = [] }) =>
    variableDefinitions.some(({ variable }) => variable.name.value === "first"),
  );
  return takesSize ? "lists" : "questions";
}

const commentAbove = (document: string): string =>
  (/^(?:#.*\n)+/.exec(document)?.[0] ?? "").replace(/^# ?/gm, "").trim().replaceAll("\n", " ");

type Variables = Readonly<Record<string, unknown>>;

function withoutMadeUp(example: Variables, group: TabGroup): Variables {
  const known = (value: unknown): unknown => {
    if (typeof value === "string") return madeUp.some((text) => value.includes(text)) ? null : value;
    if (Array.isArray(value)) return value.map(known).filter((item) => item !== null);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, known(member)]))
      : value;
  };
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, group === "writes" ? null : known(value)]),
  );
}

/** Variables for each shipped operation, by its name. */
export function exampleVariables(nowMs: number): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const midnightMs = nowMs - (nowMs % (24 * hourMs));
  const at = (hour: number) => new Date(midnightMs + hour * hourMs).toISOString();
  const {
    domain,
    accountId,
    organizationId,
    formId,
    personId,
    personEmail,
    shiftPatternId,
    userId,
    teamId,
    shiftTypeId,
    categoryId,
  } = exampleObjects;
  const gid = (path: string) => `gid://${path}`;
  return {
    "account-desk": { domain, window: { start: at(0), end: at(24) } },
    adherence: { team: teamId, window: { start: at(-24), end: at(0) } },
    "chat-directory": { first: 100 },
    "chat-setup": { first: 50 },
    "create-activity": {
      input: {
        person: { id: personId },
        typeId: shiftTypeId,
        window: { start: at(24 * 9 + 9), end: at(24 * 9 + 10) },
        onConflict: "REFUSE",
        description: "Covering for a colleague",
      },
    },
    "create-contact": { input: { name: "Ada Example", email: `ada@${domain}`, account: { domain } } },
    "create-service": {
      organization: organizationId,
      url: `https://hooks.${domain}/orders`,
      secret: "a secret of your own",
    },
    "customer-360": { by: { domain } },
    "form-builder": { id: formId },
    "move-shift-pattern": { pattern: shiftPatternId, email: personEmail },
    refetch: {
      ids: [
        gid(`assembly/Account/${accountId}`),
        gid(`web1on1/Organization/${organizationId}`),
        gid(`assembled/Person/${personId}`),
        gid(`web1on1/User/${userId}`),
      ],
    },
    "set-category-slot": {
      organization: organizationId,
      index: 1,
      seen: categoryId,
      name: "Returns and refunds",
      forms: [formId],
    },
    "staffing-day": { window: { start: at(0), end: at(24) }, channel: "CHAT" },
    "team-day": { team: teamId, window: { start: at(0), end: at(24) } },
    "time-off-inbox": { since: at(-24 * 30) },
    "update-user": { id: userId, input: { settings: { locale: "NL" } } },
    "usage-feed": { domain, first: 10 },
    wallboard: { team: teamId, window: { start: at(0), end: at(24) } },
  };
}
