import fc from "fast-check";
import { expect, test } from "vitest";
import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { optionalParams } from "../../../src/web1on1/service/params.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, stored } from "../upstream.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Parameters as a client gives them, and as the upstream takes them. */
interface Given {
  readonly input: Fields;
  readonly type: string;
  readonly params: Fields;
}

/** Stands in every text that is a parameter, so that a leak of any is seen. */
const canary = plantedSecret("params", "client");
const text = fc.string({ unit: "grapheme", maxLength: 20 }).map((rest) => canary + rest);
const texts = fc.array(text, { maxLength: 3 });
const digits = fc.integer({ min: 1, max: 65_535 });
const port = fc.oneof(digits, digits.map(String));
const host = fc.domain().map((domain) => `${canary}.${domain}`.slice(0, 253));
const url = fc.webUrl().map((address) => address.replace("//", `//ann:${canary}@`));
const hour = fc.integer({ min: 0, max: 23 }).map((number) => String(number).padStart(2, "0"));
const time = fc.tuple(hour, fc.constantFrom("00", "05", "30", "59")).map((parts) => parts.join(":"));
const days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const steps = {
  VERIFY_AGENT: "verifyAgent",
  VERIFY_LOCATION: "verifyLocation",
  LAUNCH_AGENT: "launchAgent",
  LAUNCH_LOCATION: "launchLocation",
} as const;
const map = fc.dictionary(text, fc.jsonValue({ maxDepth: 2, noUnicodeString: false }), { maxKeys: 3 });

const record = (
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc.record<Record<string, unknown>>(
    {
      ...required,
      // Null is as good as left out.
      ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, fc.option(value)])),
    },
    { requiredKeys: Object.keys(required) },
  );

const isGiven = ([, value]: readonly [string, unknown]) => value !== null && value !== undefined;

/** @param upstream names and values that the upstream has others for. */
const typed = (
  type: string,
  params: fc.Arbitrary<Fields>,
  upstream: (params: Fields) => Fields = (same) => same,
): fc.Arbitrary<Given> =>
  params.map((given) => ({
    input: { [type]: given },
    type,
    params: Object.fromEntries(Object.entries(upstream(given)).filter(isGiven)),
  }));

const opaque = (type: string) => map.map((given) => ({ input: { [type]: given }, type, params: given }));

const anyParams: fc.Arbitrary<Given> = fc.oneof(
  typed("smartsupp", record({ jid: text, password: text, host }, { port })),
  typed(
    "intercom",
    record({ appId: text, accessToken: text, assigneeId: text }, {}),
    ({ appId, accessToken, assigneeId }) => ({
      app_id: appId,
      access_token: accessToken,
      assignee_id: assigneeId,
    }),
  ),
  typed("smooch", record({ appId: text }, { keyId: text, secret: text, advanced: map })),
  typed(
    "gbm",
    record(
      { location: fc.constantFrom(serviceId("location", 1)), welcomeMessage: text, starter: text },
      {
        privacy: url,
        startTime: time,
        endTime: time,
        startDay: fc.constantFrom(...days),
        endDay: fc.constantFrom(...days),
        step: fc.constantFrom(...Object.keys(steps)),
      },
    ),
    (params) => ({ ...params, step: steps[params.step as keyof typeof steps] }),
  ),
  typed("webhook", record({ url }, { secret: text, events: texts })),
  typed("api", record({}, { scopes: texts })),
  opaque("twilio"),
  opaque("mailgun"),
  opaque("messenger"),
);

const create = `mutation ($input: CreateServiceInput!) {
  createService(input: $input) { serviceId service { sourceId type name meta } }
}`;
const update = `mutation ($id: ID!, $input: UpdateServiceInput!) {
  updateService(id: $id, input: $input) { service { sourceId type name meta } }
}`;

const unlimited = () => gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
const runs = { numRuns: 150 };

test("whatever parameters a new service has, the upstream gets them whole, under their type, and nothing tells them", async () => {
  const made = unlimited();
  await fc.assert(
    fc.asyncProperty(anyParams, async ({ input, type, params }) => {
      made.sandbox.web1on1.clearJournal();
      const { createService } = await made.query(create, { input: { name: "N", params: input } });
      expect(createService.service).toMatchObject({ type: type.toUpperCase(), name: "N" });
      expect(bodies(made)).toEqual([JSON.parse(JSON.stringify({ name: "N", type, params }))]);
      expect(made.calls()).toEqual(["web1on1 POST /services"]);
    }),
    runs,
  );
});

/** An input with null for each parameter that it leaves out, as updates want it; undefined where it holds nothing. */
function completed(input: Fields): Fields | undefined {
  const [[type, given]] = Object.entries(input) as [[string, Fields]];
  const left = Object.fromEntries((optionalParams[type] ?? []).map((name) => [name, null]));
  const complete = { ...left, ...given };
  return Object.keys(complete).length === 0 ? undefined : { [type]: complete };
}

test("whatever parameters a service had, an update leaves none of them behind", async () => {
  const made = unlimited();
  const id = serviceId("acme", 0);
  await fc.assert(
    fc.asyncProperty(anyParams, async ({ input, type, params }) => {
      const complete = completed(input);
      fc.pre(complete !== undefined);
      const { updateService } = await made.query(update, { id, input: { params: complete } });
      expect(updateService.service).toMatchObject({ sourceId: id, type: type.toUpperCase() });
      const defaults = type === "smartsupp" ? { port: "5222" } : {};
      const expected = JSON.parse(JSON.stringify({ ...defaults, ...params }));
      expect((await stored(made, `/services/${id}`)).params).toEqual(expected);
      expect(made.calls()).toEqual([`web1on1 PATCH /services/${id}`]);
    }),
    runs,
  );
});

/** Any JSON in the place of one parameter, or an unknown one beside them. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, "", " ", 0, -1, 1.5, 70_000, true, [], [null], {}, [[canary]]),
  text,
  fc.jsonValue({ maxDepth: 1 }).map((value) => ({ [canary]: value })),
);
const spoiled = anyParams.chain(({ input }) => {
  const [[type, params]] = Object.entries(input) as [[string, Fields]];
  // What is no value of an enum is told: it is chosen from a list, and hides nothing.
  const names = [...Object.keys(params), "unknown"].filter((name) => !/^(startDay|endDay|step)$/.test(name));
  return fc
    .tuple(fc.constantFrom(...names), anything)
    .map(([name, value]) => ({ [type]: { ...params, [name]: value } }));
});

test("whatever stands in the place of a parameter, it is sent and taken, or refused without a call and not repeated", async () => {
  const made = unlimited();
  await fc.assert(
    fc.asyncProperty(spoiled, async (params) => {
      const { data, errors } = await made.execute(create, { input: { name: "N", params } });
      const [error] = errors;
      if (error) expect([error.extensions.code, made.calls()]).toEqual(["BAD_USER_INPUT", []]);
      else expect([data.createService.service.name, made.calls()]).toEqual(["N", ["web1on1 POST /services"]]);
    }),
    { numRuns: 300 },
  );
});
