import { buildSchema, type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { secrets } from "../../src/web1on1/secrets.ts";

/** Names of secrets of the systems, as they are called there and in inputs. */
const names = new Set([
  ...secrets.map((path) => path.split(".").at(-1) ?? ""),
  ...["params", "parameters", "token", "refreshToken", "resultProductId", "apiKey"],
]);
/** Words that stand in the names of secrets of any kind. */
const words = /password|secret|token|stripe|credential|api_?key|authorization/i;

/** Free-form values of clients' own; those of bots and services show by a setting, those of billing never. */
const mayHaveMeta = new Set(["User", "Organization", "Bot", "BotInstance", "Service", "Form"]);

/** Facts of an event, which are called as the parameters of a service are. */
const isNoSecret = "WorkflowEvent.params";

const secretFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.keys(type.getFields())
          .filter((name) =>
            name === "meta" ? !mayHaveMeta.has(type.name) : names.has(name) || words.test(name),
          )
          .map((name) => `${type.name}.${name}`)
          .filter((field) => field !== isNoSecret)
      : [],
  );

test("no output type has a field by the name of a secret", () => {
  expect(secretFields(createSchema())).toEqual([]);
});

test.each([...names].filter((name) => name !== "meta"))(
  "an output type with %s would be found, an input would not",
  (name) => {
    const schema = buildSchema(`
    type Query { bot(input: BotInput): Bot }
    input BotInput { ${name}: String }
    type Bot { id: ID ${name}: String }
  `);
    expect(secretFields(schema)).toEqual([`Bot.${name}`]);
  },
);

test("meta of billing would be found, that of an organization would not", () => {
  const schema = buildSchema(`
    type Query { organization: Organization }
    type Organization { meta: String billingInfo: BillingInfo botTokenOfOld: String }
    type BillingInfo { meta: String }
  `);
  expect(secretFields(schema)).toEqual(["Organization.botTokenOfOld", "BillingInfo.meta"]);
});
