import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";

test.each([
  ["assembly", "labels", "{ labels { name } }", { labels: [null] }],
  ["assembled", "people", "{ people { nodes { lastName } } }", { people: { a: null }, total: 1 }],
  ["web1on1", "users", "{ users { nodes { email } } }", [null]],
] as const)(
  "a row of %s that is null is the system's fault, not the gateway's",
  async (system, field, query, body) => {
    const { execute, sandbox } = gateway();
    sandbox[system].inject({ row: "*", reply: { status: 200, body } });
    const { data, errors } = await execute(query);
    expect(data).toEqual({ [field]: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE", system });
  },
);
