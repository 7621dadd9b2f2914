import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { createSandbox, startSandbox } from "../support/sandbox.ts";

const settings = { nowMs: () => Date.UTC(2026, 2, 17, 12), sleep: async () => {} };
const { accountId, organizationId, domain } = showcase.account;

test("the systems that are asked for listen at URLs that the gateway can be configured with", async () => {
  const { sandbox, urls, close } = await startSandbox(["assembly", "assembled", "web1on1"], settings);
  const { assembly, assembled, web1on1 } = sandbox.credentials;
  const get = async (url: string, authorization: string) => {
    const reply = await fetch(url, { headers: { authorization } });
    return { status: reply.status, body: await reply.json() };
  };
  try {
    const basic = `Basic ${Buffer.from(`${assembled.apiKey}:`).toString("base64")}`;
    expect(await get(`${urls.assembly}/accounts/${domain}`, assembly.apiKey)).toMatchObject({
      status: 200,
      body: { account: { id: accountId } },
    });
    expect(await get(`${urls.assembled}/v0/people/${showcase.person.personId}`, basic)).toMatchObject({
      status: 200,
      body: { agent_id: showcase.person.agentId },
    });
    expect(
      await get(`${urls.web1on1}/organizations/${organizationId}`, `Bearer ${web1on1.token}`),
    ).toMatchObject({
      status: 200,
      body: { name: "Acme Robotics" },
    });
  } finally {
    await close();
  }
  const calls = [sandbox.assembly, sandbox.assembled, sandbox.web1on1].map(({ journal }) =>
    journal.map(({ row }) => row),
  );
  expect(calls).toEqual([["accounts.getByDomain"], ["people.get"], ["organizations.get"]]);
});

test("a system that is not asked for has no URL, and a port that is taken stops the start", async () => {
  const { urls, close } = await startSandbox(["assembled"], settings);
  try {
    expect(urls).toEqual({ assembled: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    const assembled = Number(new URL(urls.assembled ?? "").port);
    await expect(
      startSandbox(["assembly", "assembled"], { ...settings, ports: { assembled } }),
    ).rejects.toThrow("EADDRINUSE");
  } finally {
    await close();
  }
});

test("the data is anchored to the day of the settings' clock, and sizes and choices reach the systems", async () => {
  const sandbox = createSandbox({
    ...settings,
    sizes: { people: 30 },
    choices: { assembly: { apiKey: "another" } },
  });
  expect(sandbox.data.assembled.people.filter(({ platforms }) => platforms?.zendesk)).toHaveLength(30);
  const started = sandbox.data.assembled.activities.filter(
    ({ start_time }) => start_time * 1000 > settings.nowMs(),
  );
  expect(started.length).toBeGreaterThan(0);
  const request = {
    method: "GET",
    target: "/accounts/labels",
    headers: { authorization: "another" },
    body: "",
  };
  expect(await sandbox.assembly.handle(request)).toMatchObject({ status: 200 });
});
