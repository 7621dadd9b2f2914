import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { createSandbox, type Sandbox, type SystemName } from "../support/sandbox.ts";

/** A contact, user or person, as far as its fields are used here. */
interface Row {
  readonly id: string;
  readonly agent_id?: string;
  readonly domain?: string;
  readonly email?: string;
  readonly organization?: string;
  readonly platforms?: { readonly web1on1?: string } | null;
}

/** Reads over the systems' own routes, which counts them. */
interface Reader {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the route.
  get(system: SystemName, target: string): Promise<any>;
  readonly counts: Readonly<Record<SystemName, number>>;
}

/** Systems without rate limits: a client that heeds them would make the same calls, later. */
function startReader(): Reader {
  const sandbox: Sandbox = createSandbox({
    nowMs: () => testNowMs,
    sleep: async () => {},
    enforceLimits: false,
  });
  const { assembled, assembly, web1on1 } = sandbox.credentials;
  const headers: Readonly<Record<SystemName, Readonly<Record<string, string>>>> = {
    assembly: { authorization: assembly.apiKey },
    assembled: {
      authorization: `Basic ${Buffer.from(`${assembled.apiKey}:`).toString("base64")}`,
      "api-version": "2024-05-22",
    },
    web1on1: { authorization: `Bearer ${web1on1.token}` },
  };
  const counts = { assembly: 0, assembled: 0, web1on1: 0 };
  return {
    counts,
    async get(system, target) {
      counts[system] += 1;
      const path = system === "web1on1" ? `/v2${target}` : target;
      const request = { method: "GET", target: path, headers: headers[system], body: "" };
      const { body, status } = await sandbox[system].handle(request);
      if (status !== 200) throw new Error(`${system} GET ${target} answered ${status}.`);
      return body;
    },
  };
}

/** The records that every way reads: one call each. */
async function records({ get }: Reader) {
  const { account } = await get("assembly", `/accounts/${showcase.account.domain}`);
  await get("assembly", `/accounts/labels/${account.tier}`);
  const { contacts } = await get("assembly", `/contacts/company/${account.id}?limit=20&offset=0`);
  const organizationId = account.source_specific_ids.find((id: string) => /^[0-9a-f]{24}$/.test(id));
  await get("web1on1", `/organizations/${organizationId}`);
  return { contacts: contacts.data as readonly Row[], organizationId };
}

const scheduleOf = (agents: readonly string[]) =>
  `/v0/activities?start_time=${testNowMs / 1000}&end_time=${testNowMs / 1000 + 60}&include_activity_types=true${agents.map((agent) => `&agents=${agent}`).join("")}`;

const agentsIn = (people: readonly Row[]): readonly string[] =>
  people.flatMap(({ agent_id }) => (agent_id ? [agent_id] : []));

/**
 * The customer of the shipped operation `customer-360`, record by record, as it is written first: each contact and user is looked
 * for by its e-mail address, which misses people who are known by an id alone.
 * @returns calls by system.
 */
export async function readRecordByRecord(): Promise<Reader["counts"]> {
  const reader = startReader();
  const { contacts, organizationId } = await records(reader);
  for (const { domain = "" } of contacts) {
    await reader.get("web1on1", `/users?email=${encodeURIComponent(domain)}`);
  }
  const users = await reader.get("web1on1", `/users?organization=${organizationId}&limit=100`);
  for (const { email } of users) {
    const { people } = await reader.get(
      "assembled",
      `/v0/people?search=${encodeURIComponent(email)}&limit=20`,
    );
    for (const agent of agentsIn(Object.values(people))) await reader.get("assembled", scheduleOf([agent]));
  }
  return reader.counts;
}

/**
 * The same with care: lists are read whole, and joined by hand.
 * @returns calls by system.
 */
export async function readByLists(): Promise<Reader["counts"]> {
  const reader = startReader();
  const { organizationId } = await records(reader);
  const users: Row[] = [];
  for (let page: readonly Row[] = [], isFirst = true; isFirst || page.length === 100; isFirst = false) {
    page = await reader.get("web1on1", `/users?limit=100&offset=${users.length}`);
    users.push(...page);
  }
  const { people } = await reader.get("assembled", "/v0/people?include_deleted=true&limit=500&offset=0");
  const own = users.filter(({ organization }) => organization === organizationId);
  const isOwn = ({ email, platforms }: Row) =>
    own.some((user) => user.email === email || user.id === platforms?.web1on1);
  const serving = Object.values(people as Record<string, Row>).filter(isOwn);
  await reader.get("assembled", scheduleOf(agentsIn(serving)));
  return reader.counts;
}
