import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { web1on1 } from "../../src/web1on1/index.ts";

const logIn = { WEB1ON1_EMAIL: "gateway@web1on1.example", WEB1ON1_PASSWORD: "planted" };

test.each([
  [false, { WEB1ON1_TOKEN: "planted" }],
  [false, { WEB1ON1_TOKEN: "planted", WEB1ON1_SHOW_BOT_AND_SERVICE_META: "false" }],
  [true, { WEB1ON1_TOKEN: "planted", WEB1ON1_SHOW_BOT_AND_SERVICE_META: "true" }],
  [false, logIn],
  [true, { ...logIn, WEB1ON1_SHOW_BOT_AND_SERVICE_META: "true" }],
])("whether meta of bots and services is shown is %s with %j", (showsMeta, env) => {
  expect(readConfig(env, [web1on1]).systems.web1on1).toMatchObject({ address: { showsMeta } });
});
