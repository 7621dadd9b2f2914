import fc from "fast-check";
import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { sampleArguments } from "./arguments.ts";

type Variables = Readonly<Record<string, unknown>>;

const hourMs = 3_600_000;

const window = (startsInHours: fc.Arbitrary<number>, hours: fc.Arbitrary<number>) =>
  fc.tuple(startsInHours, hours).map(([start, length]) => {
    const at = (hour: number) => new Date(testNowMs + hour * hourMs).toISOString();
    return { start: at(start), end: at(start + length) };
  });

const maybe = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
  fc.option(value).map((given) => (given === null ? {} : { [name]: given }));

/** Any variables for each shipped operation, by its name, of what is in the sandbox and of what is not. */
export function anyVariables(data: SandboxData): Readonly<Record<string, fc.Arbitrary<Variables>>> {
  const { assembled, assembly, web1on1 } = data;
  const one = <Row>(rows: readonly Row[]) => fc.constantFrom(...rows);
  // Only companies have contacts to write.
  const companies = assembly.accounts.filter(({ type }) => type === "Company");
  const domain = fc.oneof(
    one(companies).map((company) => company.domain),
    fc.constantFrom(showcase.account.domain, "nobody.example"),
  );
  const readWindow = window(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 24 * 31 }));
  const first = fc.integer({ min: 0, max: 100 });
  const people = one(assembled.people);
  const account = fc.oneof(
    domain.map((given) => ({ domain: given })),
    one(companies).map(({ id }) => ({ id })),
    fc.constant({ sourceSpecificId: showcase.account.sourceSpecificId }),
  );
  const customer = fc.oneof(
    domain.map((given) => ({ domain: given })),
    one([...assembly.contacts, ...companies.map((company) => ({ domain: `new@${company.domain}` }))]).map(
      (contact) => ({ email: contact.domain }),
    ),
    one(web1on1.users).map(({ email }) => ({ email: email ?? "nobody@acme.example" })),
    one(web1on1.organizations).map(({ id }) => ({ id: `gid://web1on1/Organization/${id}` })),
    one(web1on1.users).map(({ id }) => ({ id: `gid://web1on1/User/${id}` })),
    one(assembly.contacts).map(({ id }) => ({ id: `gid://assembly/Contact/${id}` })),
  );
  const person = fc.oneof(
    people.map(({ id }) => ({ id })),
    people.map(({ agent_id, id }) => (agent_id ? { agentId: agent_id } : { id })),
    people.map(({ email }) => ({ email })),
  );
  return {
    "account-desk": fc.record({ domain, window: readWindow }),
    adherence: fc.record({
      team: one(assembled.teams).map(({ id }) => id),
      window: window(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 24 })),
    }),
    "chat-directory": maybe("first", first).map((given) => ({ ...given })),
    "chat-setup": fc.record({ first: fc.integer({ min: 0, max: 4 }) }),
    "create-activity": fc.record({
      input: fc.record({
        person,
        typeId: one(assembled.activityTypes).map(({ id }) => id),
        window: window(fc.integer({ min: 300, max: 3_000 }), fc.integer({ min: 1, max: 5 })),
        onConflict: fc.constantFrom("ALLOW", "REPLACE", "REFUSE"),
      }),
    }),
    "create-contact": fc.record({
      input: fc.record({
        name: fc.constant("Ada Example"),
        email: fc.nat().map((number) => `ada.${number}@acme.example`),
        account,
      }),
    }),
    "create-service": fc.record({
      organization: one(web1on1.organizations).map(({ id }) => id),
      url: fc.webUrl(),
      secret: fc.constantFrom("planted", "other"),
    }),
    "customer-360": fc.record({ by: customer }),
    "form-builder": one(web1on1.forms).map(({ id }) => ({ id })),
    "move-shift-pattern": fc.record({
      pattern: one(assembled.shiftPatterns).map(({ id }) => id),
      email: people.map(({ email }) => email),
    }),
    refetch: fc.record({
      ids: fc.array(fc.constantFrom(...sampleArguments(data).ids, "gid://no/Such/thing"), { maxLength: 100 }),
    }),
    "set-category-slot": one(web1on1.organizations).chain(({ id, categories }) =>
      fc.integer({ min: 0, max: 9 }).map((index) => {
        const category = categories?.[index];
        return {
          organization: id,
          index,
          seen: category?.id ?? null,
          name: "Any",
          forms: category?.forms ?? [],
        };
      }),
    ),
    "staffing-day": fc.record({
      // Half hours, as they are asked for.
      window: window(
        fc.integer({ min: -400, max: 400 }).map((halves) => halves / 2),
        fc.integer({ min: 1, max: 48 * 31 }).map((halves) => halves / 2),
      ),
      channel: fc.constantFrom("PHONE", "EMAIL", "CHAT"),
    }),
    "team-day": fc.record({ team: one(assembled.teams).map(({ id }) => id), window: readWindow }),
    "time-off-inbox": readWindow.map(({ start }) => ({ since: start })),
    "update-user": fc
      .tuple(
        one(web1on1.users).map(({ id }) => id),
        maybe("settings", fc.constantFrom({ locale: "NL" }, { timezone: "UTC" })),
        maybe("givenName", fc.constantFrom("Ada", "Bo")),
        maybe("status", fc.constantFrom("ACTIVE", "INVITED")),
        maybe(
          "organization",
          one(web1on1.organizations).map(({ id }) => ({ id })),
        ),
      )
      .map(([id, ...parts]) => ({ id, input: Object.assign({}, ...parts) })),
    "usage-feed": fc.record({ domain, first }),
    wallboard: fc.record({ team: one(assembled.teams).map(({ id }) => id), window: readWindow }),
  };
}
