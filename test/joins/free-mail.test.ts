import { expect, test } from "vitest";
import { isFreeMailHost } from "../../src/joins/free-mail.ts";
import { comparableHost } from "../../src/resolving/host.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const providers =
  "gmail.com googlemail.com outlook.com hotmail.co.uk live.nl yahoo.fr icloud.com proton.me gmx.de web.de t-online.de orange.fr libero.it ziggo.nl telenet.be bluewin.ch btinternet.com mail.ru yandex.ru wp.pl seznam.cz qq.com 163.com naver.com rediffmail.com uol.com.br comcast.net bigpond.com hotmail.be aol.nl yahoo.nl yahoo.be hotmail.se hotmail.com.tr outlook.nl gmx.es yandex.kz scarlet.be tele2.nl op.pl müllmail.com".split(
    " ",
  );

/** A gateway whose systems know one account and one organization for each place in a list of hosts. */
function gatewayOf(hosts: readonly string[], contact: (host: string) => { email?: string; url?: string }) {
  const made = gateway();
  const accounts = hosts.map((host, place) => ({
    id: `a-${place}`,
    type: "Company",
    name: host,
    domain: host,
  }));
  const organizations = hosts.map((host, place) => ({
    id: place.toString(16).padStart(24, "0"),
    name: host,
    status: "active",
    ...contact(host),
  }));
  made.sandbox.assembly.inject({
    row: "accounts.list",
    reply: { status: 200, body: { accounts: { data: accounts, has_next_page: false } } },
  });
  made.sandbox.web1on1.inject({ row: "organizations.list", reply: { status: 200, body: organizations } });
  return made;
}

const linked =
  "{ accounts(first: 100) { nodes { name organizationLinks { reason organization { name } } } } }";
const bothLists = ["assembly GET /accounts", "web1on1 GET /organizations"];

test("addresses of free mail tie nobody to anybody; any other address ties a company to its organization", async () => {
  const companies = ["acme.example", "example.com", "yahoo-shop.nl", "myhotmail.be", "outlook.travel"];
  const { query, calls } = gatewayOf([...providers, ...companies], (host) => ({
    email: `Shop@${host.toUpperCase()}`,
  }));
  const { accounts } = await query(linked);
  expect(accounts.nodes).toEqual([
    ...providers.map((name) => ({ name, organizationLinks: [] })),
    ...companies.map((name) => ({
      name,
      organizationLinks: [{ reason: "EMAIL_DOMAIN", organization: { name } }],
    })),
  ]);
  expect(calls()).toEqual(bothLists);
});

test("no company of the sandbox is taken for a provider but the one that has an address there", () => {
  const { assembly } = createSandboxData(testNowMs);
  const domains = assembly.accounts.filter(({ type }) => type === "Company").map(({ domain }) => domain);
  expect(domains.filter((domain) => isFreeMailHost(comparableHost(domain) ?? ""))).toEqual(["gmail.com"]);
});

test("a provider of free mail is known by its own website", async () => {
  const { query, calls } = gatewayOf(["gmail.com"], (host) => ({
    email: `a@${host}`,
    url: `https://www.${host}/`,
  }));
  expect((await query(linked)).accounts.nodes).toEqual([
    { name: "gmail.com", organizationLinks: [{ reason: "WEBSITE", organization: { name: "gmail.com" } }] },
  ]);
  expect(calls()).toEqual(bothLists);
});

test("an address at a host below a provider's is a company's own", async () => {
  const { query, calls } = gatewayOf(["shop.gmail.com"], (host) => ({ email: `a@${host}` }));
  expect((await query(linked)).accounts.nodes).toEqual([
    {
      name: "shop.gmail.com",
      organizationLinks: [{ reason: "EMAIL_DOMAIN", organization: { name: "shop.gmail.com" } }],
    },
  ]);
  expect(calls()).toEqual(bothLists);
});
