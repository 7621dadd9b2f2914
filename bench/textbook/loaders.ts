import DataLoader from "dataloader";
import type { ActivityJson } from "../../src/assembled/activity/endpoints.ts";
import type { ActivityTypeJson } from "../../src/assembled/activity-type/endpoints.ts";
import type { GroupJson } from "../../src/assembled/group/endpoints.ts";
import type { PersonJson } from "../../src/assembled/person/endpoints.ts";
import type { AccountJson } from "../../src/assembly/account/endpoints.ts";
import type { ContactJson } from "../../src/assembly/contact/endpoints.ts";
import type { LabelJson } from "../../src/assembly/label/endpoints.ts";
import type { OrganizationJson } from "../../src/web1on1/organization/endpoints.ts";
import type { UserJson } from "../../src/web1on1/user/endpoints.ts";

/** Where the systems are; Web1on1 is opened with a token. */
export type TextbookAddresses = {
  readonly assembly: { readonly baseUrl: string; readonly apiKey: string };
  readonly assembled: { readonly baseUrl: string; readonly apiKey: string; readonly apiVersion: string };
  readonly web1on1: { readonly baseUrl: string; readonly credentials: { readonly token: string } };
};

/** Reads one resource of a system; null when it does not exist. */
type Read = <Json>(path: string) => Promise<Json | null>;

/** The three systems, as plain `fetch` sees them. */
export type Reads = ReturnType<typeof createReads>;

/** Makes the reads, which outlive requests. */
export function createReads({ assembly, assembled, web1on1 }: TextbookAddresses) {
  const from =
    (baseUrl: string, headers: Readonly<Record<string, string>>): Read =>
    async <Json>(path: string) => {
      const response = await fetch(baseUrl + path, { headers });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${path.split("?")[0]} answered ${response.status}.`);
      return (await response.json()) as Json;
    };
  const password = Buffer.from(`${assembled.apiKey}:`).toString("base64");
  return {
    assembly: from(assembly.baseUrl, { authorization: assembly.apiKey }),
    assembled: from(assembled.baseUrl, {
      authorization: `Basic ${password}`,
      "api-version": assembled.apiVersion,
    }),
    web1on1: from(web1on1.baseUrl, { authorization: `Bearer ${web1on1.credentials.token}` }),
  };
}

/** Everything that lives for one request. */
export type TextbookContext = ReturnType<typeof createTextbookContext>;

/** A DataLoader for each read; a batch is one call for each key, as few of these systems take several. */
const byPoint = <Row>(read: (key: string) => Promise<Row>) =>
  new DataLoader<string, Row>((keys) =>
    Promise.all(keys.map((key) => read(key).catch((error: unknown) => error as Error))),
  );

/** A DataLoader over a small collection that has no read by id. */
const byCollection = <Row>(readAll: () => Promise<Readonly<Record<string, Row>>>) =>
  new DataLoader<string, Row | null>(async (ids) => {
    const all = await readAll();
    return ids.map((id) => all[id] ?? null);
  });

/** Makes the context of one request. */
export function createTextbookContext({ assembly, assembled, web1on1 }: Reads) {
  const collection = <Row>(name: string) =>
    byCollection(
      async () => (await assembled<Record<string, Record<string, Row>>>(`/v0/${name}`))?.[name] ?? {},
    );
  return {
    reads: { assembly, assembled, web1on1 },
    /** By id or domain. */
    account: byPoint(async (key) => (await assembly<{ account: AccountJson }>(`/accounts/${key}`))?.account),
    contact: byPoint(async (id) => (await assembly<{ contact: ContactJson }>(`/contacts/${id}`))?.contact),
    label: byPoint(
      async (id) => (await assembly<{ labels: LabelJson[] }>(`/accounts/labels/${id}`))?.labels[0],
    ),
    person: byPoint((id) => assembled<PersonJson>(`/v0/people/${id}`)),
    personByEmail: byPoint(async (email) => {
      const query = new URLSearchParams({ search: email });
      const found = await assembled<{ people: Record<string, PersonJson> }>(`/v0/people?${query}`);
      return Object.values(found?.people ?? {})[0];
    }),
    activityType: collection<ActivityTypeJson>("activity_types"),
    site: collection<GroupJson>("sites"),
    team: collection<GroupJson>("teams"),
    queue: collection<GroupJson>("queues"),
    user: byPoint((id) => web1on1<UserJson>(`/users/${id}`)),
    userByEmail: byPoint(async (email) => {
      const found = await web1on1<UserJson[]>(`/users?${new URLSearchParams({ email, limit: "2" })}`);
      return found?.[0];
    }),
    organization: byPoint((id) => web1on1<OrganizationJson>(`/organizations/${id}`)),
    activities: async (agentId: string, start: string, end: string) => {
      const seconds = (time: string) => String(Math.floor(Date.parse(time) / 1000));
      const query = new URLSearchParams({
        start_time: seconds(start),
        end_time: seconds(end),
        agents: agentId,
      });
      const found = await assembled<{ activities: Record<string, ActivityJson> }>(`/v0/activities?${query}`);
      return Object.values(found?.activities ?? {}).sort((a, b) => a.start_time - b.start_time);
    },
  };
}
