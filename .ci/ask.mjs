// Waits for the gateway, sends the `account-desk` operation and fails unless all three systems answered it.
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

const [endpoint] = process.argv.slice(2);
const query = await readFile(
  new URL("../src/client/operations/account-desk.graphql", import.meta.url),
  "utf8",
);
const day = new Date().toISOString().slice(0, 10);
const window = { start: `${day}T00:00:00Z`, end: `${day}T23:59:59Z` };
const body = JSON.stringify({ query, variables: { domain: "acme.example", window } });
const startedAtMs = Date.now();

async function ask() {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return answer.json();
}

async function askUntilUp() {
  for (let tries = 0; tries < 120; tries += 1) {
    try {
      return await ask();
    } catch {
      await delay(500);
    }
  }
  throw new Error(`Nothing answers at ${endpoint}.`);
}

const { data, errors } = await askUntilUp();
const users = data?.account?.organization?.users?.nodes ?? [];
const withShift = users.filter((user) => user.person?.activities?.nodes?.length > 0);
if (errors || !data?.account?.contacts?.nodes?.length || withShift.length === 0) {
  throw new Error(`account-desk was not answered: ${JSON.stringify(errors ?? data)}`);
}
const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
process.stdout.write(
  `account-desk: ${data.account.name}, ${users.length} users, ${withShift.length} of them with activities today, answered ${seconds} s after the start\n`,
);
