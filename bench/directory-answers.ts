import { isDeepStrictEqual } from "node:util";
import { offsets } from "./directory-load.ts";
import { post } from "./post.ts";
import type { Load } from "./wrk.ts";

/** Time between two answers that are looked at. */
const sampleEveryMs = 250;

interface UserRow {
  readonly id: string;
  readonly displayName?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly role: string;
  readonly organization: string;
}

/** All users as they must be answered. */
export async function readRows(baseUrl: string): Promise<object[]> {
  const read = async <Json>(path: string) => (await (await fetch(baseUrl + path)).json()) as Json;
  const organizations = await read<{ id: string; name: string }[]>("/organizations?limit=100");
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const users = await read<UserRow[]>("/users?limit=1000");
  return users.map(({ id, displayName, givenName, familyName, email, role, organization }) => ({
    id: `gid://web1on1/User/${id}`,
    displayName: displayName ?? `${givenName} ${familyName}`,
    email,
    role: role.toUpperCase(),
    organization: { id: `gid://web1on1/Organization/${organization}`, name: names.get(organization) },
  }));
}

/** Looks at answers while the server is under load: what is fast and wrong is not fast. */
export function startSampling(url: string, { mode, bodies, cursors }: Load, rows: readonly object[]) {
  let stopped = false;
  let samples = 0;
  const sample = async (number: number): Promise<void> => {
    const size = mode === "vars" ? ((number * 37) % 100) + 1 : 100;
    const place = (number * 101) % offsets.length;
    const offset = mode === "vars" ? (offsets[place] ?? 0) : 0;
    const body = (bodies[number % bodies.length] ?? "")
      .replace("@first", String(size))
      .replace("@after", cursors?.[place] ?? "")
      .replace("@blanks", " ,".repeat((number % 100) + 30))
      .replace("@", `Sample${number}`);
    const { data } = await post<{ data?: { users?: { nodes: object[] } } }>(url, body);
    const expected = rows.slice(offset, offset + size);
    if (!isDeepStrictEqual(data?.users?.nodes, expected)) {
      throw new Error(`${url} answered something else than ${size} users from ${offset} on.`);
    }
  };
  const sampling = (async () => {
    for (; !stopped; samples += 1) {
      await sample(samples);
      await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
    }
  })();
  // Reported by `stop`, when the load is over.
  sampling.catch(() => undefined);
  return {
    /** @returns how many answers were looked at. @throws when one was wrong. */
    async stop(): Promise<number> {
      stopped = true;
      await sampling;
      return samples;
    },
  };
}
